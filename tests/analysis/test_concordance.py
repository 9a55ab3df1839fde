import re

import pytest
from hypothesis import given

from helpers import (
    Span,
    count_words,
    find_concordance,
    find_paragraphs,
    find_words,
    load_article,
)
from helpers.analysis import word_search
from helpers.analysis.concordance import cut_concordance
from tests.linear import assert_linear
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


def test_lines_are_sorted_by_any_positions_in_their_order():
    text = "b x c a. a x c b. a x b c."
    lines = find_concordance(text, "x", sort="R1 L1")
    assert [line.left.of(text)[-1] + line.right.of(text)[0] for line in lines] == ["ab", "ac", "bc"]
    lines = find_concordance(text, "x", sort="L1 R2")
    assert [line.left.of(text)[-1] + line.right.of(text)[2] for line in lines] == ["ab", "ac", "ba"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("talk*", ["Talks", "talk-show", "talks", "TALKS", "talks", "Talks", "talks"]),
        ("?alks", ["Talks", "talks", "TALKS", "talks", "Talks", "talks"]),
        ("*ore TALKS", ["more TALKS"]),
        ("b*n", ["began"]),
        ("t[a]lks", []),
        ("talk*,", []),
    ],
)
def test_wildcards_stand_for_letters_inside_words(query, found):
    assert keywords(query, kind="wildcards") == found


def test_a_regular_expression_is_widened_to_the_words_that_it_touches():
    assert keywords("alk", kind="regular expression") == [
        *("Talks", "talk-show", "talks", "TALKS", "talks", "Talks", "talks")
    ]
    assert keywords(r"no\W+talk", kind="regular expression") == ["No talk-show"]
    assert keywords("TALKS", kind="regular expression", match_case=True) == ["TALKS"]
    assert keywords("x*", kind="regular expression") == []  # what matches nothing is no keyword


def test_no_match_crosses_the_end_of_a_paragraph():
    assert keywords(r"talks\W+Talks", kind="regular expression") == []


def test_a_hyphen_can_part_the_words_that_are_looked_for():
    assert keywords("show", hyphens="part") == ["show"]
    assert keywords("show") == []


def test_keywords_can_be_looked_for_in_parts_of_the_text():
    first, second = find_paragraphs(TEXT)
    assert len(keywords("talks", within=[first])) == 4
    assert len(keywords("talks", within=[second, Span(0, 5), Span(0, 8)])) == 3
    assert keywords("talks", within=[Span(0, 4)]) == []
    assert keywords("talks", within=[]) == []


def test_a_regular_expression_that_would_run_for_ever_is_stopped(monkeypatch):
    monkeypatch.setattr(word_search, "PATIENCE", 0.2)
    with pytest.raises(TimeoutError, match="make it simpler"):
        find_concordance(("a" * 40 + "!\n\n") * 50, "(a|aa)+$", kind="regular expression")


def test_brackets_nested_by_the_thousand_are_no_regular_expression():
    deep = "(" * 5000 + "a" + ")" * 5000
    with pytest.raises(ValueError, match="no regular expression"):
        find_concordance("a", deep, kind="regular expression")


def test_folding_that_makes_a_paragraph_longer_moves_no_keyword():
    text = "İzmir, Straße: the rain. ΟΔΟΣ"
    for word, found in (("RAIN", "rain"), ("strasse", "Straße"), ("οδος", "ΟΔΟΣ")):
        (line,) = find_concordance(text, word)
        assert line.keyword.of(text) == found


def test_known_places_get_their_lines_in_the_order_given():
    text = "Talks? No talks soon.\n\nNo."
    places = [Span(10, 15), Span(0, 5), Span(16, 25)]  # the last crosses a paragraph's end
    assert [line.keyword for line in cut_concordance(text, places)] == places[:2]
    assert cut_concordance(text, [Span(0, 5)])[0] == find_concordance(text, "talks")[0]


@pytest.mark.parametrize(
    ("query", "options", "said"),
    [
        ("…", {}, "holds no word"),
        ("", {}, "holds no word"),
        (" … ", {"kind": "wildcards"}, "holds no word"),
        ("", {"kind": "wildcards"}, "holds no word"),
        ("(a", {"kind": "regular expression"}, "is no regular expression: missing"),
        ("a", {"kind": "guess"}, "words, wildcards, regular expression"),
        ("a", {"hyphens": "no"}, "join, part"),
        ("a", {"sort": "up"}, "place, left, right"),
        ("a", {"sort": "R0"}, "R1 R2 L1"),
        ("a", {"sort": ""}, "place, left, right"),
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


@given(TEXTS)
def test_every_line_gives_the_keyword_back_for_every_kind_of_query(text):
    for count in count_words(text)[:5]:
        lines = find_concordance(text, count.word)
        if len(find_words(count.word)) == 1:  # else the folded word is cut otherwise
            assert tuple(line.keyword for line in lines) == count.places
            assert lines == cut_concordance(text, count.places)
        escaped = re.escape(count.places[0].of(text))
        exact = find_concordance(text, escaped, kind="regular expression", match_case=True)
        assert count.places[0].start in [line.keyword.start for line in exact]
    every = find_concordance(text, "*", kind="wildcards", width=2)
    assert tuple(line.keyword for line in every) == find_words(text)


@pytest.mark.parametrize(
    ("kind", "unit"),
    [
        ("words", "no talks and rain, wind and sun. "),
        ("words", "a\n\n"),
        ("words", "talk talk … "),
        ("regular expression", "no talks and rain, wind and sun. "),
    ],
)
def test_looking_takes_time_in_proportion_to_the_text(kind, unit):
    assert_linear(lambda text: find_concordance(text, "talks", kind=kind), unit)


def test_cutting_lines_for_known_places_takes_time_in_proportion_to_the_text():
    assert_linear(lambda text: cut_concordance(text, find_words(text)[::5]), "talks ")


def test_sorting_takes_time_in_proportion_to_the_text():
    assert_linear(
        lambda text: find_concordance(text, "talks", sort="R1 L1"), "no talks and rain, wind, sun. "
    )


def test_wildcards_do_not_backtrack_without_bound():
    assert_linear(lambda text: find_concordance(text, "*a*a*a*a*b", kind="wildcards"), "a")
