"""Text for a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.views.layer import cut
from tests.strategies import TEXTS


@given(TEXTS, st.integers(2, 40))
def test_cut_words_fit_and_begin_as_they_did(words, longest):
    short = cut(words, longest)
    assert len(short) <= longest
    assert short == words or (short[-1] == "…" and words.startswith(short[:-1]))


@pytest.mark.parametrize(
    ("words", "short"),
    [
        pytest.param("to resume the talks", "to resume the talks", id="nothing is cut"),
        pytest.param("to resume the talks at once", "to resume the talks…", id="between words"),
        pytest.param("a" * 30, "a" * 20 + "…", id="a word longer than the line"),
    ],
)
def test_words_are_cut_between_words_where_that_is_possible(words, short):
    assert cut(words, 21) == short
