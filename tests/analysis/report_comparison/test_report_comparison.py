"""Two reports side by side: what both use, what each leaves out, and what is said of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import (
    Article,
    Correction,
    compare_reports,
    correct,
    find_quotes,
    highlight,
    load_article,
    table,
)
from helpers.analysis.report_comparison import LIKENESS, MATCHES, RULES
from helpers.analysis.report_comparison.shared_quote import DIFFERENCES
from tests.conftest import GIVEN, INVENTED
from tests.strategies import TEXTS

# Reports made of the same few statements, whole, cut, retold, repeated, by one or another.
REPORTS = st.lists(
    st.sampled_from(
        [
            "“We shall count the boats at dawn, and again at noon,” Ana Silva said.",
            "“We shall count the boats … at noon,” Silva claimed.",
            "“We shall count the boats,” the mayor said. “And again at noon.”",
            "“… again at noon,” Ana Silva said, “and the boats … at noon.”",
            "Ana Silva said that the boats would be counted again at dawn and at noon.",
            "Ana Silva said that she would “count the boats at dawn.”",
            "“Count [them] … count the boats,” she said, “and again, again at noon.”",
            "Jo Poe said that Ana Silva said that “we shall count the boats at dawn.”",
            "“No,” he said.",
            "“… [the boats] …,” Ana Silva said.",
            "The “Blue Line” carried 3.1 million in 2031, officials said.",
            "Of 3,100,000 passengers 71 percent came by the Blue Line.",
            "",
        ]
    ),
    max_size=8,
).map("\n\n".join)


@pytest.fixture(scope="module")
def found():
    return compare_reports(*map(load_article, INVENTED))


def words(report, spans):
    return [span.of(report.text.text) for span in spans]


def pair_with(found, beginning):
    """Both sides of the pair whose quotation begins so in the first report."""
    (one,) = (
        pair for pair in found.one.shared if words(found.one, pair.content)[0].startswith(beginning)
    )
    (other,) = (pair for pair in found.other.shared if pair.pair == one.pair)
    return one, other


@pytest.mark.parametrize(
    ("beginning", "left_out_by_other", "left_out_by_one"),
    [
        ("The new quay will be", ["the boats will be faster"], []),
        ("People will miss a boat", [], ["then a bus"]),
    ],
)
def test_a_sentence_cut_with_dots_is_found_with_the_words_that_are_missing(
    found, beginning, left_out_by_other, left_out_by_one
):
    one, other = pair_with(found, beginning)
    assert one.likeness == other.likeness == "words left out"
    assert words(found.one, one.only_here) == left_out_by_other
    assert words(found.other, other.only_here) == left_out_by_one
    assert other.only_there == " … ".join(left_out_by_other)


def test_one_promise_is_insisted_on_in_one_report_and_claimed_in_the_other(found):
    one, other = pair_with(found, "that no crew member would lose work")
    assert (one.cue.of(found.one.text.text), one.other_cue) == ("insisted", "claimed")
    assert (one.stance, other.stance) == ("assertive", "doubting")
    assert one.differences == "other cue; other stance"


def test_the_same_words_of_a_speaker_who_is_described_in_other_words_are_found(found):
    one, _ = pair_with(found, 'that the decision was "taken at a desk')
    assert (one.speaker, one.other_speaker) == ("Keep the Crossing", "her group")
    (row,) = (row for row in found.speakers if row.speaker == "Keep the Crossing")
    assert (row.other_speaker, row.known_by) == ("her group", "words")


def test_every_pair_of_the_invented_reports_is_found_and_no_other(found):
    beginnings = [
        *("Blue Line", "We cannot go on", "The new quay", "A boat that sails full"),
        *("that no crew", "People will miss", "that the decision", "My father tied up"),
    ]
    assert len(found.one.shared) == len(found.other.shared) == len(beginnings)
    for beginning in beginnings:
        assert pair_with(found, beginning)


def test_speakers_documents_and_numbers_that_only_one_report_has_are_listed(found):
    names = [
        {source.speaker for source in report.own_speakers} for report in (found.one, found.other)
    ]
    assert {"Ilse Oyelander", "the council's budget paper"} <= names[0]
    assert {"Amadou Vesterlig", "the town clerk"} <= names[1]
    numbers = [{n.number: n.whose for n in r.own_numbers} for r in (found.one, found.other)]
    assert numbers[0]["71 percent"] == "Kofi Tarnqvell"
    assert numbers[0]["2.4 million"] == "the council's budget paper"
    assert numbers[1]["1,940"] == "the town clerk"


def test_a_number_of_both_says_in_whose_words_each_report_has_it(found):
    (row,) = (number for number in found.numbers if number.one == "3.1 million")
    assert (row.one_whose, row.other_whose) == ("the reporter", "Odile Vantaraja")


def test_headlines_first_sentences_and_lengths_stand_side_by_side(found):
    facts = {row.what: (row.one, row.other) for row in (*found.openings, *found.lengths)}
    assert facts["headline"] == (found.one.text.title, found.other.text.title)
    assert facts["first sentence"][1].startswith("The 6:10 a.m. boat")
    assert facts["words"] == (len(found.one.text.words), len(found.other.text.words))
    for report, side in ((found.one, 0), (found.other, 1)):
        audit = report.audit
        assert facts["words attributed to speakers"][side] == audit.words_attributed
        assert facts["… of these in quotation marks"][side] == audit.words_in_marks
        assert sum(row.one if side == 0 else row.other for row in found.stances) == sum(
            use.times for use in audit.cues
        )


def test_every_speaker_of_both_is_in_the_table_once_with_the_figures_of_the_audit(found):
    for report, name, count in (
        (found.one, "speaker", "words"),
        (found.other, "other_speaker", "other_words"),
    ):
        rows = {getattr(row, name): getattr(row, count) for row in found.speakers}
        assert {source.speaker: source.words for source in report.audit.speakers} == {
            speaker: number for speaker, number in rows.items() if speaker
        }
    assert {row.known_by for row in found.speakers} <= {*MATCHES, ""}


@pytest.mark.parametrize("invented", INVENTED)
def test_reports_of_different_events_have_no_quotation_in_common(invented):
    found = compare_reports(load_article(invented), load_article(GIVEN))
    assert found.one.shared == found.other.shared == ()
    assert len(found.one.own_quotes) == len(found.one.quotes)
    assert not any(row.known_by for row in found.speakers)
    assert "No quotation was found in both" in found.in_words()


def test_tables_and_highlights_take_each_side_with_its_own_text(found):
    for report in (found.one, found.other):
        rows = table(report.text, report.shared)
        assert len(rows) == 8
        assert rows.columns[:4] == ("pair", "speaker", "cue", "content")
        assert "only_here_at" in table(report.text, report.shared, columns="all").columns
        layers = highlight(report.text, report.shared).layers
        assert {"content", "cue", "source", "shared", "only_here"} == {la.name for la in layers}
        for findings in (report.own_quotes, report.own_speakers, report.own_numbers):
            assert len(table(report.text, findings)) == len(findings) > 0
    for rows in (found.openings, found.lengths, found.speakers, found.stances, found.numbers):
        assert len(table(found.one.text, rows)) == len(rows) > 0


def mirrored(found):
    """Everything but the order of pairs and speakers, which is that of the first report."""

    def sides(report):
        pairs = sorted(
            (p.content, p.other_content, p.likeness, p.only_here, p.only_there, p.differences)
            for p in report.shared
        )
        return pairs, report.own_quotes, report.own_speakers, report.own_numbers

    speakers = {(row.speaker, row.other_speaker, row.known_by) for row in found.speakers}
    return sides(found.one), sides(found.other), speakers


def check_mirror(one, other):
    there, back = compare_reports(one, other), compare_reports(other, one)
    left, right, speakers = mirrored(there)
    again_right, again_left, turned = mirrored(back)
    assert (left, right) == (again_left, again_right)
    assert speakers == {(its, mine, known_by) for mine, its, known_by in turned}


def test_with_the_reports_exchanged_the_comparison_is_mirrored():
    check_mirror(*map(load_article, INVENTED))


@given(TEXTS | REPORTS, TEXTS | REPORTS)
@settings(max_examples=150)
def test_any_two_texts_can_be_compared_and_every_span_lies_in_its_own_text(one, other):
    found = compare_reports(one, other)
    assert found.in_words()
    assert len(found.one.shared) == len(found.other.shared)
    assert [pair.pair for pair in found.one.shared] == [*range(1, len(found.one.shared) + 1)]
    for report, text in ((found.one, one), (found.other, other)):
        for finding in (*report.shared, *report.own_quotes, *report.own_numbers):
            for _, span in finding.parts():
                assert 0 <= span.start < span.end <= len(text)
        for pair in report.shared:
            assert pair.likeness in LIKENESS
            assert pair.rule in RULES
            assert set(filter(None, pair.differences.split("; "))) <= DIFFERENCES.keys()
            assert list(pair.only_here) == sorted(pair.only_here)
            for span in (*pair.shared, *pair.only_here):
                assert any(piece.contains(span) for piece in pair.content)
                assert not any(span.overlaps(its) for its in pair.only_here if its != span)
    check_mirror(one, other)


@given(TEXTS | REPORTS)
@settings(max_examples=150)
def test_a_text_beside_itself_leaves_nothing_out(text):
    found = compare_reports(text, text)
    assert {(pair.likeness, pair.differences) for pair in found.one.shared} <= {("same words", "")}
    for report in (found.one, found.other):
        assert report.own_numbers == report.own_quotes == ()


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        pytest.param("", "It rained.", "no word in the first text", id="empty"),
        pytest.param("It rained.", "🔥", "no word in the second text", id="no word"),
        pytest.param("It rained.", "It rained.", "Both are the same text", id="one text twice"),
        pytest.param(
            "It rained.", "“No,” Ana Silva said.", "found no quotation in the first", id="none"
        ),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_sentence(one, other, says):
    assert says in compare_reports(one, other).in_words()
    assert says in repr(compare_reports(one, other))


@pytest.mark.parametrize(
    ("speaker", "other", "known_by"),
    [
        pytest.param("Ana Silva", "Jo Poe", "", id="two people"),
        pytest.param("Olha Kowalenko", "Olga Kowalienko", "words", id="two spellings"),
        pytest.param("Keep the Crossing", "her group", "words", id="a name and a description"),
    ],
)
def test_the_same_words_make_two_speakers_one_unless_they_are_people_of_other_names(
    speaker, other, known_by
):
    said = "“We shall keep the boats on the water,” {} said."
    found = compare_reports(said.format(speaker), said.format(other))
    assert [row.known_by for row in found.speakers if row.speaker == speaker] == [known_by]
    assert [row.speaker for row in found.one.own_speakers] == ([] if known_by else [speaker])
    assert [row.speaker for row in found.other.own_speakers] == ([] if known_by else [other])
    assert "other speaker" in found.one.shared[0].differences


def test_a_readers_corrections_are_compared_when_they_are_given():
    one, other = "“No,” Ana Silva said.", "“No,” Jo Poe said."
    wrong = find_quotes(other)
    right = correct(wrong, [Correction(wrong[0].content, "change", speaker="Ana Silva")]).quotes
    assert compare_reports(one, other).one.shared == ()
    assert len(compare_reports(one, other, other_quotes=right).one.shared) == 1


def test_a_quotation_of_another_text_is_refused():
    (quote,) = find_quotes("Yesterday it rained, and then “no,” Ana Silva said.")
    with pytest.raises(ValueError, match="another text"):
        compare_reports("Short.", "It rained.", quotes=[quote])


def test_reports_are_called_by_outlet_else_by_headline_else_by_their_order():
    texts = [Article("It rained.", title=f"Rain {n}", outlet=f"The Gull {n}") for n in (1, 2)]
    assert compare_reports(*texts).title == "one: The Gull 1; other: The Gull 2"
    texts = [Article("It rained.", title=f"Rain {n}", outlet="The Gull") for n in (1, 2)]
    assert compare_reports(*texts).title == "one: Rain 1; other: Rain 2"
    assert compare_reports("It rained.", "It snowed.").one.name == "the first text"
