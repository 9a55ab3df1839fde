"""What a reader corrects in the quotations that the rules found, as plain values."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from helpers.analysis.quotes.details import find_edits
from helpers.analysis.quotes.quotation_marks import find_quoted_stretches
from helpers.analysis.quotes.quote import KINDS, Quote
from helpers.text.article import Article, text_of
from helpers.text.span import Span, check_span

ACTIONS: dict[str, str] = {
    "change": "the quotation is somebody else's, or of another kind",
    "reject": "these words are no quotation",
    "add": "these words are a quotation that the rules did not find",
}
CORRECTED = "corrected by a reader"
"""The rule of a quotation that a reader has decided about."""
NOBODYS = ("term", "unattributed")
"""The kinds without a speaker."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision of a reader about one quotation."""

    columns: ClassVar = ("action", "content", "speaker", "kind", "reader", "comment")

    content: tuple[Span, ...]
    """Which quotation is meant: the spans of its content, or of the words that are added."""
    action: str
    """One of ``ACTIONS``."""
    speaker: str | None = None
    """Whose words they are, by the canonical name; "" for nobody's, None to leave it as it is."""
    kind: str | None = None
    """One of ``KINDS``; None to leave it as it is. What is added without one is "indirect"."""
    reader: str = ""
    """A pseudonym."""
    comment: str = ""

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("A correction needs the content of the quotation that it is about.")
        if self.action not in ACTIONS:
            raise ValueError(
                f"“{self.action}” is no correction of a quotation. There are: {', '.join(ACTIONS)}."
            )
        if self.kind is not None and self.kind not in KINDS:
            raise ValueError(
                f"“{self.kind}” is no kind of quotation. There are: {', '.join(KINDS)}."
            )
        if self.kind in NOBODYS and self.speaker:
            raise ValueError(
                f"Of the kind “{self.kind}” is what nobody is found to say, but the speaker is "
                f"“{self.speaker}”. Leave out the one or the other."
            )

    def parts(self) -> Iterator[tuple[str, Span]]:
        """Each span of the content."""
        for span in self.content:
            yield "content", span


@dataclass(frozen=True, slots=True)
class Corrected:
    """The quotations once a reader's corrections are applied."""

    quotes: tuple[Quote, ...]
    """In reading order; whatever takes quotations takes these."""
    gone: tuple[Correction, ...]
    """The corrections whose quotation is not (or no longer) there: look at them again."""


def correct(
    quotes: Iterable[Quote],
    corrections: Iterable[Correction],
    *,
    text: Article | str | None = None,
) -> Corrected:
    """The quotations with each correction applied, one after the other; a later one wins.

    A quotation is recognised by its content, to the sign: where new rules set its edges
    elsewhere, the correction is listed in ``gone`` and changes nothing. With another speaker the
    source that the rules took for it goes, and the cue stays. A term that is given a speaker is a
    mixed quotation from then on, a direct quotation that is nobody's is "unattributed", and what is
    nobody's has no cue either.

    Args:
        text: needed where something is added, to see which of its words stand in quotation marks
            and which are an editor's.

    Raises:
        ValueError: something is added, and there is no text; or it does not lie in this text.

    >>> from helpers.analysis.quotes import find_quotes
    >>> said = find_quotes('"It is over," said Ana Silva.')
    >>> correct(said, [Correction(said[0].content, "change", speaker="Jo Poe")]).quotes[0].speaker
    'Jo Poe'
    """
    found: dict[tuple[Span, ...], list[Quote]] = {}
    for quote in quotes:
        found.setdefault(quote.content, []).append(quote)
    gone = []
    added = []
    for correction in corrections:
        there = found.get(correction.content)
        if there:
            rejected = correction.action == "reject"
            changed = [] if rejected else [_changed(quote, correction) for quote in there]
            found[correction.content] = changed
        elif correction.action == "add":
            found[correction.content] = [_added(correction)]
            added.append(correction.content)
        else:
            gone.append(correction)
    if added:
        _find_marks(found, added, text)
    corrected = [quote for there in found.values() for quote in there]
    return Corrected(tuple(sorted(corrected, key=lambda quote: quote.content)), tuple(gone))


def _changed(quote: Quote, correction: Correction) -> Quote:
    """The quotation with another speaker, another kind, or both."""
    speaker = quote.speaker if correction.speaker is None else correction.speaker
    kind = correction.kind or quote.kind
    if correction.kind in NOBODYS:
        speaker = ""
    elif speaker and kind in NOBODYS:
        kind = "direct" if kind == "unattributed" else "mixed"
    elif not speaker and kind == "direct":
        kind = "unattributed"
    nobodys = kind in NOBODYS
    return replace(
        quote,
        kind=kind,
        speaker=speaker,
        cue=None if nobodys else quote.cue,
        source=quote.source if speaker == quote.speaker else None,
        addressee=None if nobodys else quote.addressee,
        stance="" if nobodys else quote.stance,
        quoted=_quoted(kind, quote.content, quote.quoted),
        carried_over=False,
        rule=CORRECTED,
        confidence="",
        corrected_by=correction.reader,
    )


def _added(correction: Correction) -> Quote:
    kind = correction.kind or "indirect"
    return Quote(
        content=correction.content,
        kind=kind,
        cue=None,
        source=None,
        speaker=correction.speaker or "",
        quoted=_quoted(kind, correction.content, ()),
        rule=CORRECTED,
        confidence="",
        corrected_by=correction.reader,
    )


def _find_marks(
    found: dict[tuple[Span, ...], list[Quote]],
    added: Iterable[tuple[Span, ...]],
    text: Article | str | None,
) -> None:
    """See which words of what was added stand in quotation marks, and which are an editor's."""
    if text is None:
        raise ValueError(
            "A quotation is added, and its words are looked at in the text. Give the text as well: "
            "correct(quotes, corrections, text=article)."
        )
    plain = text_of(text)
    stretches = [stretch.inner for stretch in find_quoted_stretches(plain)]
    ends = [stretch.end for stretch in stretches]
    for content in added:
        inside = []
        for span in content:
            check_span(span, plain)
            for number in range(bisect_right(ends, span.start), len(stretches)):
                start, end = stretches[number]
                if start >= span.end:
                    break
                inside.append(Span(max(span.start, start), min(span.end, end)))
        found[content] = [
            replace(
                quote,
                quoted=_quoted(quote.kind, content, inside),
                edits=find_edits(plain, content),
            )
            for quote in found[content]
        ]


def _quoted(kind: str, content: Sequence[Span], before: Sequence[Span]) -> tuple[Span, ...]:
    """Which parts count as standing in quotation marks, once the kind is this one."""
    if kind == "indirect":
        return ()
    return tuple(before) or (() if kind == "mixed" else tuple(content))
