import csv
import io
import os
import subprocess
import sys

import pytest

from helpers.__main__ import main
from tests.conftest import INVENTED


def rows(printed):
    return list(csv.DictReader(io.StringIO(printed), dialect="excel-tab"))


@pytest.mark.parametrize(
    ("command", "column", "first"),
    [
        (["describe"], "value", "Putin Proposes Direct Russia-Ukraine Talks Next Week"),
        (["words", "--top", "3"], "word", "ukraine"),
        (["words", "--stop-words"], "word", "the"),
        (["find", "--word", "talks"], "keyword", "talks"),
        (["quotes"], "speaker", "Vladimir Putin"),
        (["quotes", INVENTED[1]], "content", "Blue Line"),
        (["summary", "--sentences", "1"], "reason", "is sentence 1 of 26"),
    ],
)
def test_each_command_prints_the_table_of_its_function(capsys, command, column, first):
    assert main(command) == 0
    assert rows(capsys.readouterr().out)[0][column] == first


def test_a_missing_file_is_said_in_one_line_and_counts_as_a_failure(capsys):
    assert main(["quotes", "nowhere.txt"]) == 1
    printed = capsys.readouterr()
    assert "nowhere.txt" in printed.err
    assert len(printed.err.splitlines()) == 1
    assert printed.out == ""


def test_a_number_that_is_none_is_refused(capsys):
    with pytest.raises(SystemExit):
        main(["words", "--top", "-1"])
    assert "at least 1" in capsys.readouterr().err


def test_output_is_utf_8_on_every_system_and_may_be_cut_short(workbook):
    text = workbook / "he.txt"
    text.write_text("שלום " * 50_000, encoding="utf-8")
    command = [sys.executable, "-m", "helpers", "words", str(text)]
    surroundings = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    run = subprocess.run(command, env=surroundings, capture_output=True, check=True)
    assert "שלום" in run.stdout.decode("utf-8")
    command[3:] = ["find", str(text), "--word", "שלום"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_the_installation_can_be_checked(capsys):
    assert main(["check"]) == 0
    assert "Everything is in place." in capsys.readouterr().out
