"""Quotations beside their peers: what is found, whose it is, by which rule, and how fast.

Right: scored on the gold folder where there is one (GOLD_DIR, else ../shared/gold), by the scorer
that lies in it; its naive regular expression, and textacy where it and a model of spaCy's are
installed, in the same run. The figures that audits and exports quote (``MEASURED``) stand beside
the fresh ones. Fast: from the articles as strings to what each extractor gives, the best of three
runs, in turns, on one core; imports and reading the files are not included, textacy's parse is.

    python benchmarks/quotes.py [polnear_dev | polnear_train]
"""

import contextlib
import io
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from _gold import ROOT, gold_folder, load_scorer
from _timing import best_of

from helpers import find_quotes, load_article
from helpers.analysis.quotes import CONFIDENCE, RULES
from helpers.analysis.quotes.accuracy import MEASURED, rules_version

GOLD = gold_folder("quotes")
MEASURED_ON = "polnear_dev"
RUNS = 3
# Name, where the scorer has it, and what is to be reached.
GOALS: tuple[tuple[str, Callable[[dict[str, Any]], float | None], int], ...] = (
    (
        "quoted stretches of 4 words and more, exact F1",
        lambda r: r["spans"]["Q_4w.exact"]["F1"],
        96,
    ),
    ("all quoted stretches, exact F1", lambda r: r["spans"]["Q_all.exact"]["F1"], 93),
    ("found and rightly attributed (by mention)", lambda r: r["speaker_Q4w"]["S_e2e_mention"], 88),
    ("pronouns resolved to the right name", lambda r: r["speaker_Q4w"]["pronoun_entity"], 70),
    ("all content, F1 at half overlap", lambda r: r["spans"]["C.ov50"]["F1"], 62),
    ("all content, precision", lambda r: r["spans"]["C.ov50"]["P"], 80),
    ("all content, recall", lambda r: r["spans"]["C.ov50"]["R"], 0),
)
KEPT: tuple[tuple[str, str], ...] = (
    ("quoted_found", "all quoted stretches, exact F1"),
    ("rightly_attributed", "found and rightly attributed (by mention)"),
    ("content_precision", "all content, precision"),
    ("content_recall", "all content, recall"),
)
Extractor = Callable[[str], Iterator[tuple[Any, ...]]]


def ours(text: str) -> Iterator[tuple[Any, ...]]:
    """What the scorer asks for: start, end, speaker, and what else is known."""
    for quote in find_quotes(text):
        if quote.kind == "term":
            continue
        extras: dict[str, Any] = {}
        if quote.source:
            extras |= {"mention": quote.source.of(text), "source": tuple(quote.source)}
        if quote.cue:
            extras["cue"] = tuple(quote.cue)
        for span in quote.content:
            yield span.start, span.end, quote.speaker or None, extras


def textacy_or_why_not() -> Extractor | str:
    """textacy's extractor, or the reason why it cannot be run here."""
    try:
        import spacy
        from textacy.extract import direct_quotations
    except ImportError:
        return "textacy is not installed"
    try:
        parse = spacy.load("en_core_web_sm")
    except OSError:
        return "textacy needs spaCy's model en_core_web_sm, which is not installed"

    def extract(text: str) -> Iterator[tuple[Any, ...]]:
        for speaker, _, content in direct_quotations(parse(text)):
            yield content.start_char, content.end_char, " ".join(token.text for token in speaker)

    return extract


def peers(score: ModuleType) -> dict[str, Extractor]:
    """What finds quotations, ours first."""
    found: dict[str, Extractor] = {"find_quotes": ours, "naive": score.baseline}
    other = textacy_or_why_not()
    if isinstance(other, str):
        print(f"{other}: left out.")
    else:
        found["textacy"] = other
    return found


