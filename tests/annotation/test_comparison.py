from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.annotation.annotation import Annotation
from helpers.annotation.comparison import CAUSES, compare
from helpers.text.span import Span
from helpers.views.table import table
from tests.linear import assert_linear

TEXT = (
    "“We waited,” Ana Silva said. The harbour office warned that sailors drown. "
    "Bo Lind wrote a letter. She told reporters she would stay."
)


@dataclass(frozen=True)
class Found:
    """A finding of a program of which nothing is known but its parts."""

    content: str
    cue: str = ""
    source: str = ""
    text: str = TEXT

    def parts(self) -> Iterator[tuple[str, Span]]:
        for role in ("content", "cue", "source"):
            words = getattr(self, role)
            if words:
                yield role, span(words, self.text)


def span(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def attributed(content, cue="", source="", *, linked=True, blind=True, text=TEXT):
    """Marks on these words, linked to each other."""
    marks = [
        Annotation(label, (span(words, text),), reader="Heron", blind=blind)
        for label, words in (("content", content), ("cue", cue), ("source", source))
        if words
    ]
    ids = {mark.id for mark in marks}
    return [replace(m, links=tuple(ids - {m.id}) if linked else ()) for m in marks]


READING = [
    *attributed("“We waited,”", "said", "Ana Silva"),
    *attributed("that sailors drown", "warned", "The harbour office"),
    *attributed("she would stay", "told reporters", "She"),
]
ALIKE = [
    Found("We waited,", "said", "Ana Silva"),
    Found("that sailors drown", "warned", "harbour office"),
    Found("she would stay", "told reporters", "She"),
]


def test_whole_attributions_are_compared_and_quotation_marks_do_not_count():
    comparison = compare(READING, ALIKE, TEXT)
    same, overlapping, *_ = comparison.scores
    assert (same.both, same.reader, same.program) == (2, 3, 3)
    assert (overlapping.both, overlapping.f1) == (3, 1)
    assert [d.cause for d in comparison.differences] == ["other source edges"]
    assert table(TEXT, comparison.scores).records()[0]["of_reader"] == 2 / 3


@pytest.mark.parametrize(
    ("found", "cause", "both"),
    [
        pytest.param(None, "not found", 2, id="not found"),
        pytest.param(Found("she would stay", "told", "Bo Lind"), "other source", 2, id="source"),
        pytest.param(Found("she would stay", "told"), "other source", 2, id="no source"),
        pytest.param(Found("she would stay", "wrote", "She"), "other cue", 2, id="another cue"),
        pytest.param(Found("she would stay", "told", "She"), "other cue edges", 3, id="cue edges"),
        pytest.param(
            Found("reporters she would stay", "told", "She"),
            "other content edges",
            3,
            id="content edges",
        ),
        pytest.param(
            Found("stay", "told reporters", "She"), "other content edges", 2, id="a third of it"
        ),
    ],
)
def test_each_difference_has_its_cause(found, cause, both):
    comparison = compare(READING, [*ALIKE[:2], *([found] if found else [])], TEXT)
    assert comparison.scores[1].both == both
    assert cause in [d.cause for d in comparison.differences]
    assert all(d.cause in CAUSES for d in comparison.differences)


def test_what_only_the_program_has_is_listed_with_its_sentence():
    only = Found("a letter", "wrote", "Bo Lind")
    comparison = compare(READING, [*ALIKE, only], TEXT)
    difference = next(d for d in comparison.differences if d.cause == "only the program")
    assert table(TEXT, [difference]).records() == [
        {
            "cause": "only the program",
            "reader": "",
            "program": "a letter",
            "sentence": "Bo Lind wrote a letter.",
        }
    ]
    assert comparison.scores[1].of_program == 3 / 4


def test_it_is_called_agreement_unless_the_reading_was_adjudicated():
    assert "agreement 100% (F1)" in compare(READING, ALIKE, TEXT).sentence
    assert "precision" not in compare(READING, ALIKE, TEXT).sentence
    assert (
        "precision 100%, recall 100%" in compare(READING, ALIKE, TEXT, is_reference=True).sentence
    )


def test_marks_that_were_not_made_blind_are_set_aside_with_what_they_answer():
    seen = attributed("a letter", "wrote", "Bo Lind", blind=False)
    comparison = compare([*READING, *seen], [*ALIKE, Found("a letter", "wrote", "Bo Lind")], TEXT)
    assert comparison.scores == compare(READING, ALIKE, TEXT).scores
    assert "1 of the reader's 4 attributions were made with" in comparison.notes[0]
    unknown = attributed("a letter", "wrote", "Bo Lind", blind=None)
    assert (
        "For 1 of the reader's attributions it is not recorded"
        in (compare([*READING, *unknown], ALIKE, TEXT).notes[0])
    )


def test_marks_without_links_are_put_together_by_sentence_and_that_is_said():
    loose = [replace(mark, links=()) for mark in READING]
    comparison = compare(loose, ALIKE, TEXT)
    assert comparison.scores == compare(READING, ALIKE, TEXT).scores
    assert "linked to no source and no cue: 3 of 3" in comparison.notes[0]
    # Linking is no matter of all or nothing.
    content = READING[0]
    some = [m if content.id in (m.id, *m.links) else replace(m, links=()) for m in READING]
    comparison = compare(some, ALIKE, TEXT)
    assert comparison.scores == compare(READING, ALIKE, TEXT).scores
    assert "linked to no source and no cue: 2 of 3" in comparison.notes[0]


def test_a_source_is_also_found_through_the_cue_and_pieces_of_a_content_through_each_other():
    first, second = (Annotation("content", (span(w),), id=w, blind=True) for w in ("We", "waited"))
    cue = Annotation("cue", (span("said"),), id="cue", links=("We", "source"), blind=True)
    source = Annotation("source", (span("Ana Silva"),), id="source", links=("cue",), blind=True)
    marks = [replace(first, links=("waited", "cue")), replace(second, links=("We",)), cue, source]
    comparison = compare(marks, [Found("We waited", "said", "Ana Silva")], TEXT)
    assert comparison.scores[1].both == comparison.scores[1].reader == 1


def test_what_nobody_is_given_as_source_or_cue_is_no_attribution():
    comparison = compare(READING, [*ALIKE, Found("a letter")], TEXT)
    assert comparison.scores[0].program == 3
    assert "1 of the program's findings have neither source nor cue" in comparison.notes[0]


def test_only_what_the_reader_has_read_is_compared():
    comparison = compare(READING, ALIKE, TEXT, within=[Span(0, 30)])
    assert (comparison.scores[0].reader, comparison.scores[0].program) == (1, 1)


@pytest.mark.parametrize(
    ("reading", "findings", "said"),
    [
        pytest.param([], ALIKE, "marked no content here", id="nothing marked"),
        pytest.param(READING[1:2], ALIKE, "marked no content here", id="no content"),
        pytest.param(READING, [], "program found no attribution", id="nothing found"),
        pytest.param(
            [Annotation("cue", (Span(5, 9999),))], ALIKE, "made on another text", id="other text"
        ),
        pytest.param(
            attributed("a letter", blind=False), ALIKE, "would say nothing", id="none blind"
        ),
    ],
)
def test_where_there_is_nothing_to_compare_a_sentence_says_so(reading, findings, said):
    comparison = compare(reading, findings, TEXT)
    assert said in comparison.problem
    assert comparison.sentence == comparison.problem
    assert comparison.scores == ()


SPANS = st.tuples(st.integers(0, 20), st.integers(1, 9)).map(lambda p: Span(p[0], p[0] + p[1]))
LABELS = st.sampled_from(["source", "cue", "content"])


@settings(deadline=None)
@given(
    st.lists(st.tuples(LABELS, SPANS, st.lists(st.integers(0, 6), max_size=3)), max_size=7),
    st.lists(st.lists(st.tuples(LABELS, SPANS), max_size=4), max_size=5),
)
def test_any_reading_and_any_findings_give_counts_that_fit_or_a_sentence(marks, findings):
    text = "a “bé” 🔥c שלום. D e, f! — g h i."
    reading = [
        Annotation(label, (place,), id=str(n), links=tuple(map(str, links)), blind=True)
        for n, (label, place, links) in enumerate(marks)
    ]

    class Any:
        def __init__(self, parts):
            self.parts = lambda: iter(parts)

    comparison = compare(reading, [Any(parts) for parts in findings], text)
    assert comparison.problem or len(comparison.scores) == 5
    for score in comparison.scores:
        assert 0 <= score.both <= min(score.reader, score.program)
    if comparison.scores:
        assert comparison.scores[0].both <= comparison.scores[1].both
        causes = [d.cause for d in comparison.differences]
        paired = comparison.scores[0].reader - causes.count("not found")
        assert paired == comparison.scores[0].program - causes.count("only the program")
    for difference in comparison.differences:
        assert all(0 <= s.start < s.end <= len(text) for _, s in difference.parts())


def test_the_time_grows_with_the_number_of_attributions_and_not_with_its_square():
    def compare_all(text):
        marks, found = [], []
        for start in range(0, len(text) - 50, 50):
            for label, place in (("source", (0, 3)), ("cue", (4, 9)), ("content", (10, 40))):
                at = Span(start + place[0], start + place[1])
                marks.append(Annotation(label, (at,)))
                found.append((label, at))
        parts = [found[n : n + 3] for n in range(0, len(found), 3)]
        findings = [type("F", (), {"parts": lambda _, p=p: iter(p)})() for p in parts]
        compare(marks, findings, text)

    assert_linear(compare_all, "It rained on us, and on them, ")
