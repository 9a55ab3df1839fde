"""Sentences whose words are frequent in the text.

Source: Nenkova and Vanderwende (2005), The impact of frequency on summarization, MSR-TR-2005-101
(SumBasic). This is its scoring step: a sentence scores the mean probability of its words. The
second step, which lowers the words of a sentence already chosen, is not applied, so that every
sentence has one score that a reader can work out by hand.
"""

from __future__ import annotations

from helpers.analysis.frequency import count_words
from helpers.analysis.stop_words import is_stop_word
from helpers.analysis.summary.score import SentenceScore
from helpers.text.folding import fold
from helpers.text.segmentation import find_words
from helpers.text.span import Span


def score(text: str, sentences: tuple[Span, ...]) -> list[SentenceScore]:
    """A score for each sentence: the mean share of its words, stop words left out.

    A sentence of stop words alone scores 0.
    """
    counts = {count.word: count for count in count_words(text, stop_words=False)}
    scored = []
    for sentence in sentences:
        written = sentence.of(text)
        words = [span.of(written) for span in find_words(written)]
        found = [counts[fold(w)] for w in words if not is_stop_word(w)]
        mean = sum(count.share for count in found) / len(found) if found else 0.0
        top = sorted({c.word: c for c in found if c.count > 1}.values(), key=lambda c: -c.count)
        named = ", ".join(f"“{count.word}” ({count.count})" for count in top[:3])
        reason = (
            f"holds words that are frequent in the text: {named}"
            if named
            else "holds no word that the text repeats"
        )
        scored.append(SentenceScore(sentence, mean, reason))
    return scored
