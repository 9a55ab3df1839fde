"""The rules that decide whose words they are, in the order in which they are tried."""

from __future__ import annotations

from typing import NamedTuple

from helpers.analysis.quotes.reports import ACCORDING_TO, Report


class Rule(NamedTuple):
    """What a rule looks at, a sentence that it decides, and how far it is to be trusted."""

    says: str
    example: str
    confidence: str
    """One of ``quote.CONFIDENCE``."""


RULES: dict[str, Rule] = {
    "quotation, then speaker and cue": Rule(
        "Right behind the closing mark stand a speaker and a reporting verb.",
        "“The pier is safe,” Ana Silva said.",
        "high",
    ),
    "quotation, then cue and speaker": Rule(
        "Right behind the closing mark stand a reporting verb and a speaker.",
        "“The pier is safe,” said Ana Silva, who built it.",
        "high",
    ),
    "interrupted quotation": Rule(
        "The quotation goes on behind its speaker, in the same sentence.",
        "“A boat that sails full,” Ana Silva said, “is a good boat.”",
        "high",
    ),
    "according to": Rule(
        "The sentence begins or ends with “according to” and a source.",
        "The pier has “five safe winters” left, according to a report by the harbour office.",
        "high",
    ),
    "speaker and cue, then quotation": Rule(
        "In front of the words stand a speaker and, right behind, a reporting verb.",
        "Ana Silva said: “The pier is safe.”",
        "high",
    ),
    "speaker apart from the cue": Rule(
        "In front of the words stands a reporting verb. An aside between commas parts it from its "
        "subject.",
        "Ana Silva, who had met Jo Poe on Friday, warned that it was “too late.”",
        "high",
    ),
    "another verb of the same speaker": Rule(
        "The reporting verb has no subject of its own. It goes with a verb before it.",
        "Ana Silva criticized the plan, calling it “a wreck.”",
        "medium",
    ),
    "subject of the sentence": Rule(
        "The reporting verb's subject is taken to be that of the sentence, because other words "
        "come between them.",
        "Ana Silva used her speech to warn of “five bad winters.”",
        "medium",
    ),
    "passive": Rule(
        "The reporting verb is passive. Its subject is who is spoken to, and “by” names the "
        "speaker, if anybody does.",
        "Ana Silva was asked by Jo Poe whether the pier was safe.",
        "medium",
    ),
    "reported clause": Rule(
        "A speaker and a reporting verb are followed by what was said, in the reporter's words.",
        "Ana Silva said that the pier was safe.",
        "high",
    ),
    "reported clause, then speaker and cue": Rule(
        "A speaker and a reporting verb stand behind what was said, or in the middle of it.",
        "The pier is safe, Ana Silva said.",
        "high",
    ),
    "title": Rule(
        "Words in quotation marks stand where a name does, with capitals or behind “so-called”, or "
        "an author or a year stands behind them.",
        "On the radio programme “One Quay” there was music.",
        "medium",
    ),
    "dash and name": Rule(
        "A dash and a name follow the quotation.",
        "“The pier is safe.” — Ana Silva",
        "medium",
    ),
    "name and colon": Rule(
        "A name and a colon stand in front of the quotation, and nothing else.",
        "Ana Silva: “The pier is safe.”",
        "medium",
    ),
    "handed over without a cue": Rule(
        "A colon or comma hands over to the quotation, from a sentence without a reporting verb.",
        "Ana Silva was furious: “We have lost.”",
        "low",
    ),
    "quotation, then another verb": Rule(
        "Right behind the closing mark stand somebody and a verb that reports nowhere else.",
        "“The pier is safe,” Ana Silva surmised.",
        "medium",
    ),
    "subject of the sentence before": Rule(
        "The quotation is a sentence of its own. Nobody speaks in the sentence before it, which "
        "has a subject.",
        "Ana Silva shook her head. “We have lost.”",
        "low",
    ),
    "carried over": Rule(
        "The quotation is a sentence of its own without a speaker. It follows somebody's words in "
        "the same paragraph.",
        "Ana Silva said that it was over. “We have lost.”",
        "medium",
    ),
    "carried over a paragraph": Rule(
        "The quotation is a sentence of its own without a speaker. Somebody's words end the "
        "paragraph before.",
        "“It is over,” Ana Silva said.\n\n“We have lost.”",
        "medium",
    ),
    "carried into a sentence": Rule(
        "Four words or more in quotation marks end a sentence that has no verb outside them. "
        "Somebody's words stand right before it.",
        "Ana Silva said that it was over. Instead, “we are going to fish.”",
        "low",
    ),
    "noun and its owner": Rule(
        "A noun that reports stands in front of the quotation, and whose it is.",
        "The council has forgotten Ana Silva’s promise of “a bridge for everybody.”",
        "medium",
    ),
    "words without a cue": Rule(
        "Four words or more stand in quotation marks, in a sentence without a reporting verb. They "
        "are taken to be those of its subject.",
        "Ana Silva did not want the pier to be “the last thing that they remember.”",
        "low",
    ),
    "no rule": Rule(
        "None of the rules found anybody who says these words.",
        "The “dawn boat” was late.",
        "low",
    ),
}
_RULE_OF_PLACE = {
    "shared": "another verb of the same speaker",
    "sentence": "subject of the sentence",
    "passive": "passive",
    "apart": "speaker apart from the cue",
    "none": "no rule",
}


def rule_of_quoted(report: Report, quotations: list[int]) -> str:
    """The rule by which quotations belong to a report; their tokens in order."""
    if report.verb == ACCORDING_TO:
        return "according to"
    ahead = quotations[0] < report.cue.first
    if ahead and quotations[-1] > report.cue.first:
        return "interrupted quotation"
    if ahead:
        order = "cue and speaker" if report.place == "inverted" else "speaker and cue"
        return f"quotation, then {order}"
    return _RULE_OF_PLACE.get(report.place, "speaker and cue, then quotation")


def rule_of_retold(report: Report) -> str:
    """The rule by which words without any quotation mark belong to a report."""
    if report.verb == ACCORDING_TO:
        return "according to"
    if report.frame in ("before", "around"):
        return "reported clause, then speaker and cue"
    if report.place in ("shared", "sentence", "passive"):
        return _RULE_OF_PLACE[report.place]
    return "reported clause"
