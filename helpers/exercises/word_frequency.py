"""The exercises of notebook 03."""

from __future__ import annotations

from helpers.analysis.frequency import count_words
from helpers.analysis.quotes.cues import STANCE_OF
from helpers.exercises.exercise import Exercise
from helpers.text.article import Article


def count_one_word(article: Article) -> Exercise:
    """How often does the third of the article's frequent words occur?

    Small words and reporting verbs are passed over: nearly every report has them on top. The
    first two are passed over because the notebook has just shown them.
    """
    words = [c.word for c in count_words(article, stop_words=False) if c.word not in STANCE_OF]
    word = words[min(2, len(words) - 1)] if words else ""

    def right() -> int:
        return next((c.count for c in count_words(article) if c.word == word), 0)

    def judge(given: object, wanted: int) -> str:
        if isinstance(given, bool) or not isinstance(given, int):
            return f"The answer is a whole number such as 3, without quotes; you gave {given!r}."
        if given == wanted:
            return ""
        parts = article.text.casefold().count(word)
        if given == parts:
            return (
                f"{given} counts “{word}” inside longer words too. Count whole words only, as "
                "count_words does."
            )
        return f"{given} is too {'many' if given > wanted else 'few'}."

    return Exercise(
        question=f"How often does the word “{word}” occur, in upper or lower case?",
        answer=right,
        judge=judge,
        hints=(
            "count_words(article) gives every word with its count.",
            "Each of them has .word and .count; the words are in small letters.",
            f'Look for the one whose .word is "{word}".',
        ),
        solution_code=f'[w.count for w in count_words(article) if w.word == "{word}"][0]',
    )
