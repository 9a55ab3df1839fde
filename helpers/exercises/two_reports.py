"""The exercise of the notebook about two reports."""

from __future__ import annotations

from helpers.analysis.report_comparison import ReportComparison
from helpers.exercises.exercise import Exercise


def changed_cues(found: ReportComparison) -> Exercise:
    """Which quotations do both reports use, each with another reporting word?"""

    def right() -> set[int]:
        return {
            shared.pair
            for shared in found.one.shared
            if "other cue" in shared.differences.split("; ")
        }

    def judge(given: object, wanted: set[int]) -> str:
        if isinstance(given, (str, dict)) or not isinstance(given, (list, tuple, set, frozenset)):
            return f"The answer is a list of numbers of pairs, such as [1, 2]; not {given!r}."
        numbers = set(given)
        known = {shared.pair: shared for shared in found.one.shared}
        for number in numbers - known.keys():
            return f"There is no pair {number!r}. The first column of the table has the numbers."
        for number in sorted(numbers - wanted):
            pair = known[number]
            if pair.differences:
                return f"Pair {number} differs in something else: {pair.differences}."
            if not pair.other_cue:
                return f"In pair {number} nothing differs: neither report has a cue."
            return f"In pair {number} nothing differs: both have the cue “{pair.other_cue}”."
        missing = len(wanted - numbers)
        return f"Right so far, but in {missing} more the cues differ." if missing else ""

    return Exercise(
        question=(
            "In which pairs do the two reports introduce the quotation with different words? Give "
            "a list of the numbers of the pairs; an empty list says: in none."
        ),
        answer=right,
        judge=judge,
        hints=(
            "The table of pairs has two columns for it: cue and other cue.",
            "Where they differ, the column “differences” says “other cue”.",
            "Each pair has .differences: [p.pair for p in found.one.shared if …] collects them.",
        ),
        solution_code='[p.pair for p in found.one.shared if "other cue" in p.differences]',
    )
