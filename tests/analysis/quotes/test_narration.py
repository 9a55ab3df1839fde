import pytest
from hypothesis import given

from helpers.analysis.quotes import find_quoted_stretches
from helpers.analysis.quotes.narration import Narration
from helpers.analysis.quotes.small_words import TAGS
from helpers.text.segmentation import find_sentences
from tests.strategies import TEXTS


def narration(text):
    return Narration(text, find_quoted_stretches(text), find_sentences(text))


def tagged(text):
    read = narration(text)
    return list(zip(read.forms, read.tags, strict=True))


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        pytest.param("Mr. Silva said no.", "NNVDx", id="name and verb"),
        pytest.param("He's late, she said.", "PAw,PVx", id="contraction"),
        pytest.param("Speaking in Ellar on Sunday", "GINIt", id="first word without its capital"),
        pytest.param("Kelly said", "NV", id="a name in -ly"),
        pytest.param("The Man From Ellar", "DNNN", id="small words in a name"),
        pytest.param("officials who were briefed", "wWAE", id="relative clause"),
        pytest.param("(R-Ellar) — [sic]", "(N)-(w)", id="signs"),
        pytest.param("He saw “the sea” there", "PVQP", id="a quotation is one token"),
        pytest.param("in the novel “The Last Boat,” he", "IDwN,P", id="a title is a name"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_token_has_the_tag_of_its_kind(text, tags):
    assert "".join(tag for _, tag in tagged(text)) == tags


@given(TEXTS)
def test_tokens_lie_in_order_apart_and_inside_the_text(text):
    read = narration(text)
    position = 0
    for at, tag in enumerate(read.tags):
        span = read.span(at, at)
        assert position <= span.start < span.end <= len(text)
        position = span.end
        assert tag in TAGS or tag in ",:;()-"


@given(TEXTS)
def test_each_stretch_in_marks_is_one_token_or_a_title(text):
    read = narration(text)
    known = sorted([*read.stretch_at.values(), *read.names])
    assert known == list(range(len(read.stretches)))


@given(TEXTS)
def test_every_token_of_a_sentence_is_in_one_sentence_only(text):
    position = 0
    for first, end in narration(text).sentences:
        assert position <= first < end
        position = end
