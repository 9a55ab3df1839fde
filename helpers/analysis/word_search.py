"""What a concordance is asked for: words, words with wildcards, or a regular expression."""

from __future__ import annotations

import fnmatch
import re
import time
from collections.abc import Callable, Sequence

from helpers.analysis.word_forms import cut_words
from helpers.text.span import Span

KINDS = ("words", "wildcards", "regular expression")
PATIENCE = 2.0
"""Seconds that a regular expression may take for the whole text."""

Search = Callable[[str], tuple[Sequence[Span], list[Span]]]
"""Finds words and keywords in one paragraph, counted from its beginning; no words if no keyword."""


def search_for_words(query: str, kind: str, hyphens: str, same: Callable[[str], str]) -> Search:
    """Finds words in a row that are, or match, those of the query."""
    if kind == "words":
        wanted = [same(span.of(query)) for span in cut_words(query, hyphens=hyphens)]
        tests: list[Callable[[str], object]] = [word.__eq__ for word in wanted]
        literals = wanted
    else:
        wanted = [same(word) for word in query.split()]
        # fnmatch makes a pattern that does not backtrack; it knows sets, [...], and we do not.
        tests = [re.compile(fnmatch.translate(w.replace("[", "[[]"))).match for w in wanted]
        literals = [piece for word in wanted for piece in re.split(r"[*?]", word)]
        if not any(character.isalnum() or character in "*?" for character in query):
            wanted = []
    if not wanted:
        raise ValueError(f"The query {query!r} holds no word. Try a word such as “talks”.")
    # Most paragraphs do not hold it, and that is seen at once: they need not be cut into words.
    longest = max(literals, key=len)

    def search(paragraph: str) -> tuple[Sequence[Span], list[Span]]:
        folded = same(paragraph)
        if longest not in folded:
            return (), []
        spans = cut_words(paragraph, hyphens=hyphens)
        if len(folded) == len(paragraph):  # folding may make signs more (ß), never fewer
            words = [folded[start:end] for start, end in spans]
        else:
            words = [same(span.of(paragraph)) for span in spans]
        return spans, [
            Span(spans[first].start, spans[first + len(tests) - 1].end)
            for first in range(len(words) - len(tests) + 1)
            if tests[0](words[first])
            and all(test(words[first + number]) for number, test in enumerate(tests[1:], 1))
        ]

    return search


def search_for_matches(query: str, hyphens: str, match_case: bool) -> Search:
    """Finds what a regular expression matches, as long as it has time.

    What a reader types may take for ever on some text; ``re`` could not be stopped.
    """
    import regex  # type: ignore[import-untyped]  # here, because only these queries need it

    try:
        pattern = regex.compile(query, flags=0 if match_case else regex.IGNORECASE)
    except (regex.error, RecursionError) as error:  # the latter: thousands of nested brackets
        raise ValueError(
            f"{query!r} is no regular expression: {error}. To look for these very words, leave "
            "the kind of query at “words”."
        ) from None
    deadline = time.monotonic() + PATIENCE

    def search(paragraph: str) -> tuple[Sequence[Span], list[Span]]:
        try:
            left = max(deadline - time.monotonic(), 1e-3)
            matches = pattern.finditer(paragraph, timeout=left)
            found = [Span(*match.span()) for match in matches if match.end() > match.start()]
        except TimeoutError:
            raise TimeoutError(
                f"The regular expression {query!r} took longer than {PATIENCE:g} seconds. "
                "Patterns such as (a+)+ try endless combinations; make it simpler."
            ) from None
        return cut_words(paragraph, hyphens=hyphens) if found else (), found

    return search
