import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.annotation.adjudication import NO_MARK, group_marks, kind_of, open_adjudication
from helpers.annotation.agreement import measure_agreement
from helpers.annotation.annotation import Annotation
from helpers.annotation.journal import open_journal
from helpers.text.article import Article
from helpers.text.span import Span
from helpers.views.table import table

ARTICLE = Article(
    "“We waited,” Ana Silva said. The 🔥 office warned that sailors drown. She left.",
    title="Waiting",
)


def mark(words, label, **fields):
    start = ARTICLE.text.index(words)
    return Annotation(label, (Span(start, start + len(words)),), **fields)


def reading(reader, *rows, blind=True):
    return [
        mark(words, label, reader=reader, id=f"{reader}-{number}", blind=blind)
        for number, (words, label) in enumerate(rows)
    ]


def readings():
    heron = reading(
        "Heron",
        *[("Ana Silva", "source"), ("said", "cue"), ("We waited,", "content")],
        *[("The 🔥 office", "source"), ("warned", "cue")],
    )
    otter = reading(
        "Otter",
        *[("Ana Silva", "source"), ("said", "cue"), ("“We waited,”", "content")],
        *[("warned", "content"), ("She", "source")],
    )
    linked = [m.id for m in heron[:3]]
    heron[:3] = [replace(m, links=tuple(i for i in linked if i != m.id)) for m in heron[:3]]
    return {"Heron": heron, "Otter": otter}


def words(annotations):
    return [(m.label, m.spans[0].of(ARTICLE.text)) for m in annotations]


def test_what_all_readers_marked_alike_is_agreed_and_the_rest_are_questions():
    adjudication = open_adjudication(ARTICLE, readings())
    assert words(adjudication.annotations) == [("source", "Ana Silva"), ("cue", "said")]
    assert [question.kind for question in adjudication.questions] == [
        "other edges",
        "missed",
        "other label",
        "missed",
    ]
    assert adjudication.questions[1].answers == "Heron: source; Otter: no mark"
    assert {m.reader for m in adjudication.annotations} == {"agreed"}
    assert all(m.blind for m in adjudication.annotations)
    first = table(ARTICLE, adjudication.questions, columns=["Heron", "Otter", "sentence"])
    assert first.rows[0] == ("We waited,", "“We waited,”", "“We waited,” Ana Silva said.")


def test_each_way_to_decide_leads_to_its_mark_or_to_none():
    adjudication = open_adjudication(ARTICLE, readings())
    edges, missed, label, other = adjudication.questions
    adjudication.take(edges, "Otter", comment="with its marks")
    adjudication.take(missed, "Otter")
    adjudication.mark_otherwise(label, mark("warned that", "cue"))
    adjudication.leave_unmarked(other)
    assert words(adjudication.annotations) == [
        ("content", "“We waited,”"),
        ("source", "Ana Silva"),
        ("cue", "said"),
        ("cue", "warned that"),
    ]
    assert adjudication.annotations[0].comment == "with its marks"
    assert adjudication.undecided == ()
    assert adjudication.sentence.startswith("4 of 4 questions are decided")


def test_links_come_over_once_both_ends_are_agreed():
    adjudication = open_adjudication(ARTICLE, readings())
    source, cue = adjudication.annotations
    assert source.links == (cue.id,)
    adjudication.take(adjudication.questions[0], "Otter")
    content = adjudication.annotations[0]
    assert set(content.links) == {source.id, cue.id}


def test_a_decision_can_be_taken_back_and_the_agreed_version_follows():
    adjudication = open_adjudication(ARTICLE, readings())
    question = adjudication.questions[0]
    for choice, chosen in (("Heron", "We"), ("Otter", "“We"), ("Heron", "We")):
        adjudication.take(question, choice)
        assert words(adjudication.annotations)[0][1].startswith(chosen)
        assert len(adjudication.annotations) == 3
    adjudication.leave_unmarked(question)
    assert len(adjudication.annotations) == 2
    assert adjudication.decisions[question.id].choice == NO_MARK


def test_opened_again_it_goes_on_where_it_stopped():
    first = open_adjudication(ARTICLE, readings())
    first.take(first.questions[0], "Heron", comment="as in the codebook")
    first.leave_unmarked(first.questions[2])
    sizes = [path.stat().st_size for path in (first.path, first.journal.path)]
    again = open_adjudication(ARTICLE, readings())
    assert again.annotations == first.annotations
    assert again.decisions == first.decisions
    waiting = [first.questions[1].id, first.questions[3].id]
    assert [question.id for question in again.undecided] == waiting
    assert [path.stat().st_size for path in (first.path, first.journal.path)] == sizes


def test_the_agreement_before_stays_on_record_whatever_is_decided_or_changed_later():
    given_readings = readings()
    before = measure_agreement(given_readings, ARTICLE)
    adjudication = open_adjudication(ARTICLE, given_readings)
    for question in adjudication.questions:
        adjudication.take(question, "Heron")
    header = json.loads(adjudication.path.read_text(encoding="utf-8").splitlines()[0])
    assert header["agreement_before"]["sentence"] == before.sentence
    assert header["agreement_before"]["labels"][-1]["exact"] == before.labels[-1].exact
    assert header["readers"] == {"Heron": 5, "Otter": 5}
    given_readings["Otter"].pop()
    later = open_adjudication(ARTICLE, given_readings)
    lines = adjudication.path.read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[0]) == header
    assert json.loads(lines[-1])["readers"] == {"Heron": 5, "Otter": 4}
    assert len(later.questions) == 3
    assert later.undecided == ()


