"""What was said? Which of the words around a reporting verb are its content."""

from __future__ import annotations

import re
from typing import NamedTuple

from helpers.analysis.quotes.cues import ADDRESSED, INFINITIVE, POSTPOSED, PREPOSITION
from helpers.analysis.quotes.narration import Narration
from helpers.analysis.quotes.phrases import Phrase, main_subject, phrase_starting_at
from helpers.analysis.quotes.sources import Source
from helpers.analysis.quotes.spot import Spot

FRAMES: dict[str, str] = {
    "quotation": "a quotation follows, perhaps behind a comma or colon",
    "that": "a clause with “that” follows",
    "clause": "a clause without “that” follows",
    "question": "a clause with “whether”, “how”, “what” … follows",
    "to": "an infinitive follows: vowed to stay; asked him to stay",
    "object": "a noun phrase follows: criticised the plan",
    "colon": "a colon follows, without a quotation",
    "before": "the words stand before the report: The pier is old, Silva said",
    "around": "the report is put inside them: The pier, Silva said, is old",
    "as": "the report opens the sentence: As Silva noted, the pier is old",
    "other": "something else follows; a preposition is its own frame: called for, asked about",
}
LONGEST_CONTENT = 250  # tokens: nothing that is retold is read further than this
_LONGEST_ADVERBIAL = 24  # tokens between "said" and "that": in a statement on Sunday
_LONGEST_SUBJECT = 16  # tokens between a verb and the verb of the clause behind it
# Prepositions that say where, when or how something was said, not what.
_CIRCUMSTANCE = frozenset(
    "in on at during with from through by via aboard outside inside as after before near over "
    "within to of about following under among beside despite without".split()
)


_TELLING = frozenset("AVEQ")  # tags: without one of them, words say nothing yet
_SHORTEST_CLAUSE = 3  # tokens from its first to its last, where no word is known as its verb
_VERB_OR_BORDER = re.compile("[AV,;:Q-]")  # tags


class Content(NamedTuple):
    """What was said, as pairs of first and last tokens, and how it is joined to the verb."""

    addressee: Phrase | None
    frame: str
    """One of ``FRAMES``, or a preposition."""
    pieces: tuple[Phrase, ...]
    end: int
    """The token after the cue's own words: here a quotation that follows would begin."""


def find_content(spot: Spot, source: Source) -> Content:
    """The content of a cue, in its sentence."""
    narration, cue, end = spot.narration, spot.cue, spot.end
    tags, forms = narration.tags, narration.forms
    inverted = source.place == "inverted"
    k = source.phrase.last + 1 if inverted and source.phrase else spot.last + 1
    addressee = None
    if not inverted and cue.verb in ADDRESSED:
        addressee = _addressee(spot, k)
        k = addressee.last + 1 if addressee else k
    ahead = _words_ahead(spot, source)
    quoted_ahead = bool(ahead) and tags[ahead[-1].last] == "Q"
    retold_ahead = bool(ahead) and (quoted_ahead or _is_clause(spot, ahead[0]))
    k = _past_adverbials(spot, k)
    last = last_word(narration, k, end)
    tag, form = (tags[k], forms[k]) if k < end else ("x", "")

    def content(frame: str, start: int) -> Content:
        return Content(addressee, frame, _piece(start, _end_of_content(spot, start, last)), k)

    if tag == "," and k < last and _follows_as(spot, source):
        return Content(addressee, "as", _piece(k + 1, last), k)
    if tag == "T":
        return content("that", k)
    if tag == "Q":
        return Content(addressee, "quotation", _piece(k, last), k)
    if tag in ":,-" and k + 1 < end and tags[k + 1] == "Q" and not (retold_ahead and tag == ","):
        return Content(addressee, "quotation", _piece(k + 1, last), k)
    if tag == ":":
        return Content(addressee, "colon", _piece(k + 1, last), k)
    circumstance = tag in "WGS" or (tag == "I" and form in _CIRCUMSTANCE)
    if tag in "x,;-)C" or (retold_ahead and circumstance):
        if _goes_on(spot, source, k, last) and (retold_ahead or (ahead and cue.verb in POSTPOSED)):
            return Content(addressee, "around", (*ahead, *_piece(k + 1, last)), k)
        return Content(addressee, "before", ahead if retold_ahead else (), k)
    if form == "to":
        return content("to", k)
    if tag == "W" or form == "if":
        return content("question", k)
    if tag == "I":
        return content(form, k)
    return _clause_or_object(spot, k, last, addressee)


def _clause_or_object(spot: Spot, k: int, last: int, addressee: Phrase | None) -> Content:
    """A clause without "that", an infinitive with its subject, or an object."""
    tags, end = spot.narration.tags, spot.end
    phrase = phrase_starting_at(spot.narration, k, end)
    follows = phrase.last + 1 if phrase else k
    if phrase and spot.narration.forms[follows : follows + 1] == ["to"] and follows < end:
        piece = _piece(follows, _end_of_content(spot, follows, last))
        return Content(addressee or phrase, "to", piece, k)
    stop = min(end, follows + _LONGEST_SUBJECT)
    verb = _VERB_OR_BORDER.search(tags, follows, stop)
    clause = (
        tags[k] == "P"
        or (follows < end and tags[follows] in "AVE")
        or (verb is not None and verb[0] in "AV")
    )
    if clause:
        return Content(addressee, "clause", _piece(k, _end_of_content(spot, k, last)), k)
    if tags[k] in "PDNOwAtSGRE":
        return Content(addressee, "object", _piece(k, _end_of_content(spot, k, last)), k)
    return Content(addressee, "other", _piece(k, last), k)


