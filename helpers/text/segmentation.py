"""Where the paragraphs, sentences and words of a text are.

Three questions, three functions, each giving spans of the text as it stands. Nothing is cleaned
or changed first, so every offset holds in the text that the reader sees.

The rules are for edited English prose. They need no download and no training; what they do is
written beside each of them, so that a reader can dispute it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import partial

from helpers.text.abbreviations import (
    AFTER_AN_HOUR,
    BEFORE_A_NAME,
    BEFORE_A_NUMBER,
    HOURS,
    MAYBE_LAST,
    NAMES_WITH_A_MARK,
    OPENERS,
)
from helpers.text.quotation_marks import pair_marks
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
    [^\W_]++(?=\s)                     # the common case, quickly: letters, then a space
    |
    (?: [^\W\d_]{{1,2}}(?:\.[^\W\d_]){{1,4}}+\.   # a stop after each letter: U.S.  a.m.  Ph.D.
        (?![^\W_])                     #   … unless more letters follow the last stop
      | [^\W_]++                       # else letters and digits
    )
    (?: (?: [{APOSTROPHES}{HYPHENS}](?=[^\W_])   # then, any number of times: an inner apostrophe
          | [{_MARKS}]++               #   or hyphen (don't, U.S.-led), marks on the letter before,
          | (?<=\d)[.,:](?=\d)         #   or the stop, comma or colon of a number (3.5, 1:00),
        ) [^\W_]*+                     #   and the letters and digits after it
    )*+
    """,
    re.VERBOSE,
)
# Made by C code from end to end: a loop in Python would take most of the time.
_span_of_match = re.Match.span
_span_from_pair = partial(tuple.__new__, Span)


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
    return tuple(map(_span_from_pair, map(_span_of_match, WORD.finditer(text))))


# --- paragraphs ----------------------------------------------------------------------------

