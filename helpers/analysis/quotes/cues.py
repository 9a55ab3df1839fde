"""The expressions that report speech and writing, with the stance a writer takes by choosing them.

The stance is this workbook's grouping, for readers to dispute. A verb stands in one group only,
under its dictionary form; its other forms are made by rule (``inflect``). Thought and attitude are
covered as far as the group "thinking" goes, and no further.

A *strong* cue (``CLAUSE``) reports with or without quotation marks: Silva said (that) it was over.
All the others are weak: they need quotation marks, or one of the frames listed here: vowed *to*
stay, called *for* a vote, criticised the plan.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

STANCES: dict[str, str] = {
    "neutral": "adds nothing to the fact that something was said or written",
    "assertive": "shows the speaker standing up for it, or binding themselves to it",
    "doubting": "holds the writer back from it: it may be so or not",
    "conceding": "takes it as true, and unwelcome to the speaker",
    "critical": "says that it was aimed against somebody or something",
    "approving": "says that it was in favour of somebody or something",
    "denying": "says that the speaker turns something down",
    "asking": "puts it as a question or a request",
    "manner": "says how it sounded",
    "thinking": "reports a thought, as far as a reporter can know it",
}
_VERBS: dict[str, str] = {
    "neutral": """
        say tell add write state explain announce continue recall note mention report reply answer
        respond comment observe remark inform relate recount conclude text email message post tweet
        retweet testify reiterate repeat quote cite describe call refer characterize characterise
        label dub brand clarify reveal disclose confirm elaborate notify remind advise instruct
        counter remember react summarize summarise read echo compare liken indicate signal allude
        begin publish show find
    """,
    "assertive": """
        insist declare stress emphasise emphasize vow pledge promise argue maintain urge warn
        predict assert boast contend proclaim pronounce affirm assure swear caution underscore
        underline forecast reason recommend propose threaten implore exhort encourage convince
        persuade preach lecture brag tout highlight reaffirm declaim opine advocate
    """,
    "doubting": "claim allege suggest speculate imply insinuate hint theorize purport estimate",
    "conceding": "admit concede acknowledge confess agree apologize apologise",
    "critical": """
        accuse slam criticise criticize denounce blame condemn mock ridicule dismiss complain
        blast attack deride rip decry lambaste assail bemoan lament chide scold taunt charge hammer
        rebuke scoff fault bash rail chastise belittle disparage lash castigate excoriate skewer
        sneer protest
    """,
    "approving": "praise hail applaud thank laud commend congratulate welcome credit defend",
    "denying": "deny reject refute rebut dispute contradict decline refuse disavow",
    "asking": "ask question wonder inquire request demand plead beg",
    "manner": """
        snap quip joke shout yell scream whisper mutter murmur chant cry sigh laugh gush exclaim
        bark roar retort chuckle thunder crow deadpan muse marvel beam boom intone sniff snort
        growl holler bellow fume grumble rant rave vent enthuse recite sing interject interrupt
        chime stammer
    """,
    "thinking": "believe think hope fear expect worry suspect feel",
}
_IRREGULAR: dict[str, tuple[str, str]] = {  # past tense and participle
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "write": ("wrote", "written"),
    "read": ("read", "read"),
    "swear": ("swore", "sworn"),
    "think": ("thought", "thought"),
    "sing": ("sang", "sung"),
    "begin": ("began", "begun"),
    "feel": ("felt", "felt"),
    "show": ("showed", "shown"),
    "find": ("found", "found"),
}
_DOUBLED = frozenset("admit quip brag rip dub refer snap slam rebut begin".split())
_NEVER_VERBS = frozenset(["state", "states"])  # as good as always the country's

# Forms that are nouns at least as often. They count as verbs only behind a subject that agrees.
NOUNS = frozenset(
    noun + ending
    for noun in """
        claim report call pledge note comment remark promise charge attack question tweet post
        demand answer shout cry joke laugh email text message quote read brand label request echo
        credit signal reason estimate forecast fault hope fear hint rant chant murmur whisper scream
        sigh roar bark thunder marvel beam boom counter protest crow vent lecture blast mock lament
        vow snap rave cite
    """.split()
    for ending in ("", "s")
) | {"cries", "written", "quoted"}


class Cue(NamedTuple):
    """A form of a reporting verb."""

    verb: str
    """Its dictionary form."""
    stance: str
    form: str
    """"base", "present" (-s), "past" (for most verbs the participle, too), "participle", "ing"."""


def inflect(verb: str) -> dict[str, str]:
    """The forms of a verb, each with its name.

    >>> forms = inflect("deny")
    >>> [form for form, name in forms.items() if name in ("past", "ing")]
    ['denying', 'denied']
    """
    stem = verb if verb.endswith("ee") else verb.removesuffix("e")
    if verb in _DOUBLED:
        stem += verb[-1]
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        present, regular = verb[:-1] + "ies", verb[:-1] + "ied"
    else:
        present = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
        regular = stem.removesuffix("e") + "ed"
    past, participle = _IRREGULAR.get(verb, (regular, regular))
    return {
        stem + "ing": "ing",
        verb: "base",
        participle: "participle",
        present: "present",
        past: "past",
    }


CUE_FORMS: dict[str, Cue] = {
    form: Cue(verb, stance, name)
    for stance, verbs in _VERBS.items()
    for verb in verbs.split()
    for form, name in inflect(verb).items()
    if form not in _NEVER_VERBS
}
# Verbs that need another word: pointed out, went on (to say), shot back, as Silva put it.
PHRASAL: dict[str, tuple[str, Cue]] = {
    form: (second, Cue(f"{verb} {second}", stance, name))
    for second, verb, stance, forms in (
        ("clear", "make", "assertive", {"made": "past", "makes": "present", "making": "ing"}),
        ("out", "point", "neutral", {"point": "base", **inflect("point")}),
        ("on", "go", "neutral", {"goes": "present", "went": "past"}),
        ("it", "put", "neutral", {"puts": "present", "put": "past"}),
        ("back", "shoot", "manner", {"shoots": "present", "shot": "past"}),
        ("back", "fire", "manner", {"fires": "present", "fired": "past"}),
    )
    for form, name in forms.items()
}
STANCE_OF: dict[str, str] = {form: cue.stance for form, cue in CUE_FORMS.items()} | {
    form: cue.stance for form, (_, cue) in PHRASAL.items()
}

# Verbs that may be followed by whom something is said to: told reporters, asked him.
ADDRESSED = frozenset(
    "tell ask assure remind inform notify advise instruct warn urge text email message promise "
    "encourage convince persuade implore exhort caution lecture beg thank threaten".split()
)
# Strong cues: a whole clause may follow, with or without "that".
CLAUSE = frozenset(
    """
    say tell write add note suggest argue claim announce declare insist warn acknowledge report
    predict fear hope believe think admit conclude indicate agree explain reveal confirm deny
    recall emphasize emphasise stress assert allege concede imply contend estimate boast caution
    joke convince assure worry suspect tweet reply respond observe remark testify maintain
    reiterate repeat remind inform promise pledge vow swear mention comment complain lament
    speculate hint affirm proclaim pronounce clarify disclose recount relate protest theorize
    forecast reason confess advise brag state propose recommend notify persuade quip marvel gush
    scoff opine muse elaborate declaim show find
    """.split()
) | {"point out", "make clear"}
# Verbs that may stand behind what is retold: It was over, Silva said.
POSTPOSED = frozenset(
    "say add note explain argue acknowledge recall report suggest warn write claim insist conclude "
    "believe contend predict announce reply".split()
) | {"point out"}
# Verbs that never stand behind a quotation, as "said" does. Nearly all can.
_NEVER_BEHIND = frozenset(
    "think hope fear expect worry suspect feel find show decline refuse cite describe".split()
)
BEHIND_QUOTATION = frozenset(
    [
        *(cue.verb for cue in CUE_FORMS.values() if cue.verb not in _NEVER_BEHIND),
        *(cue.verb for _, cue in PHRASAL.values()),
        "according to",
    ]
)
# Verbs whose question reports: asked whether.
QUESTION = frozenset("ask question wonder inquire explain describe tell".split())
# Verbs whose infinitive reports: vowed to stay, urged him to stay.
INFINITIVE = frozenset(
    """
    vow decline refuse promise urge ask threaten swear hope expect demand plead beg advise
    instruct implore exhort encourage propose
    """.split()
)
# Verbs whose object reports: criticised the plan.
OBJECT = frozenset(
    """
    cite accuse describe note recall blame blast slam criticize criticise emphasize emphasise
    lament decry congratulate retweet praise assail applaud acknowledge propose denounce disavow
    bemoan rebut contradict say announce question mock underscore dismiss mention reject explain
    tout attack call
    """.split()
)
# Verbs whose preposition reports: called for a vote.
PREPOSITION: dict[str, tuple[str, ...]] = {
    "call": ("for", "on"),
    "ask": ("for", "about"),
    "comment": ("on", "about"),
    "complain": ("about",),
    "refer": ("to",),
    "worry": ("about",),
    "warn": ("about", "of", "against"),
    "apologize": ("for",),
    "apologise": ("for",),
    "allude": ("to",),
    "boast": ("of", "about"),
    "think": ("about",),
    "threaten": ("with",),
}
# Verbs whose passive reports what the subject was told or asked: Silva was asked whether.
PASSIVE = frozenset("ask tell expect inform remind warn urge".split())
# Nouns that report what is theirs whose name stands before: his claim that; Silva's call for.
NOUN_CUES = frozenset(
    f"{noun}{ending}"
    for noun in """
        claim call statement remark comment tweet message assertion promise pledge vow demand
        accusation allegation argument declaration description phrase word chant slogan motto line
        question answer response reply letter email view opinion warning suggestion insistence
        admission contention criticism charge assessment characterization characterisation proposal
        commitment complaint concern belief testimony speech explanation prediction observation
        refrain quote quip joke nickname term label mantra account report plan policy
        recommendation conclusion advice plea request appeal offer threat denunciation attack
        critique depiction portrayal definition vision
    """.split()
    for ending in ("", "s")
)


@lru_cache(maxsize=1_000)
def stance_of(cue: str) -> str:
    """The stance of a cue's words, by its verb; ``neutral`` for "according to" and for nouns.

    >>> stance_of("insisted"), stance_of("according to")
    ('assertive', 'neutral')
    """
    return next((STANCE_OF[w] for w in cue.lower().split() if w in STANCE_OF), "neutral")
