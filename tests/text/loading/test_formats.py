"""The same articles in every format that can be read."""

import itertools

import pytest

from helpers import load_article
from tests.invented_files import ARTICLES, ENDINGS


@pytest.mark.parametrize(
    ("article", "ending"),
    itertools.product(ARTICLES, ENDINGS),
    ids=lambda value: value if isinstance(value, str) else value.title.split()[0],
)
def test_an_article_has_its_headline_and_its_words_in_whatever_format_it_comes(
    article, ending, tmp_path
):
    file = tmp_path / f"own{ending}"
    file.write_bytes(article.file(ending))
    read = load_article(file)
    assert read.title == article.title
    assert read.text.split() == " ".join(article.paragraphs).split()
