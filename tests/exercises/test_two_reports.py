"""The exercise about two reports: its answer is worked out from any two texts."""

import pytest

from helpers import compare_reports, load_article
from helpers.exercises.exercise import YOUR_ANSWER
from helpers.exercises.two_reports import changed_cues
from tests.conftest import GIVEN, INVENTED


@pytest.fixture(scope="module")
def found():
    return compare_reports(*map(load_article, INVENTED))


@pytest.mark.parametrize("one", [*INVENTED, GIVEN])
@pytest.mark.parametrize("other", INVENTED)
def test_the_solution_passes_its_own_check_on_any_two_reports(one, other):
    found = compare_reports(load_article(one), load_article(other))
    exercise = changed_cues(found)
    assert exercise.check(eval(exercise.solution_code, {"found": found})).state == "right"


def test_on_the_invented_reports_two_quotations_have_another_cue(found):
    assert len(changed_cues(found).answer()) == 2


@pytest.mark.parametrize("nothing", [YOUR_ANSWER, ..., None])
def test_no_answer_is_not_a_wrong_answer(found, nothing):
    assert changed_cues(found).check(nothing).state == "not attempted"


@pytest.mark.parametrize(
    ("given", "advice"),
    [
        (5, "a list of numbers"),
        ("5, 6", "a list of numbers"),
        ([], "2 more"),
        ([5], "1 more"),
        ([99], "no pair 99"),
        (["five"], "no pair 'five'"),
        ([5, 6, 3], "differs in something else: words left out"),
        ([5, 6, 2], "both have the cue “said”"),
        ([5, 6, 1], "neither report has a cue"),
        ([[5]], "not the kind of answer"),
    ],
)
def test_a_wrong_answer_gets_advice_and_no_traceback(found, given, advice):
    outcome = changed_cues(found).check(given)
    assert outcome.state == "not yet"
    assert advice in outcome.message


def test_hints_come_one_by_one(found):
    exercise = changed_cues(found)
    assert len({exercise.hint().message for _ in exercise.hints}) == 3
