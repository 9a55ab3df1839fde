"""Two reports held against each other: which quotations are taken for the same, and how fast.

Right: articles of the gold folder where there is one (GOLD_DIR, else ../shared/gold), each held
against each other. Most of them report on different events, so a pair of quotations is more often
wrong than between reports of one event, and every pair that is not word for word is printed, to be
read. How many pairs are missed this does not tell. Fast: two made reports of 1,000 quotations each,
half of which both have, on one core, with finding the quotations.

    python benchmarks/reports.py [first article, and the one after the last]
"""

import itertools
import json
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

from helpers import compare_reports, find_quotes
from helpers.analysis.report_comparison.alignment import RULES, align_quotes
from helpers.analysis.report_comparison.speakers import match_speakers
from helpers.analysis.report_comparison.wording import read_wordings

ROOT = Path(__file__).resolve().parent.parent
GOLD = Path(os.environ.get("GOLD_DIR", ROOT.parent / "shared" / "gold")) / "quotes"
FIRST = next(iter(RULES))
HELD_OUT = (300, 600)  # the thresholds were set on the articles before these


def print_pairs(start: int, stop: int) -> None:
    """The number of pairs by rule, and those to be read."""
    file = GOLD / "polnear_train.jsonl"
    if not file.exists():
        print(f"No gold folder at {GOLD.parent}: how right the pairs are is not measured.")
        return
    lines = file.read_text(encoding="utf-8").splitlines()[start:stop]
    texts = [json.loads(line)["text"] for line in lines]
    wordings = [read_wordings(text, find_quotes(text)) for text in texts]
    speakers = [{w.quote.speaker: None for w in read if w.quote.speaker} for read in wordings]
    counts: Counter[str] = Counter()
    for one, other in itertools.combinations(range(len(texts)), 2):
        known = match_speakers(speakers[one], speakers[other])
        for pair in align_quotes(wordings[one], wordings[other], known).pairs:
            both = (wordings[one][pair.one].quote, wordings[other][pair.other].quote)
            if any(quote.kind == "term" for quote in both):
                continue
            counts[pair.rule] += 1
            if pair.rule != FIRST:
                for quote, text in zip(both, (texts[one], texts[other]), strict=True):
                    words = " … ".join(span.of(text) for span in quote.content)
                    print(f"    {quote.speaker or '-'} | {quote.kind} | {words[:160]}")
                print(f"    ^ {pair.rule}\n")
    print(f"{len(texts)} articles, {len(texts) * (len(texts) - 1) // 2} pairs of articles;")
    print("pairs of quotations, without terms:", dict(counts))


def made_report(first: int) -> str:
    """1,000 quotations of 40 speakers, from one number on; the same number gives the same words."""
    parts = [a + b + c for a in "bdfgklmnprst" for b in "aeiou" for c in ("l", "n", "rt", "st")]
    said = []
    for number in range(first, first + 1000):
        draw = random.Random(number)
        words = " ".join(draw.choices(parts, k=draw.randint(5, 20)))
        name = f"{parts[number % 40]} {parts[number % 40 + 40]}son".title()
        said.append(f"“{words.capitalize()},” {name} said.")
    return "\n\n".join(said)


if __name__ == "__main__":
    start, stop = map(int, sys.argv[1:3]) if len(sys.argv) > 2 else HELD_OUT
    print_pairs(start, stop)
    reports = made_report(0), made_report(500)
    began = time.perf_counter()
    found = compare_reports(*reports)
    print(f"2 × 1,000 quotations: {time.perf_counter() - began:.2f} s; {found.in_words()}")
