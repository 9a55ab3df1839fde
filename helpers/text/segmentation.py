"""Where the paragraphs, sentences and words of a text are.

Three questions, three functions, each giving spans of the text as it stands. Nothing is cleaned
or changed first, so every offset holds in the text that the reader sees.

The rules are for edited English prose. They need no download and no training; what they do is
written beside each of them, so that a reader can dispute it.
"""

from __future__ import annotations

import re

from helpers.text.span import Span

# --- words ---------------------------------------------------------------------------------

# Python's ``\w`` leaves out combining marks, so that "é" typed as e + accent would fall apart,
# and so would most words of Hindi, Hebrew with points or Thai. These ranges are the marks of the
# scripts in wide use, and the two joiners that stand inside Persian and Indic words.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u0711\u0730-\u074a\u0900-\u0903\u093a-\u094f"
    "\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a81-\u0a83"
    "\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3c-\u0c56"
    "\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d\u0d81-\u0d83\u0dca-\u0ddf\u0e31"
    "\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f71-\u0f84\u102b-\u103e"
    "\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u200c\u200d"
)
# The apostrophes and hyphens that hold a word together when they stand between two letters.
APOSTROPHES = "'\u2019\u02bc"
HYPHENS = "\u2010\u2011\u00ad-"  # the plain one last: elsewhere in [...] it would mean a range

WORD = re.compile(
    rf"""
    (?: [^\W\d_]{{1,2}}(?:\.[^\W\d_])+\.   # letters with a stop after each: U.S.  D.C.  a.m.  Ph.D.
        (?![^\W_])                        #   … unless more letters follow the last stop
      | [^\W_][{_MARKS}]*                 # else a letter or digit with its marks
    )
    (?: [^\W_{_MARKS}] [{_MARKS}]*        # then any of: more letters and digits,
      | [{APOSTROPHES}{HYPHENS}](?=[^\W_])   # an inner apostrophe or hyphen: don't, U.S.-led
      | (?<=\d)[.,:](?=\d)                # an inner stop, comma or colon of a number: 3.5  1:00
    )*
    """,
    re.VERBOSE,
)


def find_words(text: str) -> tuple[Span, ...]:
    """The spans of the words, in reading order.

    A word is a run of letters and digits, with apostrophes and hyphens inside it: ``don't``,
    ``30-day``, ``U.S.``, ``3.5`` and ``1:00`` are one word each. An apostrophe at the end stays
    outside (``leaders'`` gives ``leaders``), a possessive ``'s`` inside. Emoji and other signs
    are no words.

    >>> text = "The U.S. plan, a 30-day truce, didn't hold."
    >>> [word.of(text) for word in find_words(text)]
    ['The', 'U.S.', 'plan', 'a', '30-day', 'truce', "didn't", 'hold']
    """
    return tuple(Span(*match.span()) for match in WORD.finditer(text))


# --- paragraphs ----------------------------------------------------------------------------

# A paragraph starts at a sign that is not white space and ends before the next blank line.
_BLANK_LINE = re.compile(r"\n[^\S\n]*(?=\n)")


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The spans of the paragraphs: what stands between blank lines, white space trimmed."""
    spans = []
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        spans.append(_trimmed(text, start, gap.start()))
        start = gap.end()
    spans.append(_trimmed(text, start, len(text)))
    return tuple(span for span in spans if span.start < span.end)


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(start, max(start, start + len(piece.strip())))


# --- sentences -----------------------------------------------------------------------------

CLOSING = "\"'\u201d\u2019\u00bb)\\]"
OPENING = "\"'\u201c\u2018\u00ab\u201e(\\["

# A place where a sentence may end: stops, then closing marks, then white space.
_CANDIDATE = re.compile(rf"(?P<stops>[.!?\u2026]+)(?P<closing>[{CLOSING}]*)(?=\s)")

# Abbreviations before which a sentence goes on, whatever follows: they need a name or a number.
_NEVER_LAST = frozenset(
    """
    mr mrs ms mx dr prof rev hon gov sen rep pres gen col maj capt cmdr lt sgt cpl pvt adm supt
    insp det fr st ste mt messrs mme mlle vs cf e.g i.e viz approx ca no nos vol pp fig
    """.split()
)
# Abbreviations that may end a sentence: they do so when what follows looks like a new one.
_MAYBE_LAST = frozenset(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    inc ltd corp co bros llc plc jr sr etc al est dept univ assn ave blvd rd a.m p.m u.s u.k u.n
    e.u d.c u.s.a ph.d m.d b.a m.a
    """.split()
)
# Words that open a sentence far more often than they carry on after "U.S." or "Inc.".
_OPENERS = frozenset(
    """
    the a an it he she they we i you this that these those there in on at for from with after
    before but and or so if when while as what who how why no not his her their our its by to
    since although however meanwhile earlier later
    """.split()
)
_TOKEN_BEFORE = re.compile(r"[^\s(\[\"'\u201c\u2018\u00ab\u2014\u2013]*\Z")
_NEXT_WORD = re.compile(rf"\s+[{OPENING}]*(\w*)")

