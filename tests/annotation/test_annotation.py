import pytest

from helpers import Annotation, Article, Span, table
from helpers.annotation.annotation import in_reading_order, ordered

ARTICLE = Article("She said no.", title="No ferry")


def test_a_mark_on_the_headline_shows_no_words_of_the_text():
    mark = Annotation("cue", (Span(3, 8),), place="headline")
    assert mark.words_in(ARTICLE) == ("ferry",)
    assert [*mark.parts()] == []
    assert table(ARTICLE, [mark]).records()[0]["words"] == ""


def test_spans_come_into_reading_order_and_overlapping_ones_become_one():
    assert ordered([(4, 8), (0, 2), (1, 3)], ARTICLE.text) == (Span(0, 3), Span(4, 8))


@pytest.mark.parametrize("spans", [[], [(0, 99)], [(2, 2)], [(-1, 2)]])
def test_a_mark_without_words_of_the_text_is_refused(spans):
    with pytest.raises(ValueError, match=r"span|spans"):
        ordered(spans, ARTICLE.text)


def test_marks_are_read_headline_first_then_the_longer_of_two_that_begin_together():
    short, long = Annotation("b", (Span(0, 3),)), Annotation("a", (Span(0, 8),))
    headline = Annotation("c", (Span(0, 2),), place="headline")
    assert in_reading_order([short, long, headline]) == (headline, long, short)


def test_what_was_chosen_beside_the_label_can_be_asked_for():
    mark = Annotation("content", (Span(0, 3),), values=(("kind", "direct"),))
    assert (mark.value("kind"), mark.value("voice")) == ("direct", "")


def test_a_place_that_there_is_not_is_refused():
    with pytest.raises(ValueError, match="not in “footer”"):
        Annotation("cue", (Span(0, 3),), place="footer").words_in(ARTICLE)
