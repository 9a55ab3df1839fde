import csv
import io

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


def test_the_installation_can_be_checked(capsys):
    assert main(["check"]) == 0
    assert "Everything is in place." in capsys.readouterr().out
