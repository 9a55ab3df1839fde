import json

import pytest

from helpers import Article, Span, load_annotations, mark, save_annotations
from helpers.annotation.annotation import Annotation
from helpers.annotation.exchange import jsonl
from tests.linear import assert_linear

ARTICLE = Article("“We waited,” she said. 🔥 He left.\n\nShe said no.", title="Waiting")


def write(tmp_path, *lines):
    file = tmp_path / "partner.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return file


def test_the_spans_are_those_that_spacy_and_prodigy_read(tmp_path):
    one = Annotation("content", (Span(1, 10), Span(23, 24)))
    file = save_annotations([one], ARTICLE, tmp_path / "marks.jsonl")
    (line,) = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert line["text"] == ARTICLE.text
    assert [(s["label"], line["text"][s["start"] : s["end"]]) for s in line["spans"]] == [
        ("content", "We waited"),
        ("content", "🔥"),
    ]
    assert len({span["id"] for span in line["spans"]}) == 1


@pytest.mark.parametrize("text", [ARTICLE.text, "She said no.", "Waiting"])
def test_lines_of_others_are_read_whether_they_hold_the_text_or_a_part_of_it(tmp_path, text):
    file = write(tmp_path, {"text": text, "spans": [{"start": 0, "end": 3, "label": "X"}]})
    (found,) = load_annotations(file, ARTICLE)
    assert found.words_in(ARTICLE) == (text[:3],)
    assert (found.label, found.place) == ("X", "headline" if text == "Waiting" else "text")


def test_half_a_character_is_kept_in_a_file_that_stays_utf_8(tmp_path):
    article = Article("a \ud800 b")
    file = save_annotations([Annotation("x", (Span(2, 3),))], article, tmp_path / "m.jsonl")
    file.read_text(encoding="utf-8")
    assert load_annotations(file, article)[0].spans == (Span(2, 3),)


def old_line(**changes):
    fields = {
        "id": "a",
        "label": "cue",
        "spans": [[13, 16]],
        "words": ["she"],
        "comment": "",
        "reader": "H",
        "created": "",
        "text_sha256": ARTICLE.fingerprint,
    }
    return {name: value for name, value in (fields | changes).items() if value is not None}


def test_marks_that_version_0_1_0_kept_are_still_read(tmp_path):
    (found,) = load_annotations(write(tmp_path, old_line()), ARTICLE)
    assert (found.id, found.words_in(ARTICLE), found.reader) == ("a", ("she",), "H")


def test_without_a_journal_the_readers_file_of_version_0_1_0_is_loaded(workbook):
    from helpers.annotation.journal import journal_path

    path = journal_path(ARTICLE)
    path.parent.mkdir(parents=True)
    old = path.with_name(path.name.replace(".journal.jsonl", ".jsonl"))
    old.write_text(json.dumps(old_line()) + "\n", encoding="utf-8")
    assert [found.id for found in load_annotations(None, ARTICLE)] == ["a"]


TEXT = {"text": ARTICLE.text}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param(old_line(label=3), "label is not a text", id="number"),
        pytest.param(old_line(words=["He"]), "words do not stand", id="words"),
        pytest.param(old_line(spans=[[0, 999]]), "does not lie", id="outside"),
        pytest.param(old_line(spans=[["a", "b"]]), "two numbers", id="letters"),
        pytest.param(old_line(spans=3), "no spans", id="no list"),
        pytest.param(old_line(spans=[], words=[]), "no spans", id="nowhere"),
        pytest.param(old_line(text_sha256="0"), "another text", id="another text"),
        pytest.param({**TEXT, "spans": 3}, "no list of spans", id="spans a number"),
        pytest.param({**TEXT, "spans": [3]}, "no start and end", id="span a number"),
        pytest.param(
            {**TEXT, "spans": [{"start": 0, "end": 2}]}, "its label is missing", id="no label"
        ),
        pytest.param(
            {**TEXT, "spans": [{"start": 0, "end": True, "label": "x"}]},
            "whole numbers",
            id="a truth",
        ),
        pytest.param(
            {**TEXT, "spans": [{"start": 2, "end": 2, "label": "x"}]}, "inside", id="empty span"
        ),
        pytest.param({"spans": []}, "neither a text nor", id="on no text"),
        pytest.param({"text": "Snow fell.", "spans": []}, "to be found nowhere", id="elsewhere"),
        pytest.param({"text": "said", "spans": []}, "more than once", id="twice"),
        pytest.param({**TEXT, "spans": [], "marks": [{}]}, "no id", id="mark without id"),
        pytest.param(
            {**TEXT, "spans": [], "meta": {"text_sha256": "0"}}, "another text", id="meta"
        ),
    ],
)
def test_a_damaged_line_is_named_and_nothing_is_loaded(tmp_path, line, said):
    good = {**TEXT, "spans": [{"start": 0, "end": 3, "label": "X"}]}
    with pytest.raises(ValueError, match=said) as caught:
        load_annotations(write(tmp_path, good, line), ARTICLE)
    assert "partner.jsonl" in str(caught.value)
    assert "Line 2" in str(caught.value)


def test_marks_can_be_named_by_hand_in_a_notebook(tmp_path):
    made = mark(ARTICLE, "waited", "cue", reader="H")
    file = save_annotations([made], ARTICLE, tmp_path / "m.jsonl")
    assert load_annotations(file, ARTICLE) == [made]


def test_reading_takes_time_in_proportion_to_the_text():
    def read(text):
        parts = [f"{text[n : n + 20]}{n}." for n in range(0, len(text), 20)]
        lines = [{"text": p, "spans": [{"start": 0, "end": 3, "label": "x"}]} for p in parts]
        content = "\n".join(map(json.dumps, lines)).encode()
        assert len(jsonl.read(content, Article(" ".join(parts)))) == len(parts)

    assert_linear(read, "she said no to that ")