def print_accuracy(
    score: ModuleType,
    data_set: str,
    documents: list[dict[str, Any]],
    extractors: dict[str, Extractor],
) -> None:
    """The table of goals for each peer, then our own figures beside those that are kept."""
    reports = {}
    for name, extract in extractors.items():
        with contextlib.redirect_stderr(io.StringIO()):  # the report counts what failed
            reports[name] = score.evaluate(extract, data_set, documents)
    print(f"{data_set}, {len(documents)} articles, %".ljust(52), end="")
    print("".join(f"{name:>13}" for name in reports), f"{'reach':>7}")
    for goal, read, reach in GOALS:
        row = "".join(_cell(read(report)) for report in reports.values())
        print(f"{goal:52}{row} {reach or '':>7}")
    print(f"{'articles that failed':52}", end="")
    print("".join(f"{report['failed_docs']:13}" for report in reports.values()))
    if data_set != MEASURED_ON:
        return
    print(f"\nrules {rules_version()}; kept in accuracy.py, measured on {MEASURED.measured}:")
    fresh = {goal: read(reports["find_quotes"]) for goal, read, _ in GOALS}
    for name, goal in KEPT:
        kept = getattr(MEASURED, name)
        stale = "" if kept == fresh[goal] else "   <- out of date: write the fresh one into it"
        print(f"{name:52}{kept:13.1f}{_cell(fresh[goal])}{stale}")


def print_rules(score: ModuleType, documents: list[dict[str, Any]]) -> None:
    """For each rule and each level of confidence: how much of it the annotators marked as well.

    The unit is one piece of content. "Marked": it overlaps by half with what they marked. "Source":
    of those whose source they marked, for how many it is the same, by mention.
    """
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for document in documents:
        text = document["text"]
        _, gold = score.gold_units(document)
        found = [
            (*score.trim(text, *span), quote)
            for quote in find_quotes(text)
            if quote.kind != "term"
            for span in quote.content
        ]
        matched = {p: gold[g][2] for g, p, overlap in score.match(gold, found) if overlap >= 0.5}
        for number, (_, _, quote) in enumerate(found):
            for key in (("rule", quote.rule), ("confidence", quote.confidence)):
                row = counts[key]
                row[0] += 1
                if number not in matched:
                    continue
                row[1] += 1
                if matched[number]["src_type"] != "none":
                    mention = quote.source.of(text) if quote.source else ""
                    row[2] += 1
                    row[3] += any(
                        score.judge_speaker(words, matched[number])[0]
                        for words in (quote.speaker, mention)
                    )
    for what, names in (("rule", RULES), ("confidence", CONFIDENCE)):
        print(f"\n{what:52}{'pieces':>8}{'marked':>9}{'source':>9}")
        for name in names:
            pieces, marked, sources, right = counts[what, name]
            if pieces:
                print(f"{name:52}{pieces:8}{_share(marked, pieces)}{_share(right, sources)}")


def print_speed(texts: list[str], extractors: dict[str, Extractor]) -> None:
    """Articles and megabytes a second of each peer, on one core."""
    size = sum(len(text.encode()) for text in texts)
    seconds = best_of(
        {
            name: lambda extract=extract: [list(extract(text)) for text in texts]
            for name, extract in extractors.items()
        },
        RUNS,
    )
    print(f"\n{len(texts)} articles of {size / len(texts) / 1000:.1f} kB".ljust(53), end="")
    print(f"{'articles/s':>12}{'MB/s':>8}")
    for name, time_ in seconds.items():
        print(f"{name:52}{len(texts) / time_:12.0f}{size / time_ / 1e6:8.2f}")


def _cell(figure: float | None) -> str:
    return f"{'–':>13}" if figure is None else f"{figure:13.1f}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:8.1f}%" if whole else f"{'–':>9}"


def main(data_set: str = MEASURED_ON) -> None:
    """Print all of it."""
    score = load_scorer(GOLD)
    if score is None:
        texts = [load_article(path).text for path in sorted((ROOT / "seeds").glob("ferry-*.txt"))]
        print_speed(texts * 40, {"find_quotes": lambda text: iter(find_quotes(text))})
        return
    documents = score.load_documents(data_set)
    extractors = peers(score)
    print_accuracy(score, data_set, documents, extractors)
    print_rules(score, documents)
    print_speed([document["text"] for document in documents], extractors)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
