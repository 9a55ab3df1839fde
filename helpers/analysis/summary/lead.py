"""The first sentences: the method that news editors taught readers to rely on."""

from __future__ import annotations

from helpers.analysis.summary.score import SentenceScore
from helpers.text.span import Span


def score(text: str, sentences: tuple[Span, ...]) -> list[SentenceScore]:
    """A score for each sentence: 1 for the first, 1/2 for the second, 1/3 for the third, …

    The headline is not part of an article's text and so is never counted as a sentence.
    """
    return [
        SentenceScore(sentence, 1 / number, f"is sentence {number} of {len(sentences)}")
        for number, sentence in enumerate(sentences, 1)
    ]
