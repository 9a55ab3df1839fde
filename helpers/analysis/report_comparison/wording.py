"""The words of a quotation, as two quotations are compared by them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from helpers.analysis.quotes.quote import Quote
from helpers.analysis.word_forms import same_form
from helpers.text.article import Article, text_of
from helpers.text.folding import fold
from helpers.text.segmentation import HYPHENS, find_words
from helpers.text.span import Span

NESTED = 3
"""A word counts in so many quotations of its text at most: one may tell what another says, but a
hundred, one inside the other, are an accident or an attack."""
_NO_HYPHENS = str.maketrans("", "", HYPHENS)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one quotation, in reading order, without an editor's and without "that".

    The tuples run side by side, one entry for each word.
    """

    quote: Quote
    numbers: tuple[int, ...]
    """Which word of the text it is, counted from 0."""
    spans: tuple[Span, ...]
    forms: tuple[str, ...]
    """In small letters and without hyphens: "Cease-fire" and "ceasefire" are the same."""
    lemmas: tuple[str, ...]
    """The headwords; "" for the small words of the stop list."""
    has_capital: tuple[bool, ...]
    in_marks: tuple[bool, ...]
    """Whether the word stands in quotation marks."""
    cuts: frozenset[int] = frozenset()
    """Before which of these words an editor's brackets or dots stand."""

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def decisive(self) -> list[int]:
        """Which words decide: those in marks, and in a retold quotation all."""
        marked = [at for at, is_marked in enumerate(self.in_marks) if is_marked]
        return marked or list(range(len(self)))


def read_wordings(text: Article | str, quotes: Iterable[Quote]) -> list[Wording]:
    """For each quotation its words; one without any word has an empty ``Wording``."""
    plain = text_of(text)
    words: Sequence[Span] = text.words if isinstance(text, Article) else find_words(plain)
    starts = [word.start for word in words]
    found = list(quotes)

    def begun(spans: Iterable[Span]) -> set[int]:
        """The numbers of the words that begin inside the spans."""
        edges = ((bisect_left(starts, start), bisect_left(starts, end)) for start, end in spans)
        return {number for first, past in edges for number in range(first, past)}

    chosen = []
    depth = [0] * len(words)
    for quote in found:
        numbers = [n for n in sorted(begun(quote.content)) if depth[n] < NESTED]
        for number in numbers:
            depth[number] += 1
        edited = begun(quote.edits) if quote.edits else set()
        chosen.append([number for number in numbers if number not in edited])
    spellings = {words[number].of(plain) for numbers in chosen for number in numbers}
    lemmas = same_form(spellings, "lemma", stop_words=False)
    forms = {spelling: fold(spelling).translate(_NO_HYPHENS) for spelling in spellings}
    wordings = []
    for quote, numbers in zip(found, chosen, strict=True):
        marked = begun(quote.quoted)
        # "that the boat had left": the word only opens what is retold.
        if numbers and numbers[0] not in marked and forms[words[numbers[0]].of(plain)] == "that":
            numbers = numbers[1:]
        own = [words[number].of(plain) for number in numbers]
        places = [words[number].start for number in numbers]
        wordings.append(
            Wording(
                quote,
                tuple(numbers),
                tuple(words[number] for number in numbers),
                tuple(forms[word] for word in own),
                tuple(lemmas[word] for word in own),
                tuple(word[0].isupper() for word in own),
                tuple(number in marked for number in numbers),
                frozenset(bisect_left(places, edit.end) for edit in quote.edits),
            )
        )
    return wordings


def joined(wording: Wording, places: Iterable[int], text: str) -> tuple[Span, ...]:
    """Some of its words as spans, neighbours with what stands between them as one.

    Words are neighbours where no other word of the text stands between them, and neither does the
    end of a piece of the content, of a marked passage, or of a paragraph.
    """
    spans: list[Span] = []
    pieces = [piece.start for piece in wording.quote.content]
    last, last_piece = -2, -1
    for at in sorted(places):
        begins, ends = wording.spans[at]
        piece = bisect_right(pieces, begins)
        # An accent can reach out of the content: it belongs to the letter before it.
        ends = min(ends, wording.quote.content[piece - 1].end)
        goes_on = (
            at == last + 1
            and wording.numbers[at] == wording.numbers[last] + 1
            and wording.in_marks[at] == wording.in_marks[last]
            and piece == last_piece
            and "\n\n" not in text[spans[-1].end : begins]
        )
        if goes_on:
            spans[-1] = Span(spans[-1].start, ends)
        else:
            spans.append(Span(begins, ends))
        last, last_piece = at, piece
    return tuple(spans)