# From its first to its last sign that is not white space, line by line, until a blank line follows.
_LINE = r"\S(?>[^\n]*\S)?"
_PARAGRAPH = re.compile(rf"{_LINE}(?:[^\S\n]*+\n[^\S\n]*+{_LINE})*+")


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The spans of the paragraphs: what stands between blank lines, white space trimmed.

    >>> find_paragraphs("One,\\ntwo.\\n\\nThree.")
    (Span(start=0, end=9), Span(start=11, end=17))
    """
    return tuple(map(_span_from_pair, map(_span_of_match, _PARAGRAPH.finditer(text))))


# --- sentences -----------------------------------------------------------------------------

QUOTATIONS = ("split", "whole")
CLOSING = "\"'\u201d\u2019\u00bb)\\]"
OPENING = "\"'\u201c\u2018\u00ab\u201e(\\["

# A place where a sentence may end: one stop or a row of them (". . ." is a row, too), then closing
# marks, and then white space or, where somebody forgot it, a capitalised word. What comes after
# the white space is looked at, too, but belongs to the next match.
_CANDIDATE = re.compile(
    rf"""
    (?P<stops>
      [.!?\u2026] (?<![.!?\u2026].) (?<![.!?\u2026][\x20\xa0].)   # the first stop of a row only, or
                                       # a long row would be read again from each of its stops
      [.!?\u2026]*+ (?:[\x20\xa0][.!?\u2026]++(?=[\s{CLOSING}]|\Z))*+ )
    (?P<closing> [{CLOSING}]*+ )
    (?P<gap> \s++ | (?<=[a-z.][.!?])(?=[A-Z][a-z]+[\s,;:'\u2019])(?!(?:Com|Net|Org)\b) )
    (?= (?P<opening> [{OPENING}]*+ ) (?P<word> \w*+ ) (?P<sign> [^\w\s]? ) )
    """,
    re.VERBOSE,
)
# Signs that may stand before a word without a space and are no part of it.
_BEFORE_A_TOKEN = "([\"'\u201c\u2018\u00ab\u2013*\u2022\u2043"
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_WEB_ADDRESS = re.compile(r"(?:https?://|www\.)", re.IGNORECASE)
# Signs that carry a sentence on where they come first: a closing bracket, a comma, an emoticon.
_CARRIES_ON = frozenset(")]},;:+&%")

# An attribution that follows a quoted question or cry and belongs to it:
# "Is it over?" Merkel asked.   "A great day!" U.S. President Donald Trump posted on ...
_ATTRIBUTION_FOLLOWS = re.compile(
    r"""
    (?! (?:The|A|An|He|She|They|It|We|You|This|That|Then|But|And|So|When|In|On|At|After|Before
          |His|Her|Their)\s )            # words that begin a new sentence rather than a name
    (?: (?: [A-Z][\w.'\u2019-]*,?|of|the|a|an|and|for|from|de|von|van|al
          | [a-z]+(?:ist|er|man|men|woman|women|person|ary|ent|or|ess|al|ief),?
        )\s+ ){1,8}
    (?: (?<=,\s) [^,.!?"\u201c\u201d]{1,80},\s+ )?   # an apposition: Ana, a nurse from Ellar,
    (?: said|says|asked|asks|replied|answered|added|wrote|writes|posted|tweeted|told|cried
      | shouted|exclaimed|insisted|declared|wondered|warned|joked|called|snapped )\b
    """,
    re.VERBOSE,
)
# No token, name or attribution that a rule looks at is longer than this many signs. The bounds
# keep the time in proportion to the length of the text.
_LONGEST_TOKEN = 40
_LONGEST_ATTRIBUTION = 120

# The beginning of an item in a list that was run into one paragraph: 1.  2)  3.)  • 4.  b.
_ITEM = re.compile(r"(?:(?<=\s)|\A)[\u2022\u2043*]?\s?(?P<number>\d{1,2}|[a-z])(?:\.\)?|\))\s")


def find_sentences(text: str, *, quotations: str = "split") -> tuple[Span, ...]:
    """The spans of the sentences, in reading order; none crosses a paragraph's end.

    A sentence ends at ``.``, ``!``, ``?`` or ``…`` with the closing marks behind it, but not
    after an abbreviation or an initial that needs what follows, nor between a quoted question
    and its own attribution (``"Is it over?" Merkel asked.``). Each rule stands in
    ``_ends_sentence``.

    Args:
        quotations: ``split`` (the default): several sentences inside one quotation are several
            sentences, the last of them with its attribution. ``whole``: no sentence ends inside
            quotation marks, unless it ends with them.

    Raises:
        ValueError: ``quotations`` is neither.

    >>> text = 'It began at 1:00 a.m. in Kyiv. "Is it over?" Merkel asked.'
    >>> [sentence.of(text) for sentence in find_sentences(text)]
    ['It began at 1:00 a.m. in Kyiv.', '"Is it over?" Merkel asked.']
    """
    if quotations not in QUOTATIONS:
        raise ValueError(f"quotations is {quotations!r}; it can be: {', '.join(QUOTATIONS)}.")
    sentences: list[Span] = []
    for paragraph in find_paragraphs(text):
        start = paragraph.start
        for end, following in _borders(text, paragraph, whole=quotations == "whole"):
            sentences.append(Span(start, end))
            start = following
        sentences.append(Span(start, paragraph.end))
    return tuple(sentences)


def _borders(text: str, paragraph: Span, *, whole: bool) -> list[tuple[int, int]]:
    """Where a sentence ends inside a paragraph, and where the next one begins."""
    borders = [
        match.span("gap")
        for match in _CANDIDATE.finditer(text, paragraph.start, paragraph.end)
        if _ends_sentence(text, match, paragraph)
    ]
    items = _list_items(text, paragraph)
    if items:
        # A new item begins a new sentence; the stop of its number ends none.
        borders = [border for border in borders if not _is_strictly_inside(border[0], items)]
        taken = {following for _, following in borders}
        for item in items[1:]:
            if item.start not in taken:
                end = item.start - 1
                while text[end - 1].isspace():
                    end -= 1
                borders.append((end, item.start))
        borders.sort()
    if whole and borders:
        inside = [stretch.outer for stretch in pair_marks(text, paragraph)[0]]
        borders = [border for border in borders if not _is_strictly_inside(border[0], inside)]
    return borders


def _ends_sentence(text: str, match: re.Match[str], paragraph: Span) -> bool:
    """The rules, in the order in which they decide."""
    stops, closing, opening, word, sign = match.group("stops", "closing", "opening", "word", "sign")
    if word[:1].islower() and not (word == "i" and sign != "."):
        # "a.m. in", "now... decided": the sentence goes on. An address begins something new.
        return _WEB_ADDRESS.match(text, match.end()) is not None
    if not opening and not word and sign in _CARRIES_ON:
        return False
    if text[match.start() - 1 : match.start()] in ("[", "("):  # words left out: [...]
        return False
    if stops[-1] in "!?" and closing:
        end = min(paragraph.end, match.end() + _LONGEST_ATTRIBUTION)
        return not _ATTRIBUTION_FOLLOWS.match(text, match.end(), end)
    token = _token_before(text, match.start())
    if stops[-1] in "!?":
        return token not in NAMES_WITH_A_MARK or word.casefold() in OPENERS
    if stops != ".":
        return True
    if _is_item_number(text, match.start(), token, paragraph):
        return False
    if closing:
        return True
    if token == "i" and not _follows_a_name(text, match.start() - 1):  # "you and I. We left"
        return True
    return _ends_after(token, word)


def _ends_after(token: str, word: str) -> bool:
    """Does a single stop after ``token`` end the sentence, if ``word`` comes next?"""
    opens = word.casefold() in OPENERS
    if token in BEFORE_A_NAME:
        return False
    if token in BEFORE_A_NUMBER:
        return not word[:1].isdigit() and word.casefold() not in BEFORE_A_NUMBER
    if token in HOURS:
        return word.casefold() not in AFTER_AN_HOUR
    if (len(token) == 1 and token.isalpha()) or token in MAYBE_LAST or _INITIALS.fullmatch(token):
        return opens
    return True


def _token_before(text: str, position: int) -> str:
    """The word or abbreviation that ends at a position, in small letters; "" after a space."""
    words = text[max(0, position - _LONGEST_TOKEN) : position].rsplit(None, 1)
    if not words or text[position - 1].isspace():
        return ""
    return words[-1].rpartition("\u2014")[2].lstrip(_BEFORE_A_TOKEN).casefold()


def _is_item_number(text: str, position: int, token: str, paragraph: Span) -> bool:
    """Is ``token`` the "2" of "2. The second item", at the start of a sentence or paragraph?"""
    if not token.isdigit() or len(token) > 2:
        return False
    end = position - len(token)
    before = text[max(paragraph.start, end - _LONGEST_TOKEN) : end].rstrip()
    return not before or before[-1] in ".!?\u2026\u2022\u2043*:;)"


def _follows_a_name(text: str, position: int) -> bool:
    """Is the word before a position capitalised, as in "Albert I. Jones"?"""
    before = text[max(0, position - _LONGEST_TOKEN) : position].split()
    return bool(before) and before[-1][:1].isupper()


def _list_items(text: str, paragraph: Span) -> list[Span]:
    """The numbers of the items, if the paragraph is a list: "1. ", "2. " and so on.

    It is one if it begins with such a number, and the numbers count upward by one.
    """
    first = _ITEM.match(text, paragraph.start, paragraph.end)
    if not first:
        return []
    items = [Span(*first.span())]
    last = _rank(first["number"])
    for item in _ITEM.finditer(text, first.end(), paragraph.end):
        if _rank(item["number"]) == last + 1:
            items.append(Span(*item.span()))
            last += 1
    return items


def _rank(number: str) -> int:
    return int(number) if number.isdigit() else ord(number)


def _is_strictly_inside(position: int, areas: list[Span]) -> bool:
    index = bisect_right(areas, (position,)) - 1
    return index >= 0 and areas[index].start < position < areas[index].end
