"""What the teacher's page says about the lesson, the texts and the machine is so."""

import json
import re

import pytest

from helpers import find_quotes, load_annotations, load_article, measure_agreement
from helpers.analysis.quotes.accuracy import MEASURED
from helpers.workbook import find_workbook
from tests.conftest import GIVEN, INVENTED, ROOT

PAGE = (ROOT / "notebooks" / "TEACHING.md").read_text(encoding="utf-8")
LESSON = ROOT / "notebooks" / "lesson_in_50_minutes.ipynb"


def found_in(seed, number):
    """What the rules find in the paragraph with this number."""
    article = load_article(seed)
    paragraph = article.paragraphs[number - 1]
    return [quote for quote in find_quotes(article) if paragraph.contains(quote.content[0])]


def test_the_minutes_are_fifty_and_the_same_in_the_lesson_and_in_the_plan():
    cells = json.loads(LESSON.read_text(encoding="utf-8"))["cells"]
    headings = [line for cell in cells for line in cell["source"] if line.startswith("## ")]
    steps = re.findall(r"## (\d) · .*\((\d+) minutes\)", "\n".join(headings))
    assert [number for number, _ in steps] == ["1", "2", "3", "4", "5", "6"]
    begin = 0
    for number, minutes in steps:
        end = begin + int(minutes)
        assert f"\n| {begin}–{end} | {number} " in PAGE
        begin = end
    assert begin == 50


def test_the_commands_are_those_of_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in ("make lab", "python3 tools/lab.py", "py tools\\lab.py"):
        assert command in PAGE
        assert command in readme


def test_the_lines_that_print_a_text_write_the_file_that_they_name(workbook, monkeypatch):
    (lines,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    (workbook / "my_work").mkdir()
    monkeypatch.chdir(workbook / "notebooks")
    exec(lines, {})
    page = (find_workbook() / "my_work" / "text_for_paper.html").read_text(encoding="utf-8")
    article = load_article()
    assert article.paragraphs[1].of(article.text) in page


@pytest.mark.parametrize(
    ("seed", "ending"),
    [(GIVEN, ""), (INVENTED[0], ".the-strait-ledger"), (INVENTED[1], ".the-ellar-lantern")],
)
def test_the_invented_readers_agree_as_far_as_is_said(seed, ending):
    article = load_article(seed)
    readings = {
        name: load_annotations(f"seeds/readers/{name}{ending}.jsonl", article)
        for name in ("blue-heron", "grey-otter")
    }
    overall = measure_agreement(readings, article, within=article.paragraphs[:8]).labels[-1]
    assert 0.40 <= overall.exact <= 0.50
    assert 0.65 <= round(overall.half, 2) <= 0.77


def test_the_machine_finds_what_is_said():
    assert found_in(GIVEN, 5) == []
    assert [quote.kind for quote in found_in(GIVEN, 8)] == ["term"]
    (taken, *_) = found_in(INVENTED[0], 7)
    assert "a figure the Ledger could not check" in taken.content[0].of(
        load_article(INVENTED[0]).text
    )


def test_what_is_said_of_the_accuracy_of_the_rules_is_what_was_measured():
    lesson = " ".join(
        line.strip()
        for cell in json.loads(LESSON.read_text(encoding="utf-8"))["cells"]
        for line in cell["source"]
    )
    for text in (lesson, " ".join(PAGE.split())):
        assert "nine of ten longer quotations" in text
        assert "little more than half" in text
    assert round(MEASURED.rightly_attributed, -1) == 90
    assert 50 < MEASURED.content_recall < 60
