"""The exercises of notebook 04."""

from __future__ import annotations

from helpers.analysis.quotes import find_quotes
from helpers.exercises.exercise import Exercise
from helpers.text.article import Article


def quoted_speakers(article: Article) -> Exercise:
    """Which speakers are quoted in quotation marks, according to the rules?"""

    def right() -> set[str]:
        return {quote.speaker for quote in find_quotes(article) if quote.speaker}

    def judge(given: object, wanted: set[str]) -> str:
        if isinstance(given, str) or not isinstance(given, (list, tuple, set, frozenset)):
            return f'The answer is a list of names in quotes, such as ["Ana Silva"]; not {given!r}.'
        by_folded_name = {name.casefold(): name for name in wanted}
        names = {str(name).strip() for name in given} - {""}
        for name in sorted(names):
            if name.casefold() not in by_folded_name:
                whole = next((w for w in sorted(wanted) if name.casefold() in w.casefold()), "")
                if whole:
                    return f"The table calls “{name}” “{whole}”: write the whole name."
                return (
                    f"The table names nobody called “{name}”. If you think that the rules are "
                    "wrong, say why: they can be."
                )
        missing = len(wanted) - len({name.casefold() for name in names})
        return f"Right so far, but the table names {missing} more." if missing else ""

    return Exercise(
        question="Which speakers does the table of quotations name? Give a list of the names.",
        answer=right,
        judge=judge,
        hints=(
            "The names stand in the first column of the table of quotations.",
            "A name that occurs more than once counts once; an empty name does not count.",
            "Each quotation has .speaker; {q.speaker for q in quotes if q.speaker} collects them.",
        ),
        solution_code="{q.speaker for q in quotes if q.speaker}",
    )
