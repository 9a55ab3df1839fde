import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import measure_agreement, plot_agreement, plot_marks
from helpers.annotation.annotation import Annotation
from helpers.text.span import Span

TEXT = "One two three. Four five $x^ six. Seven eight. Nine ten. Eleven. Twelve."


def mark(label, start, end, reader):
    return Annotation(label, (Span(start, end),), reader=reader)


def test_each_label_has_a_row_for_each_reader_and_the_headline_stays_out():
    marks = [
        mark("cue", 0, 3, "Heron"),
        mark("cue", 4, 7, "Otter"),
        Annotation("cue", (Span(0, 1),), reader="Heron", place="headline"),
    ]
    chart = plot_marks(TEXT, marks)
    assert chart.table.rows == (("cue · Heron", 1), ("cue · Otter", 2))
    assert plot_marks(TEXT, marks[:1]).table.rows == (("cue", 1),)
    assert plot_marks(TEXT, marks[2:]).description == "Nothing is marked yet."


def test_the_chart_of_agreement_says_in_words_what_it_shows():
    heron = [mark("cue", 0, 3, "Heron"), mark("$x^", 15, 19, "Heron")]
    otter = [mark("cue", 0, 7, "Otter"), mark("$x^", 15, 19, "Otter")]
    chart = plot_agreement(TEXT, measure_agreement([heron, otter], TEXT))
    assert chart.description == (
        "Marks with a counterpart: cue 0% exactly, 0% by half or more; "
        "$x^ 100% exactly, 100% by half or more; "
        "all labels 50% exactly, 50% by half or more."
    )
    assert chart.table.records()[0]["exact_from"] == ""
    assert chart.image().startswith(b"\x89PNG")


@pytest.mark.parametrize("readings", [[], [[], []]])
def test_where_nothing_was_measured_the_chart_says_why(readings):
    agreement = measure_agreement(readings, TEXT)
    assert plot_agreement(TEXT, agreement).description == agreement.problem


@settings(max_examples=10, deadline=None)
@given(
    st.lists(
        st.builds(
            mark,
            st.sampled_from(["cue", "🔥 $x_{", "हिन्दी"]),
            st.integers(0, 30),
            st.integers(31, 60),
            st.just("R"),
        ),
        max_size=9,
    )
)
def test_any_reading_can_be_drawn(marks):
    agreement = measure_agreement([marks, marks[1:]], TEXT, resamples=20)
    for chart in (plot_marks(TEXT, marks), plot_agreement(TEXT, agreement)):
        assert chart.image().startswith(b"\x89PNG")
