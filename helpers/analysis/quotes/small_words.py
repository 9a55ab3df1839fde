"""The small words of English, and some verbs, each with its tag (see ``TAGS``)."""

from __future__ import annotations

from helpers.analysis.quotes.cues import CUE_FORMS, NOUNS, inflect

TAGS: dict[str, str] = {
    "Q": "a quotation, marks included",
    "P": "a pronoun that can be a subject",
    "O": "a pronoun that cannot",
    "D": "a word that begins a noun phrase: an article, a possessive, a quantity",
    "N": "a word with a capital, or a number",
    "w": "any other word: mostly nouns and adjectives",
    "I": "a preposition",
    "C": "and, or, but",
    "T": "that",
    "W": "a relative pronoun or question word",
    "S": "a word that opens a subordinate clause",
    "A": "an auxiliary verb",
    "V": "a form that can only be a verb's",
    "E": "a word in -ed: a past tense or a participle",
    "G": "a word in -ing",
    "R": "an adverb",
    "t": "a word of time, such as Monday or year",
    "x": "any other sign; a comma, dash, bracket, colon or semicolon is its own tag",
}


def _tagged(tag: str, words: str) -> dict[str, str]:
    return dict.fromkeys(words.split(), tag)


# Verbs whose form in -s is hardly ever a noun.
_VERBS = """
    make take give get come become go know see seem appear remain want oppose prefer include contain
    require provide allow follow create bring keep hold lose win choose raise continue consider
    expect enjoy admire arrive agree ask avoid carry deserve destroy exist fail happen involve join
    lack lead learn like live love manage meet offer owe own prepare prove pursue reach receive
    refuse rely remember represent seek send serve speak spend stand stay succeed suffer support
    survive talk thank think threaten try understand vote wait walk work worry dislike hate run draw
    grow fall feel find fight leave let show reveal
"""
_PASTS = """
    went came took made got gave saw knew thought felt left began became kept held brought ran stood
    met sent spoke led lost won rose fell grew spent sought fought built drew threw broke chose
    drove flew wore rode hit cut set let heard found bought caught taught sat slept struck swept
    told understood woke withdrew overcame hung beat fed fled shook sank tore said wrote read swore
"""
_BASES = "make take become seem say know want"


def _verbs() -> dict[str, str]:
    """Forms that are verbs nearly always; "talks", "votes", "claims" are not among them."""
    forms = _tagged("V", f"{_PASTS} {_BASES}")
    for verb in _VERBS.split():
        present = next(form for form, name in inflect(verb).items() if name == "present")
        forms[present] = "V"
    for form, cue in CUE_FORMS.items():
        if form not in NOUNS and cue.form in ("base", "present"):
            forms[form] = "V"
    for noun in ("talks", "votes"):
        del forms[noun]
    return forms


SMALL_WORDS: dict[str, str] = {
    **_verbs(),
    **_tagged("P", "i he she they we it you there"),
    **_tagged("O", "him them me us himself herself themselves itself myself ourselves"),
    **_tagged(
        "D",
        "the a an this these those his her their its my our your some many most several few all "
        "both each every another any no one two three four five six seven eight nine ten dozens "
        "half other others more",
    ),
    **_tagged(
        "I",
        "of in on at for from with by to about against into over under between among through "
        "across toward towards without within near outside inside behind beyond upon amid "
        "including during despite onto off around versus per throughout via like as than "
        "regarding concerning alongside below above following amongst aboard",
    ),
    **_tagged("C", "and or but nor yet &"),
    **_tagged("T", "that"),
    **_tagged("W", "who whom whose which what whether how why where"),
    **_tagged(
        "S", "because while when if although though since after before until unless whereas once so"
    ),
    **_tagged(
        "A",
        "is are was were be been being am has had have having do does did will would can could "
        "may might must shall should isn't aren't wasn't weren't hasn't hadn't haven't don't "
        "doesn't didn't won't wouldn't can't couldn't cannot shouldn't 's 're 've 'd 'll 'm "
        "\u2019s \u2019re \u2019ve \u2019d \u2019ll \u2019m isn\u2019t aren\u2019t wasn\u2019t "
        "weren\u2019t hasn\u2019t hadn\u2019t haven\u2019t don\u2019t doesn\u2019t didn\u2019t "
        "won\u2019t wouldn\u2019t can\u2019t couldn\u2019t shouldn\u2019t",
    ),
    **_tagged(
        "R",
        "not also then again never still now just even only too very often already soon perhaps "
        "however meanwhile instead ever here always almost rather quite twice else well so back "
        "further therefore thus though maybe simply alone together",
    ),
    **_tagged(
        "t",
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow "
        "january february march april june july august september october november december "
        "week month year day morning night evening afternoon noon midnight ago recently earlier "
        "later last next sept. oct. nov. dec. jan. feb. aug. mon. tues. wed. thurs. fri.",
    ),
}
NOT_ADVERBS = frozenset(
    "family ally rally july early daily weekly monthly italy supply reply assembly bully fly only "
    "likely friendly elderly holy ugly lovely lonely deadly costly".split()
)
NOT_ING = frozenset(
    "king thing something nothing everything anything spring ring wing string building meeting "
    "wedding ceiling feeling hearing beijing".split()
)
NOT_ED = frozenset("need red bed speed seed feed hundred shed sacred indeed".split())
