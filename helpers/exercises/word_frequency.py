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
    word = _word_to_ask_for(article)

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


def rate_of_one_word(article: Article) -> Exercise:
    """How many of every hundred words are the word that ``count_one_word`` asks for?"""
    word = _word_to_ask_for(article)
    total = len(article.words)

    def count() -> int:
        return next((c.count for c in count_words(article) if c.word == word), 0)

    def right() -> float:
        return round(100 * count() / total, 1) if total else 0.0

    def judge(given: object, wanted: float) -> str:
        if isinstance(given, bool) or not isinstance(given, (int, float)):
            return f"The answer is a number such as 0.5, without quotes; you gave {given!r}."
        if abs(given - wanted) < 0.05:  # however it was rounded
            return ""
        if given == count():
            return f"{given} is how often it occurs. The question is in how many of 100 words."
        if total and abs(given - count() / total) < 0.0005:
            return f"{given} is its share, a part of one. Of a hundred words it is 100 times that."
        return f"{given} is too {'large' if given > wanted else 'small'}."

    return Exercise(
        question=f"How many of every 100 words of the article are “{word}”? One decimal is enough.",
        answer=right,
        judge=judge,
        hints=(
            "A rate is the count divided by all words, times 100.",
            "len(article.words) is the number of all words, small ones included.",
        ),
        solution_code=(
            f'round(100 * [w.count for w in count_words(article) if w.word == "{word}"][0] '
            "/ len(article.words), 1)"
        ),
    )


def _word_to_ask_for(article: Article) -> str:
    words = [c.word for c in count_words(article, stop_words=False) if c.word not in STANCE_OF]
    return words[min(2, len(words) - 1)] if words else ""
