"""That a reader has seen what a program found is kept beside the reader's journal."""

import pytest

from helpers.annotation.journal import journal_path
from helpers.annotation.seen import has_seen, note_seen
from helpers.text.article import Article

ARTICLE = Article("It rained.", title="Rain 🔥")


def test_what_was_seen_counts_for_this_text_and_this_reader_alone():
    note_seen(journal_path(ARTICLE, "Heron"))
    assert has_seen(journal_path(ARTICLE, "Heron"))
    assert not has_seen(journal_path(ARTICLE, "Otter"))
    assert not has_seen(journal_path(Article("It did not rain.", title="Rain 🔥"), "Heron"))


@pytest.mark.parametrize("name", ["my.journal.jsonl", "marks.jsonl", "marks"])
def test_it_stands_beside_any_journal_and_the_first_time_counts(tmp_path, name):
    folder = tmp_path / "marks"
    note_seen(folder / name)
    (record,) = folder.iterdir()
    before = record.read_bytes()
    assert b'"when"' in before
    note_seen(folder / name)
    assert record.read_bytes() == before
    assert has_seen(folder / name)
