"""Sentences and words beside their peers: how right, how fast, and whether time stays linear.

Right: scored on the gold folder where there is one (GOLD_DIR, else ../shared/gold), by the scorer
that lies in it; each peer in the same run. Fast: from one string to spans (or pairs of numbers) in
Python's memory, the best of five runs, in turns; imports are not included. The text is the two
invented reports, repeated. Linear: one megabyte of one thing repeated, beside ordinary text.
"""

import sys
from collections.abc import Callable, Iterable

import blingfire
import pysbd
import sentencex
from _gold import ROOT, gold_folder, load_scorer
from _timing import best_of
from nltk.tokenize import NLTKWordTokenizer
from nltk.tokenize.punkt import PunktSentenceTokenizer

from helpers import find_sentences, find_words, load_article
from helpers.text.segmentation import WORD

GOLD = gold_folder("sentences")
RUNS = 5
Splitter = Callable[[str], Iterable[tuple[int, int]]]


def located(text: str, pieces: Iterable[str]) -> list[tuple[int, int]]:
    """Where pieces stand that a peer gives without their places."""
    spans, position = [], 0
    for piece in pieces:
        start = text.index(piece, position)
        position = start + len(piece)
        spans.append((start, position))
    return spans


def peers() -> dict[str, Splitter]:
    """What splits a text into sentences, ours first."""
    punkt = PunktSentenceTokenizer()  # untrained: the trained model needs a download
    rules = pysbd.Segmenter(language="en", clean=False, char_span=True)

    def by_blingfire(text: str) -> list[tuple[int, int]]:
        _, offsets = blingfire.text_to_sentences_and_offsets(text)
        return [(start, end) for start, end in offsets]

    return {
        "find_sentences": find_sentences,
        "Punkt, untrained": lambda text: punkt.span_tokenize(text),
        "pySBD": lambda text: [(s.start, s.end) for s in rules.segment(text)],
        "sentencex": lambda text: located(text, sentencex.segment("en", text)),
        "blingfire": by_blingfire,
    }


def print_accuracy() -> None:
    """F1 of sentence borders, and texts split exactly, for each peer."""
    score = load_scorer(GOLD)
    if score is None:
        return
    print(f"{'right':20}{'EWT P':>8}{'R':>8}{'F1':>8}{'golden rules':>16}{'broken':>8}")
    for name, split in peers().items():
        ewt, _ = score.evaluate(split, "ewt")
        rules, _ = score.evaluate(split, "golden_rules")
        terminal = ewt["terminal"]
        row = f"{terminal['P']:8.1f}{terminal['R']:8.1f}{terminal['F1']:8.1f}"
        exact = f"{rules['exact']} of {rules['texts']}"
        print(f"{name:20}{row}{exact:>16}{ewt['broken'] + rules['broken']:8}")


def print_speed(text: str) -> None:
    """Megabytes a second of each peer, and how many times faster ours is."""
    print(f"\n{'sentences':20}{'MB/s':>8}{'ours is × faster':>18}")
    short = text[:20_000]
    sizes = {name: short if name == "pySBD" else text for name in peers()}  # pySBD is slow
    seconds = best_of({n: lambda n=n, f=f: list(f(sizes[n])) for n, f in peers().items()}, RUNS)
    speeds = {name: len(sizes[name].encode()) / 1e6 / time for name, time in seconds.items()}
    for name, speed in speeds.items():
        print(f"{name:20}{speed:8.2f}{speeds['find_sentences'] / speed:18.1f}")
    nltk = NLTKWordTokenizer()
    seconds = best_of(
        {
            "words as Spans": lambda: find_words(text),
            "words as pairs": lambda: [match.span() for match in WORD.finditer(text)],
            "NLTKWordTokenizer": lambda: list(nltk.span_tokenize(text)),
        },
        RUNS,
    )
    print(f"\n{'words':20}{'MB/s':>8}{'× NLTKWordTokenizer':>22}")
    for name, time_ in seconds.items():
        megabytes = len(text.encode()) / 1e6
        print(f"{name:20}{megabytes / time_:8.2f}{seconds['NLTKWordTokenizer'] / time_:22.1f}")


def print_linearity(text: str) -> None:
    """The time for 1 MB of one thing repeated, as a multiple of that for ordinary text.

    It grows with the number of words or sentences found, and with nothing else: where a sentence
    or a possible end of one stands every three signs, there are forty times as many as in prose.
    """
    size = 1_000_000
    repeated = {
        "ordinary text": text * (size // len(text) + 1),
        **{repr(unit): unit * (size // len(unit) + 1) for unit in ("[(", ".", "1", '"', " ", "\n")},
        **{
            repr(unit): unit * (size // len(unit) + 1)
            for unit in ('."', '" ', "1 ", "a", "a.", "1. ", ".\n\n")
        },
        "a sentence every 3": "A. " * (size // 3 + 1),
    }
    print(f"\n{'1 MB of':20}{'sentences':>12}{'whole':>8}{'words':>8}   × ordinary text")
    base: dict[str, float] = {}
    for name, sample in repeated.items():
        sample = sample[:size]
        seconds = best_of(
            {
                "sentences": lambda s=sample: find_sentences(s),
                "whole": lambda s=sample: find_sentences(s, quotations="whole"),
                "words": lambda s=sample: find_words(s),
            },
            runs=2,
        )
        base = base or seconds
        row = "".join(
            f"{seconds[key] / base[key]:{width}.2f}"
            for key, width in (("sentences", 12), ("whole", 8), ("words", 8))
        )
        print(f"{name:20}{row}")


def main() -> None:
    """Print all of it."""
    reports = sorted((ROOT / "seeds").glob("ferry-*.txt"))
    text = "\n\n".join(load_article(path).text for path in reports) + "\n\n"
    print_accuracy()
    print_speed(text * (200_000 // len(text)))
    print_linearity(text)


if __name__ == "__main__":
    sys.exit(main())
