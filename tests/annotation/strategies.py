"""Articles of every kind with marks of every kind on them, for properties."""

from dataclasses import replace

from hypothesis import strategies as st

from helpers.annotation.annotation import Annotation, ordered
from helpers.text.article import Article
from tests.strategies import TEXTS

# A lone half of a character comes from badly cut text; two halves in a row are one character in
# JSON and in UTF-16, so that no file can tell them apart.
WORDS = st.text(max_size=12) | st.sampled_from(
    [
        "🔥",
        "👩🏽‍🚒",
        "e\u0301",
        "שלום",
        "“so”",
        "=1+1",
        "'=1",
        "@x",
        "a\tb\nc\r\nd",
        "\ud800",
        "\0",
        "\u2028",
    ]
)
_FEELINGS = st.sampled_from([None, True, False])


@st.composite
def marks(draw, article, ids=None):
    """A mark somewhere on the article."""
    place = draw(st.sampled_from(["text", "headline"] if article.title else ["text"]))
    text = article.title if place == "headline" else article.text
    edges = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(edges, edges), min_size=1, max_size=3))
    spans = [(min(pair), max(pair)) for pair in pairs if len(set(pair)) == 2]
    names = draw(st.lists(WORDS.filter(bool), max_size=2, unique=True))
    return Annotation(
        label=draw(WORDS.filter(str.strip)),
        spans=ordered(spans or [(0, len(text))], text),
        comment=draw(WORDS),
        reader=draw(WORDS),
        modified=draw(st.sampled_from(["", "2031-09-17T08:00:00Z"])),
        values=tuple((name, draw(WORDS)) for name in names),
        codebook=draw(WORDS),
        blind=draw(_FEELINGS),
        place=place,
        **({} if ids is None else {"id": ids}),
    )


@st.composite
def annotated(draw, most=4):
    """An article, and marks on it that are linked at random."""
    article = Article(
        text=draw(TEXTS.filter(bool)) + draw(st.sampled_from(["", "", "\ud800 x"])),
        title=draw(st.sampled_from(["", "Waiting", "Füchse 🔥 ‘again’"])),
        url=draw(st.sampled_from(["", "https://ledger.example/a?b=c", "javascript:alert(1)"])),
    )
    keys = [f"mark{number}" for number in range(draw(st.integers(0, most)))]
    found = [draw(marks(article, ids=key)) for key in keys]
    linked = draw(st.lists(st.sampled_from(keys), max_size=3, unique=True)) if keys else []
    return article, [
        replace(mark, links=tuple(sorted(set(linked) - {mark.id}))) if mark.id in linked else mark
        for mark in found
    ]
