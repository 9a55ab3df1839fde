"""Who of one report is who of the other, by their names alone."""

import pytest

from helpers.analysis.report_comparison.speakers import MATCHES, match_speakers


@pytest.mark.parametrize(
    ("one", "other", "known_by"),
    [
        ("Ana Silva", "Ana Silva", "name"),
        ("Ana B. Silva", "Ana Silva", "name"),
        ("José Silva", "Jose Silva", "name"),
        ("the Port Authority", "Port Authority", "name"),
        ("Silva", "Ana Silva", "surname"),
        ("A council official", "the council official", "description"),
    ],
)
def test_a_speaker_is_known_by_a_name_a_surname_or_a_description(one, other, known_by):
    here, there = match_speakers([one], [other])
    assert (here[one].speaker, here[one].known_by) == (other, known_by)
    assert (there[other].speaker, there[other].known_by) == (one, known_by)
    assert here[one].key == there[other].key
    assert known_by in MATCHES


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["Ana Silva"], ["Jo Silva"]),
        (["Silva"], ["Ana Silva", "Jo Silva"]),
        (["he"], ["he"]),
        (["council officials"], ["officials"]),
        ([""], [""]),
        ([], ["Ana Silva"]),
    ],
)
def test_nobody_is_taken_for_somebody_else(one, other):
    assert match_speakers(one, other) == ({}, {})


def test_two_descriptions_that_differ_in_the_article_alone_are_one():
    here, there = match_speakers(["A clerk", "the clerk"], ["The clerk"])
    assert [known.speaker for known in here.values()] == ["The clerk", "The clerk"]
    assert there["The clerk"].speaker == "A clerk"
