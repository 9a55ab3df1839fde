"""Who is "he", when the sentence before is not in the summary?

A sentence chosen from the middle of a text may begin with a pronoun for somebody whom the summary
has not named. ``helpers.analysis.people`` says who is meant, as far as its rules can tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from helpers.analysis.people import People
from helpers.analysis.quotes import find_quoted_stretches
from helpers.analysis.stop_words import is_stop_word
from helpers.analysis.summary.places import find_touched
from helpers.analysis.summary.score import Summary
from helpers.text.article import Article, text_of
from helpers.text.folding import fold
from helpers.text.segmentation import find_words
from helpers.text.span import Span

PRONOUNS = frozenset(["he", "she", "they"])


@dataclass(frozen=True, slots=True)
class DanglingPronoun:
    """A pronoun in a chosen sentence for somebody whom the summary has not named before it."""

    columns: ClassVar = ("pronoun", "meant", "sentence")

    pronoun: Span
    sentence: Span
    meant: str
    """The name that the rules find in the text; "" where they find none."""

    def parts(self) -> Iterator[tuple[str, Span]]:
        """The pronoun, then its sentence."""
        yield "pronoun", self.pronoun
        yield "sentence", self.sentence


def find_dangling_pronouns(text: Article | str, summary: Summary) -> list[DanglingPronoun]:
    """The first such pronoun of each chosen sentence, in reading order.

    *He*, *she* and *they* are looked at; words in quotation marks are not, because the speaker
    knows who "he" is. A pronoun does not dangle if its person is named, be it by surname, before
    it in the summary; or if nobody knows who is meant and a name stands before it in its own
    sentence.
    """
    plain = text_of(text)
    quoted = sorted(stretch.outer for stretch in find_quoted_stretches(plain))
    people = People(plain, quoted)
    found = []
    named: set[str] = set()
    for score in summary.chosen:
        dangling = None
        has_a_name = False
        for word in find_words(score.sentence.of(plain)):
            span = Span(score.sentence.start + word.start, score.sentence.start + word.end)
            folded = fold(span.of(plain))
            if folded in PRONOUNS and not dangling and not find_touched(quoted, span):
                meant = _who(people, plain, span)
                is_known = fold(meant.split()[-1]) in named if meant else has_a_name
                if not is_known:
                    dangling = DanglingPronoun(span, score.sentence, meant)
            elif not is_stop_word(folded):
                has_a_name = has_a_name or plain[span.start].isupper()
                named.add(folded.removesuffix("'s"))
        if dangling:
            found.append(dangling)
    return found


def _who(people: People, text: str, pronoun: Span) -> str:
    """The name behind a pronoun; "" where the rules give the pronoun back."""
    name = people.identify(pronoun)
    return "" if fold(name) == fold(pronoun.of(text)) else name.strip()
