import pytest
from hypothesis import given, settings

from helpers import Article, Span, mark, save_annotations
from helpers.annotation.annotation import Annotation
from helpers.annotation.exchange.brat import fragments, write
from tests.annotation.strategies import annotated

ARTICLE = Article("“We waited,” she said.\n\nHe left 🔥 at once.", title="Waiting")


def lines_of(file):
    return file.read_text(encoding="utf-8").splitlines()


def test_the_lines_are_those_that_brat_reads(tmp_path):
    cue = Annotation("cue", (Span(17, 21),), comment="a\tb\nc", links=("other",), id="one")
    word = Annotation(
        "loaded word", (Span(27, 31),), values=(("whose voice", "the reporter"),),
        links=("one",), id="other",
    )  # fmt: skip
    file = save_annotations([cue, word], ARTICLE, tmp_path / "marks.ann")
    shown = [line for line in lines_of(file) if "\tMark " not in line]
    assert shown == [
        "T1\tcue 17 21\tsaid",
        "T2\tloaded_word 27 31\tleft",
        "A1\twhose_voice T2 the_reporter",
        "R1\tlinked Arg1:T1 Arg2:T2",
        "#1\tAnnotatorNotes T1\ta b c",
    ]
    assert (tmp_path / "marks.txt").read_bytes().decode() == ARTICLE.text


def test_a_span_over_a_line_break_comes_in_fragments(tmp_path):
    made = Annotation("content", (Span(13, 26), Span(32, 33)))
    file = save_annotations([made], ARTICLE, tmp_path / "marks.ann")
    assert lines_of(file)[0] == "T1\tcontent 13 22;24 26;32 33\tshe said. He 🔥"


@settings(deadline=None)
@given(annotated())
def test_in_every_fragment_stand_the_words_that_the_line_has(made):
    """What brat itself checks when it opens a file."""
    article, marks = made
    files = write(marks, article, words=True)
    for ending in ("", ".headline"):
        text = files.get(f"{ending}.txt", b"").decode()
        for line in files.get(f"{ending}.ann", b"").decode().split("\n"):
            if line.startswith("T"):
                _, where, said = line.split("\t")
                pairs = [pair.split(" ") for pair in where.split(" ", 1)[1].split(";")]
                pieces = [text[int(start) : int(end)] for start, end in pairs]
                assert all("\n" not in piece or not piece.strip() for piece in pieces)
                assert len(" ".join(pieces)) == len(said)


def test_fragments_are_the_words_without_the_line_breaks():
    text = "ab\n\ncd\u2028ef"
    found = fragments([Span(1, 9)], text)
    assert [span.of(text) for span in found] == ["b", "cd", "ef"]


def test_labels_that_would_have_the_same_plain_name_stay_apart(tmp_path):
    marks = [mark(ARTICLE, word, label, reader="H") for word, label in
             (("she", "a b"), ("said", "a_b"), ("He", "źródło"), ("left", "źródłą"))]  # fmt: skip
    file = save_annotations(marks, ARTICLE, tmp_path / "marks.ann")
    names = [line.split("\t")[1].split()[0] for line in lines_of(file) if line[0] == "T"]
    assert len(set(names)) == 4
    assert all(
        name.replace("_", "").replace("-", "").isalnum() and name.isascii() for name in names
    )


def test_marks_on_the_headline_have_files_of_their_own(tmp_path):
    made = mark(ARTICLE, "Waiting", "cue", place="headline", reader="H")
    save_annotations([made], ARTICLE, tmp_path / "marks.ann")
    assert lines_of(tmp_path / "marks.headline.ann")[0] == "T1\tcue 0 7\tWaiting"
    assert (tmp_path / "marks.headline.txt").read_text(encoding="utf-8") == "Waiting"


def test_somebodys_own_text_file_is_never_replaced(tmp_path):
    (tmp_path / "marks.txt").write_text("my notes")
    with pytest.raises(ValueError, match="holds another text"):
        save_annotations([], ARTICLE, tmp_path / "marks.ann")
    assert (tmp_path / "marks.txt").read_text() == "my notes"
    assert not (tmp_path / "marks.ann").exists()
