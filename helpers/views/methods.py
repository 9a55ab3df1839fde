"""How a result was made, as a paragraph for a paper and as values for a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from helpers.analysis.frequency import WordCount
from helpers.analysis.quotes.accuracy import MEASURED, rules_version
from helpers.analysis.quotes.corrections import CORRECTED
from helpers.analysis.quotes.quote import KINDS, Quote
from helpers.analysis.quotes.sourcing import CueUse, Source
from helpers.analysis.report_comparison import SharedQuote
from helpers.analysis.report_comparison.alignment import ALIKE, FEWEST, PART
from helpers.analysis.stop_words import STOP_WORDS_VERSION
from helpers.text.article import Article, text_of
from helpers.text.finding import Finding, provenance


class Method(NamedTuple):
    """How one kind of finding is made."""

    values: dict[str, Any]
    """For a file: versions, figures, corrections."""
    words: str
    """The same for a reader, in whole sentences."""


def methods(result: Any, **parameters: Any) -> str:
    """A paragraph that says how a result was made: text, program, rules, accuracy, corrections.

    Args:
        result: a table, a chart or a highlighted text, such as ``table(article, quotes)``.
        parameters: what else somebody needs to make it again, as for ``save``.

    Raises:
        TypeError: it is something else.
    """
    if not hasattr(result, "text") or not hasattr(result, "html"):
        raise TypeError(
            f"Nothing is known about how a {type(result).__name__} was made. Make a table, a chart "
            "or a highlighted text of it first, as in methods(table(article, quotes))."
        )
    sentences = [
        _of_text(result.text),
        *(method.words for method in made_with(findings_of(result)).values()),
    ]
    if parameters:
        listed = ", ".join(f"{name} = {value}" for name, value in parameters.items())
        sentences.append(f"Parameters: {listed}.")
    return " ".join(sentences)


def _of_text(text: Article | str | None) -> str:
    known = provenance(text if text is not None else "")
    program = f"the Close Reading Workbook {known['workbook']} on Python {known['python']}"
    if text is None:
        return f"Made with {program}."
    article = text if isinstance(text, Article) else Article(text_of(text))
    published = article.published.isoformat() if article.published else ""
    title = f"“{article.title}”" if article.title else ""
    about = [*filter(None, (title, article.outlet, published))]
    size = f"{len(article.words)} words, SHA-256 of the text {article.fingerprint[:16]}…"
    return f"The text ({', '.join([*about, size])}) was read with {program}."


def findings_of(result: Any) -> tuple[Finding, ...]:
    """What a table was made of, or a chart's table; nothing where that is not known."""
    found = getattr(getattr(result, "table", result), "findings", ())
    return tuple(found)


def made_with(findings: Sequence[Finding]) -> dict[str, Method]:
    """By name, how each kind of finding among these was made; kinds without a note are left out."""
    kinds: dict[str, tuple[Callable[[Sequence[Any]], Method], list[Finding]]] = {}
    for finding in findings:
        known = _KINDS.get(type(finding))
        if known:
            name, describe = known
            kinds.setdefault(name, (describe, []))[1].append(finding)
    return {name: describe(found) for name, (describe, found) in kinds.items()}


def _of_quotes(quotes: Sequence[Quote]) -> Method:
    kinds = Counter(quote.kind for quote in quotes)
    by_hand = Counter(
        quote.corrected_by or "a reader" for quote in quotes if quote.rule == CORRECTED
    )
    listed = ", ".join(f"{kinds[kind]} {kind}" for kind in KINDS if kinds[kind])
    corrected = "; ".join(f"{number} by {reader}" for reader, number in by_hand.items())
    return Method(
        {
            "rules": rules_version(),
            "accuracy": MEASURED.record(),
            "quotations": dict(kinds),
            "corrected": dict(by_hand),
        },
        f"Quotations and their speakers ({listed}) were found by the workbook's named rules "
        f"(version {rules_version()}). {MEASURED.in_words()} "
        + (f"Corrected or added by hand: {corrected}." if corrected else "None was corrected."),
    )


def _of_sources(sources: Sequence[Source]) -> Method:
    corrected = sum(source.corrected for source in sources)
    readers = {name: None for source in sources for name in source.corrected_by.split(", ") if name}
    return Method(
        {
            "rules": rules_version(),
            "accuracy": MEASURED.record(),
            "corrected": corrected,
            "corrected_by": list(readers),
        },
        "The room of a speaker is the number of words that begin inside what is attributed to the "
        "speaker by the workbook's named rules for quotations "
        f"(version {rules_version()}), without an editor's brackets; words in quotation marks are "
        f"counted apart from paraphrase. {MEASURED.in_words()} "
        + (
            f"{corrected} of the quotations were corrected by hand ({', '.join(readers)})."
            if corrected
            else "None was corrected."
        ),
    )


def _of_cues(_: Sequence[CueUse]) -> Method:
    return Method(
        {"rules": rules_version()},
        "Reporting words and their stance are those of the workbook's list, which is its own "
        f"grouping (version {rules_version()}), each counted once for each place in the text.",
    )


def _of_shared_quotes(shared: Sequence[SharedQuote]) -> Method:
    others = list(dict.fromkeys(quote.other_report for quote in shared))
    return Method(
        {
            "other_reports": others,
            "rules": rules_version(),
            "accuracy": MEASURED.record(),
            "thresholds": {"fewest_words": FEWEST, "in_a_row": PART, "alike": ALIKE},
        },
        f"Quotations of two reports ({', '.join(others)}) were put into pairs where all words are "
        f"the same, where at least {PART:.0%} of the words of one of the two stand in the other in "
        f"the same order, or where one speaker has at least {ALIKE:.0%} of its telling words in "
        "both. The quotations were found by the workbook's named rules "
        f"(version {rules_version()}). {MEASURED.in_words()}",
    )


def _of_word_counts(_: Sequence[WordCount]) -> Method:
    return Method({"stop_list": STOP_WORDS_VERSION}, f"The stop list is {STOP_WORDS_VERSION}.")


_KINDS: dict[type, tuple[str, Callable[[Sequence[Any]], Method]]] = {
    Quote: ("quotations", _of_quotes),
    Source: ("sources", _of_sources),
    CueUse: ("cues", _of_cues),
    SharedQuote: ("shared quotations", _of_shared_quotes),
    WordCount: ("words", _of_word_counts),
}
