import json
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import Article, Span, add_annotations, load_annotations, mark, save_annotations
from helpers.annotation.annotation import Annotation
from helpers.annotation.exchange.jsonl import annotations_path

ARTICLE = Article("“We waited,” she said. 🔥 He left.", title="Waiting")


def some_marks():
    return [
        mark(ARTICLE, words, "cue", comment="“a”\nb", reader="Heron") for words in ("said", "🔥 He")
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.builds(
            Annotation,
            label=st.text(min_size=1),
            spans=st.just((Span(0, 3), Span(5, 9))),
            comment=st.text(),
            reader=st.text(),
        ),
        max_size=4,
    )
)
def test_what_is_saved_loads_back_equal(tmp_path, marks):
    file = save_annotations(marks, ARTICLE, tmp_path / "marks.jsonl")
    assert load_annotations(file, ARTICLE) == marks


def test_a_line_can_be_read_without_this_program():
    file = save_annotations(some_marks(), ARTICLE)
    line = json.loads(file.read_text(encoding="utf-8").splitlines()[1])
    assert line["words"] == ["🔥 He"]
    assert line["spans"] == [[23, 27]]
    assert line["text_sha256"] == ARTICLE.fingerprint


def test_marks_are_added_to_those_that_are_kept_and_never_twice():
    first, second = some_marks()
    assert add_annotations([first], ARTICLE) == [first]
    again = mark(ARTICLE, "said", "cue", comment="“a”\nb", reader="Heron")  # another id and time
    assert add_annotations([again, second, second], ARTICLE) == [first, second]
    assert load_annotations(None, ARTICLE) == [first, second]


def test_running_a_cell_without_new_marks_keeps_the_old_ones_and_writes_nothing():
    file = save_annotations(some_marks(), ARTICLE)
    before = file.stat().st_mtime_ns
    assert len(add_annotations([], ARTICLE)) == 2
    assert file.stat().st_mtime_ns == before


def test_two_notebooks_that_add_marks_at_once_lose_none(workbook):
    code = (
        "import sys; from helpers import Article, Span, add_annotations\n"
        "from helpers.annotation.annotation import Annotation\n"
        "article = Article('abc ' * 200, title='Two')\n"
        "for n in range(40):\n"
        "    mark = Annotation('x', (Span(n, n + 1),), reader=sys.argv[1])\n"
        "    add_annotations([mark], article, 'two.jsonl')\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, reader], cwd=workbook) for reader in "AB"
    ]
    assert [process.wait(timeout=60) for process in running] == [0, 0]
    marks = load_annotations(workbook / "two.jsonl", Article("abc " * 200))
    assert sorted((m.reader, m.spans[0].start) for m in marks) == [
        (reader, n) for reader in "AB" for n in range(40)
    ]


def test_half_a_character_is_kept_in_a_file_that_stays_utf_8(tmp_path):
    article = Article("a \ud800 b")
    file = save_annotations([Annotation("x", (Span(2, 3),))], article, tmp_path / "m.jsonl")
    file.read_text(encoding="utf-8")
    assert load_annotations(file, article)[0].spans == (Span(2, 3),)


def test_a_file_in_use_by_another_program_is_said_and_left_alone(monkeypatch):
    from filelock import FileLock, Timeout

    def busy(self, *_, **__):
        raise Timeout("x")

    monkeypatch.setattr(FileLock, "acquire", busy)
    with pytest.raises(OSError, match="in use by another notebook"):
        save_annotations(some_marks(), ARTICLE)


def test_before_the_first_mark_there_are_none_and_no_file():
    assert load_annotations(None, ARTICLE) == []
    assert not annotations_path(ARTICLE).exists()


def test_marks_on_another_text_are_refused_and_nothing_is_changed():
    file = save_annotations(some_marks(), ARTICLE)
    before = file.read_bytes()
    other = Article(ARTICLE.text + " More.", title="Waiting")
    with pytest.raises(ValueError, match=r"line 1.*made on another text"):
        add_annotations([mark(other, "More", "cue", reader="H")], other, file)
    assert file.read_bytes() == before


def damaged(change):
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
    change(fields)
    return json.dumps(fields)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("{", "line 2", id="cut line"),
        pytest.param("[]", "fields of a mark", id="a list"),
        pytest.param(damaged(lambda f: f.pop("label")), "no 'label'", id="no label"),
        pytest.param(damaged(lambda f: f.update(label=3)), "label is not a text", id="number"),
        pytest.param(damaged(lambda f: f.update(words=["He"])), "words do not stand", id="words"),
        pytest.param(damaged(lambda f: f.update(spans=[[0, 999]])), "does not lie", id="outside"),
        pytest.param(
            damaged(lambda f: f.update(spans=[["a", "b"]])), "whole numbers", id="letters"
        ),
        pytest.param(damaged(lambda f: f.update(spans=3)), "line 2", id="no list"),
        pytest.param(damaged(lambda f: f.update(spans=[], words=[])), "words do not", id="nowhere"),
    ],
)
def test_a_damaged_line_is_named_and_nothing_is_loaded(tmp_path, line, said):
    file = save_annotations(some_marks()[:1], ARTICLE, tmp_path / "partner.jsonl")
    file.write_text(file.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=said) as caught:
        load_annotations(file, ARTICLE)
    assert "partner.jsonl" in str(caught.value)


def test_a_partners_file_is_found_in_the_workbook_from_any_folder(workbook, monkeypatch):
    (workbook / "my_work").mkdir()
    save_annotations(some_marks(), ARTICLE, workbook / "my_work" / "partner.jsonl")
    monkeypatch.chdir(workbook / "notebooks")
    assert len(load_annotations("my_work/partner.jsonl", ARTICLE)) == 2


def test_a_missing_file_of_marks_is_said():
    with pytest.raises(FileNotFoundError, match="no file of marks"):
        load_annotations("nowhere.jsonl", ARTICLE)


@pytest.mark.parametrize("reader", ["a/b", "..", "🔥", "CON", "x" * 40, "Ärzte"])
def test_every_pseudonym_has_a_file_of_its_own_in_the_folder(reader, workbook):
    path = annotations_path(ARTICLE, reader)
    assert path.parent == workbook / "my_work" / "annotations"
    assert path != annotations_path(ARTICLE, "Heron")
    save_annotations(some_marks(), ARTICLE, path)
    assert path.is_file()
