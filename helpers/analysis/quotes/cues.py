"""The verbs that report speech and writing, with the stance a writer takes by choosing them.

The stance is this workbook's grouping, for readers to dispute: ``neutral`` verbs add nothing to
the fact that something was said; ``assertive`` ones show the speaker standing up for it;
``doubting`` ones hold the writer back from it; ``conceding`` ones take it as true and unwelcome
to the speaker; ``critical`` ones say that it was aimed against somebody.

Left out on purpose: forms that are nouns as often as verbs (claims, pledges, reports, calls).
"""

from __future__ import annotations

import re

STANCES: dict[str, str] = {
    "neutral": (
        "said says told tells added adds asked asks replied answered wrote writes posted tweeted "
        "stated explained announced continued recalled"
    ),
    "assertive": (
        "insisted insists declared declares stressed emphasised emphasized vowed pledged promised "
        "argued argues maintained maintains urged urges warned warns predicted asserted boasted"
    ),
    "doubting": "claimed alleged alleges suggested suggests speculated",
    "conceding": "admitted admits conceded concedes acknowledged acknowledges confessed",
    "critical": (
        "accused accuses slammed criticised criticized denounced denounces blamed blames "
        "condemned condemns mocked ridiculed dismissed lashed complained complains"
    ),
}
STANCE_OF: dict[str, str] = {
    verb: stance for stance, verbs in STANCES.items() for verb in verbs.split()
}
CUE_PATTERN = rf"(?:{'|'.join(sorted(STANCE_OF, key=len, reverse=True))})"
CUE = re.compile(rf"\b{CUE_PATTERN}\b")


def stance_of(cue: str) -> str:
    """The stance of a cue's words, by its verb; ``neutral`` for "according to".

    >>> stance_of("insisted"), stance_of("according to")
    ('assertive', 'neutral')
    """
    return next((STANCE_OF[word] for word in cue.split() if word in STANCE_OF), "neutral")
