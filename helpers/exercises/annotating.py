"""The exercises of notebook 02."""

from __future__ import annotations

from helpers.annotation.locating import as_typed
from helpers.exercises.exercise import Exercise
from helpers.text.article import Article

SENTENCE = "“The lamp is broken,” warned Tilda Maron, who keeps the lighthouse."
_RIGHT = [
    ("Tilda Maron, who keeps the lighthouse", "source"),
    ("warned", "cue"),
    ("“The lamp is broken,”", "content"),
]


def label_one_sentence(_: Article) -> Exercise:
    """Who says what in one invented sentence, whichever article is read?"""

    def judge(given: object, wanted: list[tuple[str, str]]) -> str:
        if not isinstance(given, (list, tuple)) or not given:
            return 'The answer is a list of marks, such as [("words", "source")].'
        for row in given:
            if not (isinstance(row, (list, tuple)) and len(row) == 2):
                return f'Each mark is a pair, ("words", "label"); {row!r} is none.'
        marks = {_bare(str(words)): str(label) for words, label in given}
        for words, label in marks.items():
            if words not in _bare(SENTENCE):
                return f"“{words}” does not stand in the sentence. Every letter counts."
            if label not in [name for _, name in wanted]:
                return f"“{label}” is none of the labels source, cue and content."
        for words, label in wanted:
            if marks.get(_bare(words)) != label:
                return _advice(label, marks)
        more = len(marks) - len(wanted)
        return f"Right so far, but {more} too many: three marks will do." if more else ""

    return Exercise(
        question=(
            f"Mark source, cue and content in this sentence: {SENTENCE} Give a list of pairs, "
            '[("words", "label"), …].'
        ),
        answer=lambda: list(_RIGHT),
        judge=judge,
        hints=(
            "Three marks will do, one for each label.",
            "The codebook wants the whole description of a speaker, and the fewest words that "
            "tell you that somebody speaks.",
            "Look for the verb that is not “is” or “keeps”, then ask: who does that, and what "
            "stands in quotation marks?",
        ),
        solution_code=repr(_RIGHT),
    )


def _bare(words: str) -> str:
    """Words without what may stand around them: quotation marks, commas, stops, spaces."""
    return as_typed(words).strip("\"'., ")


def _advice(label: str, marks: dict[str, str]) -> str:
    given = next((words for words, name in marks.items() if name == label), None)
    if given is None:
        return f"There is no {label} yet. What does the codebook say a {label} is?"
    where = {
        "source": "Mark the whole description of whoever speaks, and nothing else",
        "cue": "Mark the fewest words that tell you that something is said",
        "content": "Mark what is said, all of it, and nothing else",
    }
    return f"“{given}” is not the {label} as the codebook defines it. {where[label]}."
