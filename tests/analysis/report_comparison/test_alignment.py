"""Which quotations are a pair, and which are not."""

import re

import pytest

from helpers import Span, compare_reports
from helpers.analysis.quotes import Quote
from helpers.analysis.report_comparison import RULES
from helpers.analysis.report_comparison.alignment import FEWEST, align_quotes
from helpers.analysis.report_comparison.speakers import Known
from helpers.analysis.report_comparison.wording import read_wordings
from tests.linear import assert_linear

SAME, IN_A_ROW, ALIKE = RULES
WHOLE = "“We shall count the boats at dawn and again at noon,” Ana Silva said."


def pairs(one, other):
    return [(pair.rule, pair.likeness) for pair in compare_reports(one, other).one.shared]


def differences(one, other):
    (pair,) = compare_reports(one, other).one.shared
    return pair.differences


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            WHOLE, WHOLE.replace("said", "wrote"), (SAME, "same words"), id="word for word"
        ),
        pytest.param(
            WHOLE,
            'Silva told us: "We shall count the boats at dawn and again at noon." Ana Silva left.',
            (SAME, "same words"),
            id="other marks, other stop",
        ),
        pytest.param(
            WHOLE,
            "“We shall count the boats … at noon,” Ana Silva said.",
            (IN_A_ROW, "words left out"),
            id="cut with dots",
        ),
        pytest.param(
            WHOLE,
            "Ana Silva wants the boats counted “at dawn and again at noon.”",
            (IN_A_ROW, "words left out"),
            id="a part of it inside the reporter's sentence",
        ),
        pytest.param(
            WHOLE,
            "“We shall count [them] at dawn and again at noon,” Ana Silva said.",
            (IN_A_ROW, "words left out"),
            id="an editor's brackets are nobody's words",
        ),
        pytest.param(
            WHOLE,
            "“We shall count the boats at dawn and again at noon,” the harbour master said.",
            (IN_A_ROW, "same words"),
            id="the same words by another speaker",
        ),
        pytest.param(
            "“Keep the boats on the water,” Ana Silva said.",
            "“Keep the boats on the water? Never again,” Jo Poe said.",
            (IN_A_ROW, "words left out"),
            id="a slogan, and an answer to it by somebody else",
        ),
        pytest.param(
            "“We will pay the fishermen by June,” Ana Silva said.",
            "“We will not pay the fishermen by June,” Ana Silva said.",
            (IN_A_ROW, "words left out"),
            id="a word that turns it round is one of those that are missing",
        ),
        pytest.param(
            "Ana Silva promised that nobody would lose a boat.",
            "Ana Silva claimed that nobody would lose a boat.",
            (SAME, "same words"),
            id="retold in the same words",
        ),
        pytest.param(
            "“Nobody will lose a boat or a berth in this harbour,” Ana Silva said.",
            "Ana Silva said that nobody would lose a berth in the harbour.",
            (ALIKE, "other words"),
            id="in marks in one, retold in the other",
        ),
        pytest.param(
            "The old route, the so-called “Blue Line,” has closed.",
            "The “Blue Line” crosses the bay.",
            (SAME, "same words"),
            id="a term",
        ),
        pytest.param(
            "“No,” Ana Silva said.", "“No!” Ana Silva cried.", (SAME, "same words"), id="No"
        ),
    ],
)
def test_what_belongs_together_is_a_pair_by_the_rule_that_is_named(one, other, expected):
    assert pairs(one, other) == [expected] or pairs(one, other) == [(SAME, expected[1])]
    assert pairs(other, one) == pairs(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "“No,” Ana Silva said.", "“No,” Jo Poe said.", id="a short word of another speaker"
        ),
        pytest.param(
            "“We want the boats back by the end of the day,” Ana Silva said.",
            "“By the end of the day nobody came to the hall,” Jo Poe said.",
            id="a phrase that anybody uses",
        ),
        pytest.param(
            "Ana Silva said that the boat would leave at noon.",
            "Jo Poe said that the boat would leave at noon.",
            id="retold of somebody else",
        ),
        pytest.param(
            "Ana Silva said that the Port of Quillmar and the Port of Ellar need money.",
            "Ana Silva praised the crews of the Port of Quillmar and the Port of Ellar.",
            id="names alone",
        ),
        pytest.param(
            "“We shall count the boats,” Ana Silva said.",
            "“The weather has been bad,” Ana Silva said.",
            id="another statement of the same speaker",
        ),
        pytest.param(
            "“It has come to an end,” he said.",
            "“It was never true,” he said.",
            id="somebody who is only “he”",
        ),
        pytest.param("", "“No,” Ana Silva said.", id="nothing"),
    ],
)
def test_what_does_not_belong_together_is_no_pair(one, other):
    assert pairs(one, other) == pairs(other, one) == []


def test_the_missing_words_are_those_that_stand_where_the_dots_are():
    found = compare_reports(
        "“A boat, then a bus, then a train,” Ana Silva said.",
        "“A boat ... then a train,” Ana Silva said.",
    )
    (longer,), (shorter,) = found.one.shared, found.other.shared
    assert [span.of(found.one.text) for span in longer.only_here] == ["then a bus"]
    assert shorter.only_here == ()
    assert shorter.only_there == "then a bus"
    assert [span.of(found.other.text) for span in shorter.shared] == ["A boat ... then a train"]


LONG = "The bakery will stay open through the winter, and the price of bread will not rise"


