import pytest

from helpers.text.span import Span, check_span


def test_a_span_gives_back_its_words_after_an_emoji_and_a_combining_accent():
    text = "🔥 cafe\u0301 👩🏽‍🚒 end"
    assert Span(2, 7).of(text) == "cafe\u0301"
    assert Span(len(text) - 3, len(text)).of(text) == "end"


@pytest.mark.parametrize(
    ("one", "other", "contains", "overlaps"),
    [
        pytest.param(Span(0, 5), Span(1, 3), True, True, id="inside"),
        pytest.param(Span(0, 5), Span(0, 5), True, True, id="the same"),
        pytest.param(Span(0, 5), Span(4, 6), False, True, id="across the end"),
        pytest.param(Span(0, 5), Span(5, 6), False, False, id="next to it"),
    ],
)
def test_spans_are_half_open_when_compared(one, other, contains, overlaps):
    assert one.contains(other) is contains
    assert one.overlaps(other) is overlaps


@pytest.mark.parametrize("pair", [(0, 4), (2, 2), (-1, 2), (1,), (0.0, 1.0), ("a", "b"), (True, 2)])
def test_a_span_that_is_none_is_refused_with_a_sentence(pair):
    with pytest.raises(ValueError, match=r"pair of whole numbers|does not lie inside this text"):
        check_span(pair, "abc")
