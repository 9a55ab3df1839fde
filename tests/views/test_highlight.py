import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import (
    Article,
    Span,
    find_paragraphs,
    find_quotes,
    find_words,
    highlight,
    layers_by,
    layers_by_size,
    load_article,
    measure_sentences,
)
from helpers.views.colours import GREY, ink
from helpers.views.layer import Layer, shown
from tests.linear import assert_linear
from tests.strategies import TEXTS


class Page(HTMLParser):
    """What a reader sees of a page: its words, its tags, and which words are marked."""

    def __init__(self, html):
        super().__init__()
        self.words, self.tags, self.marked, self._open = "", set(), [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self._open.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self._open.pop()[0] == tag

    def handle_data(self, data):
        if any(tag == "p" for tag, _ in self._open):
            self.words += data
            names = [attributes["title"] for tag, attributes in self._open if tag == "mark"]
            if names:
                self.marked.append((data, names))


def test_marks_stand_where_the_spans_are():
    page = Page(highlight("One two three.", [Span(4, 7)]).html())
    assert page.marked == [("two", ["marked"])]


def test_overlapping_layers_are_all_shown():
    page = Page(
        highlight("One two three.", [Span(0, 7)], find_quotes("“x y,” he said.")[:0]).html()
    )
    assert page.words == "One two three."
    text = "abcdef"
    layers = layers_by(find_quotes('"Ab cd," Ana Silva said.'), "speaker", role="content")
    assert [layer.name for layer in layers] == ["Ana Silva"]
    both = highlight(text, [layers[0]._replace(name="x", spans=(Span(0, 4),))], [Span(2, 6)])
    assert Page(both.html()).marked == [("ab", ["x"]), ("cd", ["marked", "x"]), ("ef", ["marked"])]


@given(TEXTS, st.data())
def test_every_text_is_shown_whole_and_nothing_of_it_is_run(text, data):
    text = text + "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;"
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    page = Page(highlight(Article(text, title="<b>"), [Span(start, end)]).html())
    assert page.tags <= {"div", "ul", "li", "p", "mark"}
    assert re.sub(r"\s", "", page.words) == re.sub(r"\s", "", shown(text))


def test_a_part_of_the_text_is_shown_alone_with_the_marks_in_it():
    text = "One two.\n\nThree four.\n\nFive."
    first, second, _ = find_paragraphs(text)
    page = Page(highlight(text, [Span(4, 15)], within=[second]).html())
    assert (page.words, page.marked) == ("Three four.", [("Three", ["marked"])])
    assert Page(highlight(text, within=[second, first]).html()).words == "One two.Three four."
    assert Page(highlight(text, [Span(4, 15)], within=[]).html()).words == ""
    with pytest.raises(ValueError, match="overlap"):
        highlight(text, within=[first, Span(4, 15)])
    with pytest.raises(ValueError, match="another text"):
        highlight(text, within=[Span(4, 999)])


def test_a_span_of_another_text_is_refused():
    with pytest.raises(ValueError, match="made from another text"):
        highlight("short", load_article().sentences)


@pytest.mark.parametrize("wrong", ["words", 3, None])
def test_what_cannot_be_shown_is_refused_with_an_example(wrong):
    with pytest.raises(TypeError, match="find_quotes"):
        highlight("text", [wrong])


def test_the_legend_names_every_layer_with_its_number():
    html = highlight(load_article(), layers_by(find_quotes(load_article()), "speaker")).html()
    for name in ("Vladimir Putin", "Donald Trump", "Emmanuel Macron", "no speaker found"):
        assert f">{name}</mark> (" in html


@pytest.mark.parametrize(
    "unit", ["all is marked. ", "all is marked.\n\n"], ids=["one paragraph", "many"]
)
def test_time_stays_in_proportion_to_the_number_of_marks(unit):
    assert_linear(lambda text: highlight(text, find_words(text)).html(), unit)


def test_a_span_is_named_by_its_title_where_it_has_one():
    layer = Layer("both", (Span(0, 3), Span(4, 4), Span(4, 7)), ink(0), ("first <", "-", "second"))
    page = Page(highlight("One two three.", layer).html())
    assert page.marked == [("One", ["first <"]), ("two", ["second"])]
    with pytest.raises(ValueError, match="3 spans and 1 titles"):
        highlight("One two three.", layer._replace(titles=("first",)))


def test_findings_without_a_value_come_last_in_grey():
    text = "“It rained,” Ana Silva said. The so-called “summer” was over."
    layers = layers_by(find_quotes(text), "speaker", role="content")
    assert [layer.name for layer in layers] == ["Ana Silva", "no speaker found"]
    assert layers[-1].ink == GREY
    nothing = [quote for quote in find_quotes(text) if quote.cue is None]
    assert [layer.name for layer in layers_by(nothing, "cue", missing="no cue")] == ["no cue"]


@pytest.mark.parametrize("attribute", ["cue", "content"])
def test_places_are_no_value_to_sort_by_and_the_message_says_how_to_mark_them(attribute):
    quotes = find_quotes("“It rained,” Ana Silva said.")
    with pytest.raises(ValueError, match=f'role="{attribute}"'):
        layers_by(quotes, attribute)


def test_sentences_are_sorted_from_short_to_long_with_the_ranges_in_words():
    text = "Yes. It rained all day long. We stayed at home and waited until it had stopped again."
    layers = layers_by_size(measure_sentences(text), "words", (3, 6))
    assert [(layer.name, len(layer.spans)) for layer in layers] == [
        ("under 3 words", 1),
        ("3 to 5 words", 1),
        ("6 words and more", 1),
    ]
    assert len({layer.ink for layer in layers}) == len({layer.ink.line for layer in layers}) == 3
    assert layers[1].titles == ("5 words",)


@pytest.mark.parametrize("borders", [(), (3, 3), (5, 3), (1, 2, 3, 4)])
def test_borders_that_do_not_rise_are_refused(borders):
    with pytest.raises(ValueError, match="numbers that rise"):
        layers_by_size(measure_sentences("Yes."), "words", borders)


def test_what_is_no_number_is_not_sorted_by_size():
    with pytest.raises(ValueError, match="no number"):
        layers_by_size(find_quotes("“It rained,” Ana Silva said."), "speaker", (3,))
