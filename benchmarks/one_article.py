"""Words, sentences and counts of news-like text, beside NLTK and pySBD, in one run.

Included on both sides: from the text as one string to the result in Python's memory; spans where
the peer can give them. Not included: imports. The text is the two invented reports, repeated.
The best of the runs, in turns, so that both sides meet the same noise.
"""

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pysbd
from nltk import FreqDist
from nltk.tokenize import NLTKWordTokenizer
from nltk.tokenize.punkt import PunktSentenceTokenizer

from helpers import count_words, find_quotes, find_sentences, find_words, load_article, summarize

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
RUNS = 5


def best_of(*functions: Callable[[], object]) -> list[float]:
    """The best seconds of each, run in turns."""
    best = [float("inf")] * len(functions)
    for _ in range(RUNS):
        for number, function in enumerate(functions):
            began = time.perf_counter()
            function()
            best[number] = min(best[number], time.perf_counter() - began)
    return best


def main() -> None:
    """Print a table of ratios, and the milliseconds of one article."""
    articles = [load_article(path) for path in sorted(SEEDS.glob("ferry-*.txt"))]
    text = "\n\n".join(article.text for article in articles) + "\n\n"
    long = text * (200_000 // len(text))
    short = text * (20_000 // len(text))
    nltk_words = NLTKWordTokenizer()
    punkt = PunktSentenceTokenizer()
    rules = pysbd.Segmenter(language="en", clean=False, char_span=True)
    rows: list[tuple[str, str, str, Callable[[], object], Callable[[], object]]] = [
        (
            "words with spans",
            "NLTKWordTokenizer",
            long,
            lambda: find_words(long),
            lambda: list(nltk_words.span_tokenize(long)),
        ),
        (
            "counting",
            "FreqDist on it",
            long,
            lambda: count_words(long),
            lambda: FreqDist(nltk_words.tokenize(long.lower())),
        ),
        (
            "counting",
            "Counter on split()",
            long,
            lambda: count_words(long),
            lambda: Counter(long.lower().split()),
        ),
        (
            "sentences with spans",
            "Punkt, untrained",
            long,
            lambda: find_sentences(long),
            lambda: list(punkt.span_tokenize(long)),
        ),
        (
            "sentences with spans",
            "pySBD",
            short,
            lambda: find_sentences(short),
            lambda: rules.segment(short),
        ),
    ]
    print(f"{'':22}{'beside':20}{'ours MB/s':>10}{'peer MB/s':>11}{'ratio':>8}")
    for name, peer, sample, ours, theirs in rows:
        mine, other = best_of(ours, theirs)
        megabytes = len(sample.encode()) / 1e6
        speeds = f"{megabytes / mine:10.2f}{megabytes / other:11.2f}{other / mine:8.1f}"
        print(f"{name:22}{peer:20}{speeds}")
    article = articles[0]
    (load, words, quotes, lead) = best_of(
        lambda: load_article(SEEDS / article.origin.file).sentences,
        lambda: count_words(article),
        lambda: find_quotes(article),
        lambda: summarize(article, method="frequency"),
    )
    print(
        f"\none article ({len(article.words)} words), ms: load and cut {load * 1000:.1f}, "
        f"count {words * 1000:.1f}, quotations {quotes * 1000:.1f}, summary {lead * 1000:.1f}"
    )


if __name__ == "__main__":
    main()
