"""Which few sentences stand for the whole? One module a method; ``summarize`` picks it.

No method here writes a sentence of its own: each chooses sentences of the text, for a reason that
can be read. In news none of them beats the humble first sentences. On 100 articles of the CNN /
Daily Mail collection with their editors' summaries, the first three sentences reach 36.7 points of
ROUGE-1, counting and graphs 32 to 33, LSA 30. With ``early``, TextRank and the centroid come to
36.3: they only draw level. ``benchmarks/summaries.py`` prints the table with its 95 % intervals.
(It also has a collection on which counting wins by far. The references there were picked from the
articles, and by what is not known: that may itself have counted words.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from numbers import Integral, Real

from helpers.analysis.summary import (
    centroid,
    frequency,
    kl_sum,
    lead,
    lexrank,
    lsa,
    textrank,
)
from helpers.analysis.summary.body import Body, find_body
from helpers.analysis.summary.choosing import Length, choose
from helpers.analysis.summary.places import find_touched
from helpers.analysis.summary.ranking import Ranking
from helpers.analysis.summary.score import SentenceScore, Summary
from helpers.text.article import Article, text_of
from helpers.text.span import Span, check_span

__all__ = ["METHODS", "SentenceScore", "Summary", "summarize"]

METHODS: dict[str, Callable[[Body], Ranking]] = {
    "lead": lead.rank,
    "frequency": frequency.rank,
    "centroid": centroid.rank,
    "textrank": textrank.rank,
    "textrank-cosine": textrank.rank_by_cosine,
    "lexrank": lexrank.rank,
    "lsa": lsa.rank,
    "kl-sum": kl_sum.rank,
}


def summarize(
    text: Article | str,
    sentences: int = 3,
    *,
    method: str = "lead",
    words: int | None = None,
    share: float | None = None,
    early: bool = False,
    diversity: float = 0.0,
    keep: Iterable[Span] = (),
    leave_out: Iterable[Span] = (),
) -> Summary:
    """The few sentences of a text that a method scores highest, in the order of the text.

    Sentences with equal scores are taken from the front. A text with fewer sentences than asked
    for is its own summary; an empty text has an empty one. A heading is no sentence of the body:
    it scores 0 and is chosen only if it is to be kept.

    Args:
        sentences: how many to choose, at least 1.
        method: ``lead``: the first sentences, which in news are hard to beat. ``frequency``:
            those whose words are frequent (SumBasic). ``centroid``: near the average sentence.
            ``textrank``, ``textrank-cosine``, ``lexrank``: linked to many others; these are
            compared two by two, so that a text of some 20,000 sentences is refused. ``lsa``:
            strong in the main topics. ``kl-sum``: together like the whole text.
        words: at most so many words instead of a number of sentences; where no sentence is that
            short, the summary is empty.
        share: this share of the body's sentences instead of a number; at least one.
        early: True divides each score by the square root of the sentence's number, so that early
            sentences are preferred.
        diversity: from 0 to 1, how much a sentence loses for being like one that was chosen
            before it (maximal marginal relevance).
        keep: places in the text: every sentence that one of them touches is chosen first, even
            if the summary becomes longer than asked for.
        leave_out: places likewise; the sentences that they touch are not chosen.

    Raises:
        ValueError: an unknown method, a length that is no whole number or less than one, a share
            or a diversity outside 0 to 1, a place outside the text, a sentence that is both to be
            kept and left out, or more sentences than a graph can be made of.
    """
    if method not in METHODS:
        raise ValueError(f"There is no method {method!r}. There are: {', '.join(METHODS)}.")
    plain = text_of(text)
    body = find_body(plain)
    length = _length(body, sentences, words, share)
    if not (_is_number(diversity) and 0 <= diversity <= 1):
        raise ValueError(f"diversity is {diversity!r}; it is a number from 0 to 1.")
    everything = sorted((*body.sentences, *body.headings))
    kept = _touched(plain, everything, keep)
    dropped = _touched(plain, everything, leave_out)
    for sentence in kept & dropped:
        raise ValueError(
            f"The sentence “{sentence.of(plain)[:60]}…” is both to be kept and to be left out. "
            "Take it out of one of the two."
        )
    ranking = METHODS[method](body)
    if early:
        ranking = _preferring_early(ranking)
    numbers = {sentence: number for number, sentence in enumerate(body.sentences)}
    kept_headings = sorted(kept - numbers.keys())
    taken = choose(
        body,
        ranking,
        length._replace(sentences=length.sentences - len(kept_headings)),
        diversity=diversity,
        keep=[numbers[sentence] for sentence in sorted(kept) if sentence in numbers],
        leave_out=[numbers[sentence] for sentence in dropped if sentence in numbers],
    )
    order = [*kept_headings, *(body.sentences[number] for number in taken)]
    turns = {sentence: turn for turn, sentence in enumerate(order, 1)}
    scores = []
    values = ranking.scores.round(12).tolist()
    for sentence in everything:
        number = numbers.get(sentence)
        if number is None:
            value, reason = 0.0, "is a heading, and no sentence of the body"
        else:
            value, reason = values[number], ranking.reason(number)
        if sentence in kept:
            reason = f"is kept by the reader; {reason}"
        elif sentence in dropped:
            reason = f"is left out by the reader; {reason}"
        turn = turns.get(sentence, 0)
        scores.append(SentenceScore(sentence, value, reason, turn, number is None))
    return Summary(method, tuple(score for score in scores if score.turn), tuple(scores))


def _length(body: Body, sentences: int, words: int | None, share: float | None) -> Length:
    """The length that was asked for, in one of three ways."""
    if words is not None and share is not None:
        raise ValueError("A summary's length is a number of words or a share, not both.")
    if share is not None:
        if not (_is_number(share) and 0 < share <= 1):
            raise ValueError(f"share is {share!r}; it is above 0 and at most 1, such as 0.2.")
        return Length(max(1, round(share * len(body.sentences))))
    if words is not None:
        return Length(len(body.sentences), _at_least_one(words, "word"))
    return Length(_at_least_one(sentences, "sentence"))


def _is_number(value: object) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool)


def _at_least_one(number: object, unit: str) -> int:
    """The number, once it is known to be one that can be counted to."""
    if _is_number(number) and isinstance(number, Integral) and int(number) >= 1:
        return int(number)
    raise ValueError(
        f"A summary has at least 1 {unit}; {number!r} were asked for. "
        "Give a whole number such as 3."
    )


def _touched(text: str, sentences: list[Span], places: Iterable[Span]) -> set[Span]:
    """The sentences that share a code point with one of the places."""
    if isinstance(places, Span):
        raise ValueError(f"What to keep and to leave out are lists: give [{places}].")
    return {s for place in places for s in find_touched(sentences, check_span(place, text))}


def _preferring_early(ranking: Ranking) -> Ranking:
    """The ranking with each score divided by the square root of the sentence's number."""
    import numpy

    weight = 1 / numpy.sqrt(numpy.arange(1.0, len(ranking.scores) + 1))
    later = ranking.after
    return Ranking(
        ranking.scores * weight,
        lambda number: f"sentence {number + 1} {ranking.reason(number)}",
        None if later is None else lambda taken, is_open: later(taken, is_open) * weight,
    )
