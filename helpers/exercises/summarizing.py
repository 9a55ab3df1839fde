"""The exercises of notebook 05."""

from __future__ import annotations

from helpers.analysis.summary.rouge import measure_rouge
from helpers.exercises.exercise import Exercise
from helpers.text.article import Article


def count_shared_words(article: Article) -> Exercise:
    """How many words of the first sentence would ROUGE-1 find in the second?"""
    written = [sentence.of(article.text) for sentence in article.sentences[:2]]
    first, second = (*written, "", "")[:2]

    def right() -> int:
        return len(measure_rouge(first, second)[0].shared)

    def judge(given: object, wanted: int) -> str:
        if isinstance(given, bool) or not isinstance(given, int):
            return f"The answer is a whole number such as 3, without quotes; you gave {given!r}."
        if given == wanted:
            return ""
        if given == len({*first.casefold().split()} & {*second.casefold().split()}):
            return (
                f"{given} different words are the same, letter by letter. ROUGE counts a word as "
                "often as both have it, leaves signs out, and cuts endings."
            )
        return f"{given} is too {'many' if given > wanted else 'few'}."

    return Exercise(
        question=(
            "Take the second sentence of the article for a reference. How many words of the first "
            "sentence would ROUGE-1 find in it?"
        ),
        answer=right,
        judge=judge,
        hints=(
            "Small words count, too; upper and lower case do not matter.",
            "A word counts as often as both sentences have it: the smaller of the two counts.",
            "measure_rouge(first, second) gives the measures; each has .shared, the places.",
        ),
        solution_code="len(measure_rouge(first, second)[0].shared)",
    )