def _addressee(spot: Spot, k: int) -> Phrase | None:
    """Whom something is told: a phrase that is followed by what is told, or by the end."""
    narration, end = spot.narration, spot.end
    tags = narration.tags
    if k >= end or tags[k] not in "ODNPw":
        return None
    phrase = phrase_starting_at(narration, k, end)
    if phrase is None:
        return None
    for at in range(k + 1, phrase.last):  # threatened the council | with a strike
        if narration.forms[at] in PREPOSITION.get(spot.cue.verb, ()):
            phrase = Phrase(phrase.first, at - 1)
            break
    after = phrase.last + 1
    if after >= end or tags[after] in "T,QPDNt:xISW-RG" or narration.forms[after] == "to":
        return phrase
    return None


def _words_ahead(spot: Spot, source: Source) -> tuple[Phrase, ...]:
    """The words of the sentence in front of the report, where a sign parts both."""
    tags, first, start = spot.narration.tags, spot.first, source.start
    if source.place not in ("next", "apart", "inverted") or start <= first:
        return ()
    if tags[start] not in ",-" and tags[start - 1] not in "Q,-":
        return ()
    stop = start - 1
    first = max(first, start - LONGEST_CONTENT)
    while stop > first and tags[stop] in ",-":
        stop -= 1
    while first < stop and tags[first] in "Cx,":
        first += 1
    return _piece(first, stop)


def _is_clause(spot: Spot, words: Phrase) -> bool:
    """Can these words be what somebody said, or do they only say when and where?"""
    tags = spot.narration.tags
    if spot.cue.verb not in POSTPOSED or tags[words.first] in "tG":
        return False
    if not _TELLING.isdisjoint(tags[words.first : words.last + 1]):
        return True
    # Other towns back the plan, they said. | A report that closes its sentence has it all ahead.
    closes = not tags[spot.last + 1 : spot.end].strip("x")
    return closes and tags[words.first] in "DNPw" and words.last - words.first >= _SHORTEST_CLAUSE


def _follows_as(spot: Spot, source: Source) -> bool:
    phrase = source.phrase
    if phrase is None or phrase.first == spot.first:
        return False
    return spot.narration.forms[phrase.first - 1] == "as"


def _goes_on(spot: Spot, source: Source, k: int, last: int) -> bool:
    """The pier, Silva said, | is old: do the words go on behind the report?"""
    tags = spot.narration.tags
    if k >= last or tags[k] not in ",-" or tags[k + 1] in "GWCS":
        return False
    if spot.narration.forms[k + 1] == "according":
        return False
    # Behind "said Silva," an apposition is likelier, unless a quotation is interrupted.
    return source.place != "inverted" or "Q" in (tags[source.start], tags[source.start - 1])


def _past_adverbials(spot: Spot, k: int) -> int:
    """Past "on Sunday", "in a statement to reporters", where something that was said follows."""
    tags, forms, end = spot.narration.tags, spot.narration.forms, spot.end
    start = k
    while k < end and tags[k] in "tR":
        k += 1
    if k < end and (tags[k] in "IS" or (tags[k] == "," and k > start)):
        for at in range(k if tags[k] == "," else k + 1, min(end, k + _LONGEST_ADVERBIAL)):
            if tags[at] == "T":
                return at
            if forms[at] == "to" and spot.cue.verb in INFINITIVE and _is_infinitive(spot, at):
                return at
            if tags[at] == "Q":
                return at if tags[at - 1] in ",:" else k
            if tags[at] in ",:" and at + 1 < end and tags[at + 1] in "QT":
                return at + 1 if tags[at + 1] == "T" else at
            if tags[at] in "AVWS;-PC":
                break
    return k


def _is_infinitive(spot: Spot, at: int) -> bool:
    """Vowed on Monday | to halt the boats, but not: vowed in a letter | to the mayor."""
    tags = spot.narration.tags
    return at + 1 < spot.end and tags[at + 1] in "Vw" and tags[at - 1] != "T"


def last_word(narration: Narration, k: int, end: int) -> int:
    """The last token of a sentence's words, as far as content is read from token ``k``."""
    last = min(end, k + LONGEST_CONTENT) - 1
    while last > k and narration.tags[last] in "x,;:-":
        last -= 1
    return last


def _end_of_content(spot: Spot, start: int, last: int) -> int:
    """The last token of a clause: before a semicolon, and before what the reporter adds."""
    tags, forms = spot.narration.tags, spot.narration.forms
    if tags[spot.at] == "G" and spot.at == spot.first:  # Saying that it was late, | Silva left.
        subject = main_subject(spot.narration, spot.end, spot.first)
        if subject and start < subject.first - 1:
            last = subject.first - (2 if tags[subject.first - 1] == "," else 1)
    aside = last
    semicolon = tags.find(";", start + 2, last)
    comma = tags.rfind(",", start + 2, semicolon if semicolon >= 0 else last)
    if comma >= 0 and (forms[comma + 1] == "which" or _says_when(spot, comma + 1, last)):
        aside = comma - 1  # perhaps the reporter's, not the speaker's
    return min(semicolon - 1, aside) if semicolon >= 0 else aside


def _says_when(spot: Spot, at: int, last: int) -> bool:
    """…, hours after the vote; …, after meeting Poe: when it was said, rather than what."""
    tags, forms = spot.narration.tags, spot.narration.forms
    return not {"after", "before"}.isdisjoint(forms[at : at + 2]) and "Q" not in tags[at : last + 1]


def _piece(first: int, last: int) -> tuple[Phrase, ...]:
    return (Phrase(first, last),) if first <= last else ()
