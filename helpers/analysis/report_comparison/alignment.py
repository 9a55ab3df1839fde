"""Which quotation of one report is which of the other: the same words, some of them, or retold?

Two quotations are a pair by one of three rules (``RULES``). Each word counts in one pair only, and
the pair with the better rule, then with more words in common, is taken first. *Telling* words are
those that are not on the stop list.

- **same words**: all words in the same order. By one speaker, by nobody (as terms in marks are) or
  by sources described alike, however few; else at least ``FEWEST``, all in marks.
- **in a row**: of the words that decide on one side (those in marks, else all) at least ``PART``
  stand in the other in the same order. By one speaker they count in rows of two words and more,
  two of them telling; where one of both is retold, at least ``FEWEST``, two of them telling and no
  names. By different speakers they count in rows of ``RUN`` and more, in marks on both sides, at
  least ``FEWEST``, three telling.
- **much the same words**: by one speaker, in any order and form ("lose", "lost"). Of the telling
  words of the quotation that has fewer, at least ``ALIKE`` are in the other, and of the other's at
  least half as large a share; no fewer than ``FEWEST_ALIKE`` without a capital, because names
  belong to every statement on a subject.

The thresholds were set on 300 reports of American politics (PolNeAR), each held against each other.
Then 300 others were held against each other, 44,850 pairs, nearly all of them reports of different
events, so that hardly anything should be found. 35 pairs of quotations were, without terms: 10 of
the same words; 19 in a row, of which 17 were the same statement as one reader judged; 6 of much the
same words, of which 2 were. How often this happens between reports of one event, and how many pairs
are missed there, was not measured. ``benchmarks/reports.py`` prints the pairs.

Only quotations are looked at that have a rare row of words or a rare word in common, so the time
grows with their number, not with the number of pairs that there could be. What occurs in more than
``COMMON`` places of a text leads to nobody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from helpers.analysis.report_comparison.common_words import Match, find_common
from helpers.analysis.report_comparison.speakers import Known
from helpers.analysis.report_comparison.wording import Wording
from helpers.text.folding import fold

FEWEST = 5
RUN = 3
PART = 0.8
ALIKE = 0.6
FEWEST_ALIKE = 3
COMMON = 12
_MOST_PARTNERS = 3  # that are looked at for each quotation: those with most in common

RULES: dict[str, str] = {
    "same words": "Both have the same words in the same order.",
    "in a row": "What one of them has stands in the other, in the same order.",
    "much the same words": "One speaker, and most telling words of the one are in the other.",
}
_RANK = {rule: rank for rank, rule in enumerate(RULES)}


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two quotations that belong together, by their numbers, and the words that they share."""

    one: int
    other: int
    rule: str
    """One of ``RULES``."""
    matches: tuple[Match, ...]
    """In the order of the first."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """All pairs, and what has an answer in the other text, whether it is in a pair or not."""

    pairs: tuple[Aligned, ...]
    """In the order of the first text."""
    answered_in_one: frozenset[int]
    """A sentence that one report quotes twice has an answer both times, and is in one pair."""
    answered_in_other: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Side:
    """The quotations of one text, with a name for each speaker that both texts share."""

    wordings: Sequence[Wording]
    speakers: Mapping[str, Known]

    def name(self, number: int) -> str:
        """Whose words it is, under a name that both texts share; "" where none is sure."""
        known = self.speakers.get(self.wordings[number].quote.speaker)
        return known.key if known and known.known_by != "description" else ""

    def keys(self, number: int) -> Iterator[tuple[Hashable, ...]]:
        """Under what the same words are looked for."""
        wording = self.wordings[number]
        speaker = wording.quote.speaker
        known = self.speakers.get(speaker)
        if wording.forms:
            yield "speaker", known.key if known else fold(speaker), wording.forms
        if len(wording) >= FEWEST and all(wording.in_marks) and wording.quote.kind != "term":
            yield "words", wording.forms


def align_quotes(
    one: Sequence[Wording],
    other: Sequence[Wording],
    speakers: tuple[Mapping[str, Known], Mapping[str, Known]],
) -> Alignment:
    """The quotations of two texts in pairs; with the texts exchanged, the same ones.

    Args:
        speakers: as ``match_speakers`` gives them.
    """
    left, right = _Side(one, speakers[0]), _Side(other, speakers[1])
    found = [*_same_words(left, right), *_likely_pairs(left, right)]
    keys_one, keys_other = (
        {key for number in range(len(side.wordings)) for key in side.keys(number)}
        for side in (left, right)
    )
    return Alignment(
        tuple(sorted(_best(found, left, right), key=lambda pair: (pair.one, pair.other))),
        frozenset(pair.one for pair in found) | _known(left, keys_other),
        frozenset(pair.other for pair in found) | _known(right, keys_one),
    )


def _known(side: _Side, keys: set[tuple[Hashable, ...]]) -> frozenset[int]:
    """What the other text has, too; "[…]" and "🔥" have no words that could be missing there."""
    return frozenset(
        number
        for number in range(len(side.wordings))
        if not len(side.wordings[number]) or any(key in keys for key in side.keys(number))
    )


def _best(found: Sequence[Aligned], left: _Side, right: _Side) -> Iterator[Aligned]:
    """One pair after the other, without the words that an earlier one has taken."""
    taken: tuple[set[int], set[int]] = (set(), set())
    for pair in found:
        one, other = left.wordings[pair.one], right.wordings[pair.other]
        free = tuple(
            (mine, its)
            for mine, its in pair.matches
            if one.numbers[mine] not in taken[0] and other.numbers[its] not in taken[1]
        )
        rule = pair.rule
        if len(free) < len(pair.matches):  # what is left has to be enough by itself
            rule = _rule(one, other, free, _is_one_speaker(left, right, pair.one, pair.other))
        if rule:
            taken[0].update(one.numbers[mine] for mine, _ in free)
            taken[1].update(other.numbers[its] for _, its in free)
            yield Aligned(pair.one, pair.other, rule, free)


def _is_one_speaker(left: _Side, right: _Side, one: int, other: int) -> bool:
    return bool(left.name(one)) and left.name(one) == right.name(other)


def _same_words(left: _Side, right: _Side) -> Iterator[Aligned]:
    """Quotations of the same words: the first with the first, the second with the second."""
    used: tuple[set[int], set[int]] = (set(), set())
    for sort in ("speaker", "words"):
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for number in reversed(range(len(right.wordings))):
            for key in right.keys(number):
                if key[0] == sort and number not in used[1]:
                    waiting[key].append(number)
        for number in range(len(left.wordings)):
            for key in left.keys(number):
                if key[0] == sort and number not in used[0] and waiting.get(key):
                    partner = waiting[key].pop()
                    used[0].add(number)
                    used[1].add(partner)
                    all_words = tuple((at, at) for at in range(len(left.wordings[number])))
                    yield Aligned(number, partner, "same words", all_words)


def _likely_pairs(left: _Side, right: _Side) -> list[Aligned]:
    """Every pair by one of the other rules, the best first."""
    found = []
    for one, other in _partners(left, right):
        mine, its = left.wordings[one], right.wordings[other]
        if not set(left.keys(one)).isdisjoint(right.keys(other)):
            continue  # they are the same
        is_one_speaker = _is_one_speaker(left, right, one, other)
        for matches in _matches(mine, its, is_one_speaker):
            rule = _rule(mine, its, matches, is_one_speaker)
            if rule:
                found.append(Aligned(one, other, rule, matches))
                break
    # By numbers that stay the same when the texts change places.
    found.sort(
        key=lambda p: (_RANK[p.rule], -len(p.matches), p.one + p.other, abs(p.one - p.other))
    )
    return found


def _partners(left: _Side, right: _Side) -> list[tuple[int, int]]:
    """Which quotations are worth comparing: those that share what is rare, the most of it."""
    seeds = [_seeds(side) for side in (left, right)]
    shared: Counter[tuple[int, int]] = Counter()
    for seed in seeds[0].keys() & seeds[1].keys():
        ones, others = (found[seed] for found in seeds)
        if max(len(ones), len(others)) <= COMMON:
            shared.update((one, other) for one in ones for other in others)
    ranked: tuple[dict[int, list[tuple[int, int]]], ...] = (defaultdict(list), defaultdict(list))
    for (one, other), times in shared.items():
        ranked[0][one].append((-times, other))
        ranked[1][other].append((-times, one))
    chosen = {(one, o) for one, all_ in ranked[0].items() for _, o in sorted(all_)[:_MOST_PARTNERS]}
    chosen |= {
        (o, other) for other, all_ in ranked[1].items() for _, o in sorted(all_)[:_MOST_PARTNERS]
    }
    return sorted(chosen)


def _seeds(side: _Side) -> dict[Hashable, list[int]]:
    """Rows of three words in marks; of one speaker also rows of two, and telling words."""
    seeds: dict[Hashable, list[int]] = defaultdict(list)
    for number, wording in enumerate(side.wordings):
        if wording.quote.kind == "term":
            continue
        forms, name = wording.forms, side.name(number)
        own: set[Hashable] = {
            ("row", *forms[at : at + RUN])
            for at in range(len(forms) - RUN + 1)
            if all(wording.in_marks[at : at + RUN])
        }
        if name:
            own |= {("pair", name, *pair) for pair in pairwise(forms)}
            own |= {("word", name, lemma) for lemma in wording.lemmas if lemma}
        for seed in own:
            seeds[seed].append(number)
    return seeds


def _matches(one: Wording, other: Wording, is_one_speaker: bool) -> Iterator[tuple[Match, ...]]:
    """Which words answer which: in the same order, and by one speaker then in any order."""
    yield _in_order(one, other)
    if is_one_speaker:
        waiting: dict[str, list[int]] = defaultdict(list)
        for at, lemma in reversed(list(enumerate(other.lemmas))):
            waiting[lemma].append(at)
        yield tuple(
            (at, waiting[lemma].pop())
            for at, lemma in enumerate(one.lemmas)
            if lemma and waiting[lemma]
        )


def _rule(one: Wording, other: Wording, matches: Sequence[Match], is_one_speaker: bool) -> str:
    """The rule by which these words make a pair of two quotations; "" if none does."""
    rows = [
        match
        for row in _rows(matches)
        if len(row) >= (2 if is_one_speaker else RUN)
        for match in row
    ]
    in_marks = [(mine, its) for mine, its in rows if one.in_marks[mine] and other.in_marks[its]]
    if not is_one_speaker:
        rows = in_marks
    telling = [(mine, its) for mine, its in rows if one.lemmas[mine]]
    if is_one_speaker and len(in_marks) > 1:
        is_enough = len(telling) >= 2
    elif is_one_speaker:  # retold: names alone belong to every statement on a subject
        is_enough = len(rows) >= FEWEST and len(telling) - len(_names(one, other, telling)) >= 2
    else:
        is_enough = len(rows) >= FEWEST and len(telling) >= 3
    if is_enough:
        share = max(
            len({match[side] for match in rows}.intersection(decisive)) / len(decisive)
            for side, decisive in enumerate((one.decisive, other.decisive))
        )
        if share >= PART:
            return "in a row"
    if is_one_speaker and _is_much_the_same(one, other, matches):
        return "much the same words"
    return ""


def _is_much_the_same(one: Wording, other: Wording, matches: Sequence[Match]) -> bool:
    fewer, more = sorted(len({lemma for lemma in w.lemmas if lemma}) for w in (one, other))
    shared = {one.lemmas[mine] for mine, its in matches if one.lemmas[mine] == other.lemmas[its]}
    shared.discard("")
    names = {one.lemmas[mine] for mine, _ in _names(one, other, matches)}
    return (
        len(shared - names) >= FEWEST_ALIKE
        and len(shared) >= ALIKE * fewer
        and len(shared) >= ALIKE / 2 * more
    )


def _names(one: Wording, other: Wording, matches: Sequence[Match]) -> list[Match]:
    """Those that have a capital in both."""
    return [
        (mine, its) for mine, its in matches if one.has_capital[mine] and other.has_capital[its]
    ]


def _rows(matches: Sequence[Match]) -> list[list[Match]]:
    """The matches in rows of neighbours, on both sides."""
    rows: list[list[Match]] = []
    for match in matches:
        if rows and match == (rows[-1][-1][0] + 1, rows[-1][-1][1] + 1):
            rows[-1].append(match)
        else:
            rows.append([match])
    return rows


def _in_order(one: Wording, other: Wording) -> tuple[Match, ...]:
    """The words that both have in the same order; a small word alone between others counts for
    nothing, unless one of the two has no other words."""
    is_turned = (len(other), other.forms) < (len(one), one.forms)
    short, long = (other, one) if is_turned else (one, other)
    found = _slid(find_common(short.forms, long.forms), short, long)
    found = _turned(_slid(_turned(found), long, short))
    if len(found) < len(short):
        found = [
            match
            for row in _rows(found)
            if len(row) > 1 or short.lemmas[row[0][0]]
            for match in row
        ]
    return tuple(_turned(found) if is_turned else found)


def _turned(matches: Sequence[Match]) -> list[Match]:
    return [(its, mine) for mine, its in matches]


def _slid(matches: Sequence[Match], one: Wording, other: Wording) -> list[Match]:
    """The same matches, with gaps in the other moved to where one has its dots, or a row begins.

    Of "a boat, then a bus, then a train" and "a boat ... then a train" the words "a bus, then" or
    "then a bus" may be those that are missing; the dots tell. And where one has "a train" alone,
    its "a" is the one before "train", not the first.
    """
    slid = list(matches)
    for at in range(1, len(slid)):
        (before, there), (mine, its) = slid[at - 1], slid[at]
        if mine != before + 1 or mine in one.cuts:
            continue
        for back in range(1, min(at, its - there - 1) + 1):
            if slid[at - back] != (mine - back, there + 1 - back) or (
                one.forms[mine - back] != other.forms[its - back]
            ):
                break
            begins = back == at or slid[at - back - 1] != (mine - back - 1, there - back)
            if begins or mine - back in one.cuts:
                slid[at - back : at] = [(mine - n, its - n) for n in range(back, 0, -1)]
                break
    return slid
