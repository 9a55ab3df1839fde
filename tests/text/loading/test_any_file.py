"""Promises about files of every format: their size, their names, and bytes that mean nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import UnreadableArticle, load_article
from helpers.text.loading import _READERS
from tests.text.loading import files

MADE = {
    ".txt": b"It rained.\n\nWe stayed.",
    ".html": files.page().encode(),
    ".docx": files.docx(),
    ".pdf": files.pdf([["It rained all day.", "", "We stayed at home."]]),
    ".doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    ".rtf": rb"{\rtf1 It rained.}",
}


@pytest.mark.parametrize("name", ["x.doc", "x.rtf", "x.odt", "x.png", "x.json", "x", ".txt"])
def test_a_format_that_is_not_read_is_said_with_the_remedy(name, tmp_path):
    (tmp_path / name).write_bytes(b"It rained.")
    if name == ".txt":
        assert load_article(tmp_path / name).text == "It rained."
        return
    with pytest.raises(UnreadableArticle, match=r"save it as \.docx or as plain text") as caught:
        load_article(tmp_path / name)
    assert name in str(caught.value)


@pytest.mark.parametrize(
    ("is_a", "called"),
    [
        (is_a, called)
        for is_a in MADE
        for called in (".txt", ".md", ".html", ".docx", ".pdf")
        if is_a not in (called, ".txt")
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_said(is_a, called, tmp_path):
    file = tmp_path / f"x{called}"
    file.write_bytes(MADE[is_a])
    with pytest.raises(UnreadableArticle, match=rf"x\{called} is .*not what \{called} says") as got:
        load_article(file)
    assert f"ends in {is_a}" in str(got.value) or ".docx or .txt" in str(got.value)


@pytest.mark.parametrize("name", ["x.txt", "x.html", "x.docx", "x.pdf", "x.article.json"])
def test_a_file_over_the_limit_is_refused_before_it_is_read(name, tmp_path, monkeypatch):
    file = tmp_path / name
    with file.open("wb") as sparse:
        sparse.truncate(20_000_001)
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda path: pytest.fail(f"{path} was read"))
    with pytest.raises(UnreadableArticle, match=rf"{name} has 20.0 MB; the limit.*limit=21"):
        load_article(file)


def test_the_limit_can_be_moved(tmp_path):
    (tmp_path / "x.txt").write_text("It rained. " * 1000)
    assert load_article(tmp_path / "x.txt", limit=0.011).text
    with pytest.raises(UnreadableArticle, match="the limit is"):
        load_article(tmp_path / "x.txt", limit=0.01)


BYTES = st.binary(max_size=300) | st.builds(
    lambda made, at, junk: made[: at % len(made)] + junk + made[at % len(made) + len(junk) :],
    st.sampled_from([MADE[".html"], MADE[".docx"], MADE[".pdf"]]),
    st.integers(0, 100_000),
    st.binary(max_size=20),
)


@pytest.mark.parametrize("ending", [ending for ending in _READERS if ending != ".text"])
@settings(deadline=None)  # the first one loads the library
@given(raw=BYTES)
def test_bytes_that_mean_nothing_are_unreadable_and_nothing_worse(ending, raw):
    try:
        outcome = _READERS[ending](raw, f"x{ending}").text
    except UnreadableArticle as error:
        outcome = str(error) if f"x{ending}" in str(error) else ""
    assert outcome.strip()
