"""Which words are left out when "small words" are left out; the list is here to be read.

Function words of English: articles, pronouns, prepositions, conjunctions, auxiliary verbs and a
few adverbs of degree. Nothing that carries attribution ("said"), negation of a fact ("not",
"without") or doubt ("may", "might", "alleged") is on it, because a close reading needs those.
"""

from __future__ import annotations

from hashlib import sha256

from helpers.text.folding import fold

_LIST = """
a an the
i me my mine myself we us our ours ourselves you your yours yourself yourselves
he him his himself she her hers herself it its itself they them their theirs themselves
this that these those who whom whose which what
about above across after against along among around as at before behind below beneath beside
between beyond by down during for from in inside into like near of off on onto out outside over
past per since than through throughout to toward towards under until up upon via with within
and but or nor so yet if because although though while whereas when where why how whether
am is are was were be been being have has had having do does did doing
will would shall should can could
there here then too very just also only own same such both each every any some other another
i'm you're he's she's it's we're they're i've you've we've they've i'd you'd he'd she'd we'd
they'd i'll you'll he'll she'll it'll we'll they'll that's there's who's what's
"""

STOP_WORDS: frozenset[str] = frozenset(_LIST.split())
STOP_WORDS_VERSION = sha256(" ".join(sorted(STOP_WORDS)).encode()).hexdigest()[:12]
"""Changes whenever the list does; a figure that leaves stop words out should name it."""


def is_stop_word(word: str) -> bool:
    """True for a word on the list, in any case and with a straight or curly apostrophe.

    >>> is_stop_word("The"), is_stop_word("It\u2019s"), is_stop_word("ceasefire")
    (True, True, False)
    """
    return fold(word) in STOP_WORDS
