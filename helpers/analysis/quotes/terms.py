"""Which words in quotation marks are a name: a title, a programme, a nickname?"""

from __future__ import annotations

import re

from helpers.text.quotation_marks import QuotedStretch

_WORD = re.compile(r"[^\W_][\w'\u2019.-]*")
_SMALL_IN_TITLES = frozenset("a an and as at by for from in is of on or our the to vs with".split())
_WORKS = (
    r"(?:show|series|program|programme|podcast|book|novel|memoir|autobiography|bestseller|movie|film"
    r"|drama|comedy|sitcom|documentary|play|musical|song|single|album|hit|magazine|column|blog"
    r"|pageant|anthem|classic|sketch|episode|game|opera|poem|painting|exhibition)"
)
# What stands right before the opening mark of a title.
_BEFORE_A_TITLE = re.compile(
    rf"""
    (?: \w['\u2019]s?                      # ABC's "This Week"
      | \b(?:of|on|in|for|from|with|by|at|like|via|author|called\ the|so-called)
      | \b{_WORKS}s?,?                     # the book "One Quay"; his memoir, "One Quay"
    ) \s* \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What stands right behind the closing mark of a title, however it is written. With the comma: a
# pier may be called “Silva's folly” by Poe.
_AUTHOR = re.compile(
    r"""(?: , | (?<=,["\u201d\u2019]) | (?<=,'') | (?<=,['\u2019]["\u201d]) )
    \s by \s (?:the\s)? [A-Z\u00c0-\u00de]  # “Who takes the boat,” by Ana Silva
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"\s*\((?:19|20)\d\d\)")  # “Who takes the boat” (2005)
_IN_A_SENTENCE = re.compile(r"[\w,:]\s*\Z")  # there, a year may be when somebody said it
_PEOPLE_OF_A_WORK = re.compile(
    r"\s(?:star|co-star|host|co-host|anchor|creator|actor|actress|alum|contestant)s?\b"
)
_LONGEST_TITLE = 120  # signs
_REACH = 30  # signs before the mark that are looked at


def is_title(words: str) -> bool:
    """Are all words written with a capital, but for the small ones, as titles are?

    >>> is_title("The Last Boat to Ellar"), is_title("The last boat"), is_title("no")
    (True, False, False)
    """
    return all(
        not part[0][0].islower() or part[0] in _SMALL_IN_TITLES for part in _WORD.finditer(words)
    ) and any(part[0][0].isupper() for part in _WORD.finditer(words))


def names_something(text: str, stretch: QuotedStretch) -> bool:
    """Is the stretch a title that stands in the sentence as a name does?

    Its author, its year, or somebody who plays in it may tell, too, and what stands in front of it.
    Then it is part of the reporter's sentence: on the radio programme "One Quay", Silva said …
    """
    words = stretch.inner.of(text)
    if len(words) > _LONGEST_TITLE or words[:1].islower():
        return False
    start, end = stretch.outer
    reach = max(0, start - _REACH)
    if _AUTHOR.match(text, end):
        return True
    if not is_title(words):
        return bool(_YEAR.match(text, end) and not _IN_A_SENTENCE.search(text, reach, start))
    behind = _YEAR.match(text, end) or _PEOPLE_OF_A_WORK.match(text, end)
    return bool(behind or _BEFORE_A_TITLE.search(text, reach, start))
