"""The exercises of notebook 01."""

from __future__ import annotations

from helpers.exercises.exercise import Exercise
from helpers.text.article import Article
from helpers.text.segmentation import find_sentences, find_words


def longest_sentence(article: Article) -> Exercise:
    """How many words has the article's longest sentence?"""
    lengths = [len(find_words(span.of(article.text))) for span in find_sentences(article.text)]

    def right() -> int:
        return max(lengths, default=0)

    def judge(given: object, wanted: int) -> str:
        if isinstance(given, bool) or not isinstance(given, int):
            return f"The answer is a number of words such as 12, without quotes; not {given!r}."
        if given == wanted:
            return ""
        if given in lengths:
            return f"There is a sentence of {given} words, but a longer one too."
        return f"No sentence has {given} words. Count words, not letters."

    return Exercise(
        question="How many words are there in the longest sentence?",
        answer=right,
        judge=judge,
        hints=(
            "The chart above shows a bar for each sentence; which is the highest?",
            "The list lengths holds a number for each sentence.",
            "max(…) gives the largest number of a list.",
        ),
        solution_code="max(lengths)",
    )
