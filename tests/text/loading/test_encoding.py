import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import UnreadableArticle, load_article
from helpers.text.loading.encoding import decode

ENGLISH = "The “Café” closed on Monday — for good. Its owner gave no reason. “It’s over,” she said."
FRENCH = "L’été dernier, la mairie a fermé le marché. « C’est triste », a dit une élue à la radio."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The “Café” is closed.", "cp1252"),
        (ENGLISH, "cp1252"),
        (FRENCH, "cp1252"),
        (ENGLISH, "mac_roman"),
        ("Prom już nie pływa. „To smutny dzień dla nas wszystkich”, powiedziała.", "cp1250"),
        ("Паром больше не ходит. «Это печальный день для всех нас», — сказала мэр.", "cp1251"),
        ("フェリーはもう運航しない。「悲しい日だ」と市長は水曜日に語った。", "shift_jis"),
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-32"),
    ],
)
def test_a_text_of_a_few_sentences_is_read_whatever_it_was_saved_in(text, encoding, tmp_path):
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    article = load_article(tmp_path / "a.txt")
    assert article.text == text
    assert article.origin.encoding


def test_the_encoding_that_the_reader_names_is_taken(tmp_path):
    (tmp_path / "a.txt").write_bytes("Çırağan’da güneş.".encode("cp1254"))
    article = load_article(tmp_path / "a.txt", encoding="windows-1254")
    assert article.text == "Çırağan’da güneş."
    assert article.origin.encoding == "cp1254"


@pytest.mark.parametrize("encoding", ["klingon", "base64", "\0", "a" * 999])
def test_an_encoding_that_there_is_not_is_said_with_examples(encoding, tmp_path):
    for name in ("a.txt", "a.html"):
        (tmp_path / name).write_text("It rained.")
        with pytest.raises(UnreadableArticle, match=rf"{name}.*no encoding has that name.*cp1252"):
            load_article(tmp_path / name, encoding=encoding)


def test_an_encoding_that_does_not_fit_is_said_with_the_place(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    with pytest.raises(UnreadableArticle, match=r"a\.txt is not in utf-8: byte 4"):
        load_article(tmp_path / "a.txt", encoding="utf-8")


@pytest.mark.parametrize("declared", ["klingon", "utf-16", "utf-7", "base64", "idna", "x" * 300])
def test_a_declaration_that_cannot_be_true_changes_nothing(declared):
    assert decode("Café".encode(), "a.html", declared=declared) == ("Café", "utf-8")


@pytest.mark.parametrize("declared", ["gb2312", "euc-kr", "shift_jis", "koi8-r", "iso-8859-7"])
def test_a_declaration_that_fits_is_believed(declared):
    raw = {"gb2312": "渡轮", "euc-kr": "여객선", "shift_jis": "船", "koi8-r": "Паром"}
    text = raw.get(declared, "Το πλοίο")
    assert decode(text.encode(declared), "a.html", declared=declared)[0] == text


@settings(deadline=None)  # the first one loads the library
@given(st.text(min_size=1).filter(str.strip))
def test_utf_8_is_always_read_as_what_it_is(text):
    if "\0" not in text and not text.startswith("\ufeff"):
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        assert decode(text.encode(), "a.txt") == (plain, "utf-8")


@settings(deadline=None)  # the first one loads the library
@given(st.binary(max_size=200))
def test_bytes_that_are_no_text_are_refused_and_nothing_else_is_raised(raw):
    try:
        text, encoding = decode(raw, "a.txt")
    except UnreadableArticle:
        return
    assert raw.decode(encoding).replace("\r\n", "\n").replace("\r", "\n") == text


@pytest.mark.parametrize(
    "text",
    [
        "Officials said the price is £30 or €35 – and more.",
        "A decisão não é boa, disse João. As eleições começam amanhã em São Paulo.",
        "Perché è così? La città è più bella, così disse.",
        "Café crème à la carte, déjà vu. It’s the end.",
        "Der Bürgermeister sagte: „Straße für Straße wird größer.“",
    ],
)
def test_a_few_western_lines_without_a_declaration_are_read_right(text):
    assert decode(text.encode("cp1252"), "x.txt")[0] == text
