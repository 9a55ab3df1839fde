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
        names = {str(name) for name in given}
        if names == wanted:
            return ""
        extra = ", ".join(f"“{name}”" for name in sorted(names - wanted))
        if extra:
            return (
                f"The rules found nobody called {extra}. Write the names as the table has them. "
                "If you think that the rules are wrong, say why: they can be."
            )
        return f"Right so far, but {len(wanted - names)} more can be found in the table."

    return Exercise(
        question="Which speakers are quoted in quotation marks? Give a list of their names.",
        answer=right,
        judge=judge,
        hints=(
            "The names stand in the first column of the table of quotations.",
            "A name that occurs more than once counts once; an empty name does not count.",
            "Each quotation has .speaker; {q.speaker for q in quotes} collects them.",
        ),
        solution_code="{q.speaker for q in quotes if q.speaker}",
    )
