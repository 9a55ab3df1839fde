import json
import random

import pytest
from hypothesis import given, settings

from helpers import (
    Article,
    Span,
    load_annotations,
    load_article,
    mark,
    open_journal,
    reanchor,
    save_annotations,
    table,
)
from helpers.annotation.annotation import Annotation
from tests.annotation.strategies import annotated
from tests.conftest import INVENTED

OLD = Article(
    "“We waited,” she said. 🔥 He left.\n\nThe cafe\u0301 was שלום. “They slept,” she said.",
    title="Waiting at the pier",
)
NEW = Article(
    "CORRECTED. “We waited,” she said. 🔥 He left early.\n\nThe cafe\u0301 was שלום.",
    title="Waiting on the pier",
)


def some_marks():
    place = OLD.text.index
    return [
        mark(OLD, "“We waited,” she", "source", reader="Heron"),
        mark(OLD, "He left.", "claim", reader="Heron"),
        mark(OLD, "They slept", "content", reader="Heron", comment="who?"),
        Annotation("cue", (Span(0, 12), Span(place("שלום"), place("שלום") + 4)), reader="Heron"),
        mark(OLD, "Waiting", "cue", place="headline", reader="Heron"),
    ]


@settings(deadline=None)
@given(annotated())
def test_on_the_same_text_every_mark_stays_as_it_is(made):
    article, marks = made
    result = reanchor(marks, article, old=article)
    assert list(result.annotations) == marks
    assert {moved.confidence for moved in result.moved} <= {"same place"}
    assert result.lost == ()


@settings(deadline=None)
@given(annotated(), annotated())
def test_no_mark_gets_lost_in_silence_and_each_that_is_moved_can_be_kept(made, other):
    article, marks = made
    result = reanchor(marks, other[0], old=article)
    assert len(result.moved) + len(result.lost) == len(marks)
    for moved in result.moved:
        assert all(moved.annotation.words_in(other[0]))
        sure = moved.confidence == "same place"
        assert sure == (moved.annotation.value("carried over") == "")


def test_marks_go_to_where_their_words_are_now_and_say_how_sure_that_is():
    result = reanchor(some_marks(), NEW, old=OLD)
    assert [(m.confidence, m.annotation.words_in(NEW)) for m in result.moved] == [
        ("same surroundings", ("“We waited,” she",)),
        ("similar words", ("He left early.",)),
        ("only place", ("“We waited,”", "שלום")),
        ("only place", ("Waiting",)),
    ]
    (lost,) = result.lost
    assert (lost.old_words, lost.comment) == ("They slept", "who?")
    assert str(result) == "1 same surroundings, 2 only place, 1 similar words, 1 lost"


def edited(article, chance):
    """The article after an editor: words left out, put in, replaced; and where the others went."""
    text, end, new_places = "", 0, {}
    for word in article.words:
        text += article.text[end : word.start]
        end = word.end
        turn = chance.random()
        if turn < 0.02:
            text += "altogether" if turn < 0.01 else ""
            continue
        text += "very " if turn < 0.03 else ""
        new_places[word] = Span(len(text), len(text) + word.end - word.start)
        text += word.of(article.text)
    return Article(text + article.text[end:]), new_places


@pytest.mark.parametrize("seed", range(3))
def test_in_an_edited_report_the_surest_places_are_never_wrong_and_few_marks_get_lost(seed):
    old = load_article(INVENTED[0])
    new, places = edited(old, random.Random(seed))
    marks = [Annotation("x", (word,)) for word in old.words]
    result = reanchor(marks, new, old=old)
    was = {mark.id: mark.spans[0] for mark in marks}
    right = [moved for moved in result.moved
             if places.get(was[moved.annotation.id]) == moved.annotation.spans[0]]  # fmt: skip
    wrong = {moved.confidence for moved in result.moved if moved not in right}
    assert wrong <= {"only place", "one of several", "similar words"}
    assert len(right) > 0.95 * len(places)


def kept_in_a_journal(folder):
    journal = open_journal(OLD, reader="Heron", path=folder / "old.journal.jsonl")
    for made in some_marks():
        journal.add(made)
    journal.change(journal.annotations[1])
    return journal.path


@pytest.mark.parametrize("ending", ["journal", "jsonld", "jsonl"])
def test_a_file_with_words_is_enough(tmp_path, ending):
    if ending == "journal":
        file = kept_in_a_journal(tmp_path)
    else:
        file = save_annotations(some_marks(), OLD, tmp_path / f"old.{ending}")
    result, same = reanchor(file, NEW), reanchor(load_annotations(file, OLD), NEW, old=OLD)
    assert [(m.confidence, m.annotation) for m in result.moved] == [
        (m.confidence, m.annotation) for m in same.moved
    ]
    assert [lost.old_words for lost in result.lost] == ["They slept"]


def test_a_journal_of_the_new_text_takes_the_marks_with_ids_and_links(tmp_path):
    old = open_journal(OLD, reader="Heron", path=tmp_path / "old.journal.jsonl")
    one, other = (old.add(made) for made in some_marks()[:2])
    old.link([one.id, other.id])
    new = open_journal(NEW, reader="Heron", path=tmp_path / "new.journal.jsonl")
    for made in reanchor(old.annotations, NEW, old=OLD).annotations:
        new.add(made)
    assert new.annotation(one.id).links == (other.id,)
    assert new.annotation(other.id).value("carried over") == "similar words"


def test_what_was_moved_and_what_was_lost_can_be_shown_as_tables():
    result = reanchor(some_marks(), NEW, old=OLD)
    assert table(NEW, result.moved).records()[1]["old_words"] == "He left."
    assert table(NEW, result.lost).records()[0]["reason"].startswith("its words do not")


@pytest.mark.parametrize("ending", ["jsonld", "jsonl"])
def test_marks_without_their_words_cannot_be_carried(tmp_path, ending):
    file = save_annotations(some_marks(), OLD, tmp_path / f"old.{ending}", words=False)
    with pytest.raises(ValueError, match="with words"):
        reanchor(file, NEW)


def test_marks_alone_do_not_know_their_words():
    with pytest.raises(ValueError, match="old=old_article"):
        reanchor(some_marks(), NEW)


def test_marks_of_another_program_are_carried_by_the_words_that_they_quote(tmp_path):
    selector = {"type": "TextQuoteSelector", "exact": "cafe\u0301", "prefix": "The "}
    target = {"source": {"id": "https://ledger.example/", "label": "a page"}, "selector": selector}
    file = tmp_path / "other.json"
    file.write_text(json.dumps([{"type": "Annotation", "target": target}]), encoding="utf-8")
    (moved,) = reanchor(file, NEW).moved
    assert moved.annotation.words_in(NEW) == ("cafe\u0301",)


def test_a_missing_file_is_said():
    with pytest.raises(FileNotFoundError, match="no file of marks"):
        reanchor("nowhere.jsonld", NEW)
