"""What a pupil is told of a file that cannot be compared with."""

import pytest

from helpers.annotation.refused_files import LARGEST, WHERE, why_refused
from helpers.text.article import Article
from tests.linear import assert_linear

ARTICLE = Article("Ana Silva said no.", title="No")


@pytest.mark.parametrize(
    ("title", "said"),
    [
        pytest.param(b'"Y\\u0065s"', "another text, “Yes”; yours is “No”", id="a title"),
        pytest.param(b'"a\\n b"', "another text, “a b”; yours", id="in one line"),
        pytest.param(b'"\\x"', "another text; yours", id="an escape that is none"),
        pytest.param(b'"\xff"', "another text; yours", id="no UTF-8"),
        pytest.param(b'"' + b"x" * 1000 + b'"', "another text; yours", id="long"),
        pytest.param(b"5", "another text; yours", id="no text"),
    ],
)
@pytest.mark.parametrize("name", [b"text_sha256", b"schema:sha256"])
def test_a_file_for_another_article_is_told_whatever_title_it_gives(name, title, said):
    content = b'{"' + name + b'": "0", "title": ' + title + b"}"
    assert said in why_refused("theirs.jsonl", content, ARTICLE)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x89PNG", id="a picture"),
        pytest.param(f'{{"text_sha256":"{ARTICLE.fingerprint}"'.encode(), id="this text's, cut"),
        pytest.param(
            f'"schema:sha256":"{ARTICLE.headline_text().fingerprint}"'.encode(), id="its headline's"
        ),
    ],
)
def test_of_any_other_file_it_is_said_which_one_is_wanted(content):
    said = why_refused("theirs.jsonl", content, ARTICLE)
    assert said.startswith("theirs.jsonl cannot be used")
    assert said.endswith(WHERE)


def test_a_file_that_is_too_large_is_not_looked_into():
    content = b'"text_sha256":"0"' + b" " * LARGEST
    assert why_refused("film.mp4", content, ARTICLE).startswith("film.mp4 is too large")


@pytest.mark.parametrize("piece", ['"text_sha256"', '"title" ', '"title":"\\x', '"title":   '])
def test_the_time_grows_with_the_file_and_not_with_its_square(piece):
    assert_linear(lambda text: why_refused("x", text.encode(), ARTICLE), piece)
