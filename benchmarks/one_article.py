"""What one article costs, and counting words beside NLTK.

Included: from the file or the text as one string to the result in Python's memory; not included:
imports. The best of seven runs, in turns, so that all meet the same noise.
"""

from collections import Counter
from pathlib import Path

from _timing import best_of
from nltk import FreqDist
from nltk.tokenize import NLTKWordTokenizer

from helpers import count_words, find_quotes, load_article, summarize

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
RUNS = 7


def main() -> None:
    """Print milliseconds for one article, and ratios for a long text."""
    path = SEEDS / "ferry-line-the-strait-ledger.txt"
    article = load_article(path)
    seconds = best_of(
        {
            "load, cut and count": lambda: count_words(load_article(path)),
            "count": lambda: count_words(article),
            "quotations": lambda: find_quotes(article),
            "summary (frequency)": lambda: summarize(article, method="frequency"),
        },
        RUNS,
    )
    print(f"one article of {len(article.words)} words{'ms':>14}")
    for name, time_ in seconds.items():
        print(f"{name:36}{time_ * 1000:8.2f}")

    long = (article.text + "\n\n") * (200_000 // len(article.text))
    tokenizer = NLTKWordTokenizer()
    seconds = best_of(
        {
            "count_words": lambda: count_words(long),
            "FreqDist on NLTKWordTokenizer": lambda: FreqDist(tokenizer.tokenize(long.lower())),
            "Counter on split()": lambda: Counter(long.lower().split()),
        },
        RUNS,
    )
    print(f"\n{'counting 200 kB':36}{'MB/s':>8}{'ours is × faster':>18}")
    for name, time_ in seconds.items():
        speed = len(long.encode()) / 1e6 / time_
        print(f"{name:36}{speed:8.2f}{time_ / seconds['count_words']:18.1f}")


if __name__ == "__main__":
    main()