@pytest.mark.parametrize(
    ("cut", "missing", "shared"),
    [
        pytest.param(
            "… the price of bread will not rise",
            ["The bakery will stay open through the winter, and"],
            ["the price of bread will not rise"],
            id="at the beginning, with dots",
        ),
        pytest.param(
            "the price of bread will not rise",
            ["The bakery will stay open through the winter, and"],
            ["the price of bread will not rise"],
            id="at the beginning, without",
        ),
        pytest.param(
            "The bakery will stay open … and the price of bread will not rise",
            ["through the winter"],
            ["The bakery will stay open", "and the price of bread will not rise"],
            id="in the middle",
        ),
        pytest.param(
            "The bakery will stay open through the winter …",
            ["and the price of bread will not rise"],
            ["The bakery will stay open through the winter"],
            id="at the end",
        ),
        pytest.param(
            "[It] will stay open … and the price … will not rise",
            ["The bakery", "through the winter", "of bread"],
            ["will stay open", "and the price", "will not rise"],
            id="in three places",
        ),
    ],
)
def test_what_is_cut_anywhere_is_told_to_the_word(cut, missing, shared):
    one, other = f"“{LONG},” Ana Silva said.", f"“{cut},” Ana Silva said."
    for there, back in ((one, other), (other, one)):
        found = compare_reports(there, back)
        sides = (found.one, found.other) if there is one else (found.other, found.one)
        (longer,), (shorter,) = (side.shared for side in sides)
        assert [span.of(one) for span in longer.only_here] == missing
        assert shorter.only_here == ()
        assert [span.of(one) for span in longer.shared] == shared


def test_a_word_that_occurs_earlier_too_is_taken_where_its_row_stands():
    found = compare_reports(
        "Nils Agar said that the harvest was “the worst in forty years” and that he would leave.",
        "“This is the worst in forty years,” Nils Agar said.",
    )
    (one,), (other,) = found.one.shared, found.other.shared
    assert [span.of(found.one.text) for span in one.shared] == ["the worst in forty years"]
    assert [span.of(found.other.text) for span in other.only_here] == ["This is"]


def test_two_cuts_of_one_long_quotation_are_two_pairs():
    found = compare_reports(
        "“We shall count the boats at dawn. The gulls may keep the pier for themselves,” Ana Silva "
        "said.",
        "“We shall count the boats at dawn,” Ana Silva said.\n\nThe mayor wept.\n\n“The gulls may "
        "keep the pier,” Ana Silva said later.",
    )
    assert len(found.other.shared) == 2
    assert found.one.own_quotes == found.other.own_quotes == ()


def test_a_sentence_that_one_report_quotes_twice_is_one_pair_and_nowhere_left_out():
    found = compare_reports(f"{WHOLE}\n\nIt rained.\n\n{WHOLE}", WHOLE)
    assert len(found.one.quotes) == 2
    assert len(found.one.shared) == 1
    assert found.one.own_quotes == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(WHOLE, WHOLE, "", id="none"),
        pytest.param(
            WHOLE,
            WHOLE.replace("said", "claimed"),
            "other cue; other stance",
            id="cue",
        ),
        pytest.param(
            WHOLE, WHOLE.replace("Ana Silva", "Mayor Ana Silva"), "other source words", id="title"
        ),
        pytest.param(
            WHOLE,
            WHOLE.replace("Ana Silva", "the harbour master"),
            "other speaker; other source words",
            id="speaker",
        ),
        pytest.param(
            "Ana Silva said that nobody would lose a boat.",
            "“Nobody would lose a boat,” Ana Silva said.",
            "in marks in one only",
            id="marks",
        ),
        pytest.param(
            WHOLE, WHOLE.replace("said.", "said in a statement."), "other way", id="the way it came"
        ),
    ],
)
def test_each_difference_of_a_pair_is_named(one, other, expected):
    assert differences(one, other) == differences(other, one) == expected


def test_fewer_words_of_different_speakers_are_no_pair():
    few, enough = ("one two three four five six".split()[:n] for n in (FEWEST - 1, FEWEST))
    for words, number in ((few, 0), (enough, 1)):
        said = f"“{' '.join(words)}”"
        assert len(pairs(f"{said} Ana Silva said.", f"{said} Jo Poe said.")) == number


def read(text, speaker="Ana Silva"):
    """The words of all that is quoted, without the rules that find it: these take longer."""
    stretches = [Span(*match.span()) for match in re.finditer(r"(?<=“)[^”]+", text)]
    return read_wordings(
        text, [Quote((s,), "direct", None, None, speaker, quoted=(s,)) for s in stretches]
    )


def align_with_itself_turned(text):
    known = {"Ana Silva": Known("Ana Silva", "name", "ana silva")}
    wordings = read(text)
    return align_quotes(wordings, wordings[::-1], (known, known))


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("“We cannot go on and on and on,” Ana Silva said.\n\n", id="one sentence"),
        pytest.param("“a b a b c a b” he said. ", id="letters"),
        pytest.param("“go go go go ", id="one long quotation"),
    ],
)
def test_the_time_to_align_stays_in_proportion_to_the_length(unit):
    assert_linear(align_with_itself_turned, unit)


def test_the_time_to_compare_stays_in_proportion_to_the_length():
    unit = "“We cannot go on and on and on,” Ana Silva said on May 1.\n\n"
    assert_linear(lambda text: compare_reports(text, f"It rained.\n\n{text}"), unit)


def test_many_different_quotations_of_one_speaker_take_no_longer_each():
    words = [a + b for a in "bdfgklmn" for b in "aeiou"]

    def report(number):
        said = (" ".join(words[(n * 7 + k * k * n) % 40] for k in range(12)) for n in range(number))
        return " ".join(f"“{sentence},” Ana Silva said." for sentence in said)

    assert_linear(lambda text: align_with_itself_turned(report(len(text) // 50)), "x")
