import pytest
from hypothesis import given

from helpers import find_concordance, find_words, load_article
from tests.strategies import TEXTS

TEXT = "Talks began. No talk-show, just talks, more TALKS and talks.\n\nTalks ended the talks."


def keywords(*arguments, **options):
    return [line.keyword.of(TEXT) for line in find_concordance(TEXT, *arguments, **options)]


def test_whole_words_are_found_in_any_case():
    assert keywords("talks") == ["Talks", "talks", "TALKS", "talks", "Talks", "talks"]
    assert keywords("talks", match_case=True) == ["talks"] * 3
    assert keywords("talk") == []


def test_straight_and_curly_apostrophes_are_one_whether_case_matters_or_not():
    for match_case in (False, True):
        assert len(find_concordance("They don’t.", "don't", match_case=match_case)) == 1


def test_several_words_in_a_row_are_found_whatever_signs_stand_between():
    assert keywords("just talks more") == ["just talks, more"]


def test_nothing_is_found_or_shown_across_the_end_of_a_paragraph():
    assert keywords("talks talks") == []
    last_of_first, first_of_second = find_concordance(TEXT, "talks")[3:5]
    assert last_of_first.right.of(TEXT) == ""
    assert first_of_second.left.of(TEXT) == ""
    assert (last_of_first.paragraph, first_of_second.paragraph) == (1, 2)


def test_contexts_hold_as_many_words_as_asked_for():
    line = find_concordance(TEXT, "more", width=2)[0]
    assert (line.left.of(TEXT), line.right.of(TEXT)) == ("just talks", "TALKS and")
    line = find_concordance(TEXT, "more", width=0)[0]
    assert (line.left.of(TEXT), line.right.of(TEXT)) == ("", "")


def test_lines_are_sorted_by_the_nearest_word_on_either_side():
    text = "a x c. b x b. c x a."
    assert [ln.left.of(text)[-1:] for ln in find_concordance(text, "x", sort="left")] == [*"abc"]
    assert [ln.right.of(text)[:1] for ln in find_concordance(text, "x", sort="right")] == [*"abc"]


@pytest.mark.parametrize(
    ("query", "options", "said"),
    [
        ("…", {}, "holds no word"),
        ("", {}, "holds no word"),
        ("a", {"sort": "up"}, "place, left, right"),
        ("a", {"width": -1}, "0 or more"),
    ],
)
def test_a_query_that_cannot_be_answered_is_refused_with_a_sentence(query, options, said):
    with pytest.raises(ValueError, match=said):
        find_concordance(TEXT, query, **options)


def test_a_word_that_does_not_occur_gives_no_line():
    assert find_concordance(load_article(), "zeppelin") == []


@given(TEXTS)
def test_every_word_of_a_text_is_found_where_it_stands(text):
    for word in find_words(text):
        lines = find_concordance(text, word.of(text), match_case=True)
        assert word in [line.keyword for line in lines]
        for line in lines:
            assert line.left.end <= line.keyword.start < line.keyword.end <= line.right.start
