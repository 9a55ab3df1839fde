import pickle

import pytest

from helpers import Article, load_article
from helpers.text.article import text_of


def test_a_pasted_text_keeps_every_sign_but_its_line_ends():
    text = "“It’s — here…”\u00a0he said.\r\n\r\nCafe\u0301 🔥\rend"
    assert Article.from_text(text).text == text.replace("\r\n", "\n").replace("\r", "\n")


def test_the_headline_is_a_text_of_its_own():
    headline = load_article().headline_text()
    assert headline.text == load_article().title
    assert [w.of(headline.text) for w in headline.words][:2] == ["Putin", "Proposes"]


def test_the_fingerprint_tells_texts_apart_and_survives_half_characters():
    assert Article("a").fingerprint == Article("a", title="other").fingerprint
    assert Article("a").fingerprint != Article("b").fingerprint
    assert len(Article("\ud800").fingerprint) == 64


def test_an_article_can_be_sent_to_another_process():
    article = load_article()
    assert len(article.words) == len(pickle.loads(pickle.dumps(article)).words)


@pytest.mark.parametrize("wrong", [None, 3, b"bytes", ["list"]])
def test_what_is_no_text_is_refused_with_what_to_do(wrong):
    with pytest.raises(TypeError, match="load_article"):
        text_of(wrong)
    with pytest.raises(TypeError, match="made of a text"):
        Article.from_text(wrong)
