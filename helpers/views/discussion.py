"""The differences between a reader and the rules for quotations that are most worth an argument."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from helpers.analysis.quotes import Quote, explain, find_quotes
from helpers.annotation.annotation import Annotation
from helpers.annotation.comparison import Comparison, Difference, compare
from helpers.annotation.pairing import overlap, overlapping
from helpers.annotation.readings import begins_in, marks_in, sentences_around
from helpers.text.article import Article
from helpers.text.span import Span

TELLING = (
    "other source",
    "not found",
    "only the program",
    "other cue",
    "other content edges",
    "other source edges",
    "other cue edges",
)
"""The causes of ``comparison.CAUSES``: whose words they are before where they begin and end."""
_HEADINGS = {
    "other source": "The same words, but another source, or none for one of you",
    "not found": "You have somebody's words here, and the machine has nothing",
    "only the program": "The machine has somebody's words here, and you have nothing",
    "other cue": "The same words, but another cue, or none for one of you",
    "other content edges": "The content begins or ends elsewhere",
    "other source edges": "The source begins or ends elsewhere",
    "other cue edges": "The cue begins or ends elsewhere",
}
_NOBODYS = "You have somebody's words here, and the machine finds nobody who says them"
_IN_PIECES = "The same words, in one piece for one of you and in several for the other"
_UNSURE = ("low", "medium", "high")


@dataclass(frozen=True, slots=True)
class Discussion:
    """What there is to argue about in a text, or in a part of it."""

    sentence: str
    """How far the reader and the machine agree; or why they could not be compared."""
    is_compared: bool
    """False where there is nothing of the reader's to compare."""
    notes: tuple[str, ...]
    """What was left out or is not known."""
    differences: tuple[Difference, ...]
    """In reading order. Where nothing could be compared, findings of one of the two alone."""
    quotes: tuple[Quote, ...]
    """All that the program found in the text."""
    contents: tuple[Span, ...]
    """All that the reader has marked as content."""

    def quote_of(self, difference: Difference) -> Quote | None:
        """What the program found there, or None."""
        alike = {quote: overlap(difference.content, quote.content) for quote in self.quotes}
        best = max(alike, key=alike.__getitem__, default=None)
        return best if best and alike[best] else None

    def heading_of(self, difference: Difference) -> str:
        """What the difference is, in words to the reader."""
        if not self.is_compared and difference.program:
            return "The machine has somebody's words here"
        quote = self.quote_of(difference)
        if difference.cause == "not found" and quote:
            return _IN_PIECES if quote.cue or quote.source else _NOBODYS
        if difference.cause == "only the program" and overlap(self.contents, difference.content):
            return _IN_PIECES
        return _HEADINGS[difference.cause]

    def rule_of(self, difference: Difference) -> str:
        """By which rule the program has what it has there, in words."""
        quote = self.quote_of(difference)
        if quote is None:
            return "None applies to these words, so the machine has nothing here."
        return explain(quote)


def find_discussion(
    article: Article,
    marks: Sequence[Annotation],
    *,
    within: Iterable[Span] | None = None,
    number: int = 3,
) -> Discussion:
    """The ``number`` most telling differences between these marks and ``find_quotes(article)``.

    The graver causes come first (``TELLING``), of each cause the one that overlaps least, no cause
    and no sentence twice where there is a choice. Where nothing can be compared (nothing marked,
    nothing blind), it is what the program found that is argued about, the least certain first; or
    what the reader has as content, where the program found nothing.
    """
    inside = None if within is None else sorted(within)
    quotes = find_quotes(article)
    comparison = compare(marks, quotes, article, within=inside)
    if comparison.problem:
        here = [quote for quote in quotes if begins_in(quote.content[0].start, inside)]
        chosen = _of_the_program(here, article, number)
        if not chosen:
            chosen = _of_the_reader(marks, article, inside, number)
    else:
        unlinked = _only_unlinked(comparison.differences, marks)
        real = [one for n, one in enumerate(comparison.differences) if n not in unlinked]
        chosen = _most_telling(real, number)
    return Discussion(
        _in_words(comparison, chosen),
        not comparison.problem,
        comparison.notes,
        differences=tuple(sorted(chosen, key=lambda difference: difference.sentence)),
        quotes=tuple(quotes),
        contents=tuple(span for m in marks if m.label == "content" for span in m.spans),
    )


def _in_words(comparison: Comparison, chosen: Sequence[Difference]) -> str:
    if comparison.problem:
        problem = comparison.problem.replace("The reader has", "You have")
        whose = "the machine found" if chosen and chosen[0].program else "you have"
        found = f"Here is what {whose}, to argue about." if chosen else ""
        return f"{problem.replace('The program', 'The machine')} {found}".strip()
    score = comparison.scores[1]
    return (
        "An attribution is somebody's words, with their source and their cue. Of these you have "
        f"{score.reader} in this part, and the machine has {score.program}. {score.both} of them "
        "agree in content, cue and source, give or take where they begin and end. That says how "
        "alike the two are, not who is right."
    )


def _only_unlinked(differences: Sequence[Difference], marks: Sequence[Annotation]) -> set[int]:
    """The numbers of those where the reader has marked the very source or cue, without a link."""
    unlinked: set[int] = set()
    for label in ("source", "cue"):
        marked = [span for m in marks if m.label == label and m.place == "text" for span in m.spans]
        missing = [
            (number, span)
            for number, one in enumerate(differences)
            if one.cause == f"other {label}" and one.reader is None
            for span in one.program or ()
        ]
        near = overlapping(
            {place: (span,) for place, (_, span) in enumerate(missing)},
            {place: (span,) for place, span in enumerate(marked)},
        )
        unlinked |= {missing[place][0] for place, _ in near}
    return unlinked


def _most_telling(differences: Iterable[Difference], number: int) -> list[Difference]:
    ranked = sorted(
        differences,
        key=lambda one: (TELLING.index(one.cause), overlap(one.reader or (), one.program or ())),
    )
    return _varied([(one.cause, one) for one in ranked], number)


def _of_the_program(quotes: Iterable[Quote], article: Article, number: int) -> list[Difference]:
    attributed = [quote for quote in quotes if quote.cue or quote.source]
    attributed.sort(key=lambda quote: _UNSURE.index(quote.confidence))
    pairs = [
        (
            quote.rule,
            Difference(
                "only the program",
                None,
                quote.content,
                sentences_around(quote.content, article.sentences),
                quote.content,
            ),
        )
        for quote in attributed
    ]
    return _varied(pairs, number)


def _of_the_reader(
    marks: Iterable[Annotation], article: Article, inside: Sequence[Span] | None, number: int
) -> list[Difference]:
    contents = (m.spans for m in marks_in(marks, inside) if m.label == "content")
    pairs = [
        (
            "content",
            Difference("not found", spans, None, sentences_around(spans, article.sentences), spans),
        )
        for spans in contents
    ]
    return _varied(pairs, number)


def _varied(ranked: Sequence[tuple[str, Difference]], number: int) -> list[Difference]:
    """The first of each group, then the second of each, and so on; new sentences before old."""
    times: Counter[str] = Counter()
    turns = []
    for place, (group, difference) in enumerate(ranked):
        turns.append((times[group], place, difference))
        times[group] += 1
    turns.sort(key=lambda turn: turn[:2])
    first: list[Difference] = []
    later: list[Difference] = []
    for _, _, difference in turns:
        is_new = all(one.sentence[0] != difference.sentence[0] for one in first)
        (first if is_new else later).append(difference)
        if len(first) == number:
            break
    return [*first, *later][:number]
