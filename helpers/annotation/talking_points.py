"""A question for each disagreement: what two readers could ask each other about it."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.annotation.agreement import Disagreement
from helpers.text.article import Article, text_of
from helpers.text.span import Span

_MISSED = {
    "source": "Does somebody here say, write or think something, or is the report about them?",
    "cue": "Do these words tell that something is said, or what somebody does?",
    "content": "Is this somebody's, or does the reporter tell it in the reporter's own name?",
}
_EDGES = {
    "source": "How much of the description belongs to the source?",
    "cue": "Which are the fewest words that do it?",
    "content": "Where does what is said begin, and where does it end?",
}


def to_talk_about(disagreement: Disagreement, text: Article | str) -> str:
    """A question that leads to the definition in dispute, and never says who is right."""
    first, second = (
        _without_details(said) for said in (disagreement.first_label, disagreement.second_label)
    )
    label = first or second
    match disagreement.kind:
        case "other label":
            return f"Is it {first} or {second}? Read both definitions to each other."
        case "other detail":
            return "The same words: which of the two answers fits, and why?"
        case "missed":
            general = f"Does the definition of “{label}” cover these words?"
            return _MISSED.get(label, general)
    mine, theirs = disagreement.first or (), disagreement.second or ()
    plain = text_of(text)
    if _letters(mine, plain) == _letters(theirs, plain):
        return "Do quotation marks, commas and stops belong to a mark?"
    if len(mine) != len(theirs):
        return "One mark in several pieces, or a mark for each piece?"
    return _EDGES.get(label, f"Where does “{label}” begin here, and where does it end?")


def _without_details(said: str) -> str:
    """The label alone, of one that comes with details, as in "content (kind: direct)"."""
    label, _, details = said.rpartition(" (")
    return label if label and ": " in details and details.endswith(")") else said


def _letters(spans: Sequence[Span], text: str) -> str:
    return "".join(sign for span in spans for sign in span.of(text) if sign.isalnum())
