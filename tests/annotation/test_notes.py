import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import Article, load_article, load_notes, save_notes, set_reader
from helpers.annotation.notes import notes_path


def test_answers_are_kept_for_one_text_and_one_reader():
    one, other = Article("One.", title="Same"), Article("Other.", title="Same")
    save_notes({"Who?": "Ana"}, one)
    assert load_notes(other) == {}
    set_reader("Blue Heron")
    assert load_notes(one) == {}
    save_notes({"Who?": "Jo"}, one)
    set_reader("reader")
    assert load_notes(one) == {"Who?": "Ana"}


def test_an_answer_does_not_take_others_away_and_keeps_its_time_while_it_stays():
    article = load_article()
    save_notes({"Who?": "Ana", "When?": ""}, article)
    before = json.loads(notes_path(article).read_bytes())["answers"]["Who?"]
    save_notes({"Where?": "Here", "Who?": "Ana"}, article)
    assert load_notes(article) == {"Who?": "Ana", "Where?": "Here"}
    assert json.loads(notes_path(article).read_bytes())["answers"]["Who?"] == before


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.text(), st.text(min_size=1)))
def test_what_is_written_is_read_back(answers):
    article = Article("It rained.", title=f"{len(answers)}")
    notes_path(article).unlink(missing_ok=True)
    save_notes(answers, article)
    assert load_notes(article) == answers


@pytest.mark.parametrize("content", ["", "[]", '{"answers": {"Who?": "Ana"}}', '{"answers": 3}'])
def test_a_damaged_file_is_left_as_it_is(content):
    article = load_article()
    notes_path(article).write_text(content)
    for call in (lambda: load_notes(article), lambda: save_notes({"Who?": "Jo"}, article)):
        with pytest.raises(ValueError, match="is damaged"):
            call()
    assert notes_path(article).read_text() == content