def test_a_program_that_ends_between_mark_and_decision_asks_again_and_leaves_nothing_behind():
    adjudication = open_adjudication(ARTICLE, readings())
    kept = adjudication.path.read_bytes()
    adjudication.take(adjudication.questions[0], "Heron")
    adjudication.path.write_bytes(kept)  # the mark is on the disk, the decision is not
    again = open_adjudication(ARTICLE, readings())
    assert len(again.undecided) == len(again.questions)
    again.take(again.questions[0], "Otter")
    assert words(again.annotations)[0] == ("content", "“We waited,”")
    again.leave_unmarked(again.questions[0])
    assert len(again.annotations) == 2


def test_a_damaged_line_is_told_and_the_others_are_used():
    adjudication = open_adjudication(ARTICLE, readings())
    adjudication.leave_unmarked(adjudication.questions[0])
    with adjudication.path.open("ab") as file:
        file.write(b'{"decision": 3}\n{"decision": {"ques')
    again = open_adjudication(ARTICLE, readings())
    assert len(again.decisions) == 1
    assert len(again.notices) == 2
    again.leave_unmarked(again.questions[1])
    assert len(open_adjudication(ARTICLE, readings()).decisions) == 2


def test_a_file_of_another_text_is_refused_and_left_as_it_is(tmp_path):
    first = open_adjudication(ARTICLE, readings(), path=tmp_path / "a.journal.jsonl")
    before = first.path.read_bytes()
    other = Article(ARTICLE.text + " More.", title="Other")
    first.journal.path.unlink()
    with pytest.raises(ValueError, match="belongs to another text"):
        open_adjudication(other, readings(), path=tmp_path / "a.journal.jsonl")
    assert first.path.read_bytes() == before


def test_a_mark_that_was_taken_out_of_the_agreed_version_elsewhere_is_told():
    adjudication = open_adjudication(ARTICLE, readings())
    decision = adjudication.take(adjudication.questions[0], "Heron")
    adjudication.journal.remove(decision.mark)
    again = open_adjudication(ARTICLE, readings())
    assert again.notices == (
        "1 of the marks that were decided on are no longer in the agreed version.",
    )


@pytest.mark.parametrize("given_readings", [{}, {"Heron": []}, {"Heron": [], "Otter": []}])
def test_where_there_is_nothing_to_adjudicate_it_is_said_and_nothing_is_written(given_readings):
    adjudication = open_adjudication(ARTICLE, given_readings)
    assert adjudication.problem == adjudication.sentence != ""
    assert adjudication.questions == adjudication.annotations == ()
    assert not adjudication.path.exists()
    assert not adjudication.journal.path.exists()


def test_who_is_no_reader_cannot_be_followed_and_no_foreign_question_be_decided():
    adjudication = open_adjudication(ARTICLE, readings())
    with pytest.raises(ValueError, match="none of the readers Heron, Otter"):
        adjudication.take(adjudication.questions[0], "Crane")
    with pytest.raises(ValueError, match="not one of this adjudication's"):
        adjudication.leave_unmarked(replace(adjudication.questions[0], id="x"))


def test_of_three_readers_the_marks_that_answer_each_other_are_one_question():
    crane = reading("Crane", ("Ana Silva", "source"), ("We waited,", "content"))
    adjudication = open_adjudication(ARTICLE, {**readings(), "Crane": crane})
    question = adjudication.questions[0]
    assert [reader for reader, side in question.sides if side] == ["Heron", "Otter", "Crane"]
    assert words(adjudication.annotations) == [("source", "Ana Silva")]


def test_an_agreed_version_can_be_read_as_a_journal_like_any_other():
    adjudication = open_adjudication(ARTICLE, readings(), reader="Team North")
    assert open_journal(ARTICLE, reader="Team North").annotations == adjudication.annotations


SPANS = st.tuples(st.integers(0, 8), st.integers(1, 4)).map(lambda p: Span(p[0], p[0] + p[1]))
MARKS = st.lists(
    st.builds(Annotation, label=st.sampled_from("AB"), spans=SPANS.map(lambda s: (s,))), max_size=4
)


@settings(deadline=None)
@given(st.lists(MARKS, min_size=2, max_size=3))
def test_every_mark_of_every_reader_is_in_one_group(marks):
    by_reader = {str(n): tuple(found) for n, found in enumerate(marks)}
    groups = group_marks(by_reader)
    for reader, found in by_reader.items():
        grouped = [group[reader].id for group in groups if group[reader]]
        assert sorted(grouped) == sorted(m.id for m in found)
    assert all(list(group) == list(by_reader) for group in groups)
    assert all(kind_of(group) for group in groups)


@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(MARKS, MARKS)
def test_following_one_reader_everywhere_gives_that_readers_reading(tmp_path_factory, one, other):
    article = Article("aé 🔥b cde fgh", title="x")
    path = tmp_path_factory.mktemp("agreed") / "a.journal.jsonl"
    adjudication = open_adjudication(article, {"one": one, "other": other}, path=path)
    for question in adjudication.questions:
        adjudication.take(question, "one")
    if not adjudication.problem:
        assert {(m.label, m.spans) for m in adjudication.annotations} == {
            (m.label, m.spans) for m in one
        }