# An attribution that follows a quoted question or cry and belongs to it:
# “Is it over?” Merkel asked.   “A great day!” U.S. President Donald Trump posted on …
_ATTRIBUTION_FOLLOWS = re.compile(
    r"""
    \s+
    (?: (?:[A-Z][\w.'\u2019-]*|of|the|a|an|and|for|de|von|van|al|[a-z]+ist|[a-z]+er)\s+ ){1,8}
    (?: said|says|asked|asks|replied|answered|added|wrote|writes|posted|tweeted|told|cried
      | shouted|exclaimed|insisted|declared|wondered|warned|joked|called|snapped )\b
    """,
    re.VERBOSE,
)


def find_sentences(text: str) -> tuple[Span, ...]:
    """The spans of the sentences, in reading order; none crosses a paragraph's end.

    A sentence ends at ``.``, ``!``, ``?`` or ``…`` with the closing marks behind it, but not
    after an abbreviation or an initial that needs what follows, nor between a quoted question
    and its own attribution (``"Is it over?" Merkel asked.``). Several sentences inside one
    quotation are several sentences.

    >>> text = 'It began at 1:00 a.m. in Kyiv. "Is it over?" Merkel asked.'
    >>> [sentence.of(text) for sentence in find_sentences(text)]
    ['It began at 1:00 a.m. in Kyiv.', '"Is it over?" Merkel asked.']
    """
    return tuple(
        sentence for paragraph in find_paragraphs(text) for sentence in _sentences(text, paragraph)
    )


def _sentences(text: str, paragraph: Span) -> list[Span]:
    spans = []
    start = paragraph.start
    for match in _CANDIDATE.finditer(text, paragraph.start, paragraph.end):
        if _ends_sentence(text, match, paragraph.end):
            spans.append(_trimmed(text, start, match.end()))
            start = match.end()
    if start < paragraph.end:
        spans.append(_trimmed(text, start, paragraph.end))
    return spans


def _ends_sentence(text: str, match: re.Match[str], end: int) -> bool:
    following = _NEXT_WORD.match(text, match.end(), end)
    next_word = following.group(1) if following else ""
    if next_word[:1].islower():  # "a.m. in", "…now... decided": the sentence goes on
        return False
    if match["closing"] and match["stops"][-1] in "!?":
        return not _ATTRIBUTION_FOLLOWS.match(text, match.end(), min(end, match.end() + 120))
    if match["stops"] != ".":
        return True
    # No token that matters here is longer than 40 signs; the bound keeps the search linear.
    before = _TOKEN_BEFORE.search(text, max(0, match.start() - 40), match.start())
    token = before.group().casefold() if before else ""
    if token in _NEVER_LAST:
        # "No." before a number is an abbreviation; before anything else it is an answer.
        return token in {"no", "nos"} and not next_word[:1].isdigit()
    if len(token) == 1 and token.isalpha() and token != "i":  # an initial: John F. Kennedy
        return False
    if token in _MAYBE_LAST:
        return next_word.casefold() in _OPENERS
    return True
