import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import Article, Span, find_quotes, highlight, layers_by, load_article
from helpers.views.layer import shown
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


def test_a_span_of_another_text_is_refused():
    with pytest.raises(ValueError, match="made from another text"):
        highlight("short", load_article().sentences)


@pytest.mark.parametrize("wrong", ["words", 3, None])
def test_what_cannot_be_shown_is_refused_with_an_example(wrong):
    with pytest.raises(TypeError, match="find_quotes"):
        highlight("text", [wrong])


def test_the_legend_names_every_layer_with_its_number():
    html = highlight(load_article(), layers_by(find_quotes(load_article()), "speaker")).html()
    for name in ("Vladimir Putin", "Donald Trump", "Emmanuel Macron", "nobody found"):
        assert f">{name}</mark> (" in html
