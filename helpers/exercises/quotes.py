"""The exercises of notebook 04."""

from __future__ import annotations

from helpers.analysis.quotes import find_quotes
from helpers.analysis.quotes.sourcing import audit_sources
from helpers.exercises.exercise import Exercise
from helpers.text.article import Article


def quoted_speakers(article: Article) -> Exercise:
    """Which speakers are quoted, in quotation marks or not, according to the rules?"""

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


def paraphrased_words(article: Article) -> Exercise:
    """How many of the speakers' words does the reporter retell, without quotation marks?"""

    def right() -> int:
        return sum(source.words_paraphrased for source in audit_sources(article).speakers)

    def judge(given: object, wanted: int) -> str:
        if isinstance(given, bool) or not isinstance(given, int):
            return f"The answer is a whole number, such as 12; not {given!r}."
        if given == wanted:
            return ""
        audit = audit_sources(article)
        if given == audit.words_attributed:
            return "That is all that is attributed. How much of it stands in no marks?"
        if given == sum(source.words_quoted for source in audit.speakers):
            return "That is what stands in quotation marks. The question is about the rest."
        if given == max((source.words_paraphrased for source in audit.speakers), default=-1):
            return "That is one speaker's number. Add up those of all speakers."
        return f"{given} is not the sum of the column. Leave out the two last rows of the table."

    return Exercise(
        question=(
            "How many words does the reporter retell for all speakers together, without quotation "
            "marks? Give the number."
        ),
        answer=right,
        judge=judge,
        hints=(
            "The table of sources has a column for words that are paraphrased.",
            "The rows in brackets at the end are no speaker's; leave them out.",
            "Each source has .words_paraphrased; sum(… for source in audit.speakers) adds them up.",
        ),
        solution_code="sum(source.words_paraphrased for source in audit.speakers)",
    )
