"""What one article costs.

Included: from the file or the text as one string to the result in Python's memory; not included:
imports. The best of seven runs, in turns, so that all meet the same noise.
"""

from pathlib import Path

from _timing import best_of

from helpers import count_words, find_quotes, load_article, summarize

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
RUNS = 7


def main() -> None:
    """Print milliseconds for each step."""
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


if __name__ == "__main__":
    main()
