import pytest
from hypothesis import given

from helpers import find_unpaired_marks
from helpers.analysis.quotes import find_quoted_stretches
from tests.strategies import TEXTS


def stretches(text):
    return [stretch.inner.of(text) for stretch in find_quoted_stretches(text)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        pytest.param('She said "no" and "yes."', ["no", "yes."], id="straight"),
        pytest.param("She said “no” and “yes.”", ["no", "yes."], id="curly"),
        pytest.param("Elle dit «non».", ["non"], id="guillemets"),
        pytest.param("Sie sagte „nein“.", ["nein"], id="low and high"),
        pytest.param('She said “no" twice.', ["no"], id="curly closed by straight"),
        pytest.param("It's the leaders' 'turn'.", [], id="apostrophes and straight single marks"),
        pytest.param("It is the boys’ boat of ’90s fame.", [], id="curly apostrophes"),
        pytest.param("‘It’s over,’ she said.", ["It’s over,"], id="curly single marks"),
        pytest.param("“He said ‘no’ twice.”", ["He said ‘no’ twice."], id="single in double"),
        pytest.param("“He said “no” twice.” She left.", ["He said “no” twice."], id="same in same"),
        pytest.param("He said ''no'' and ``yes''.", ["no", "yes"], id="typewriter"),
        pytest.param("He said ”no“ twice.", ["no"], id="turned around"),
        pytest.param(
            "Elle dit « non », puis « oui ».", [" non ", " oui "], id="guillemets, spaced"
        ),
        pytest.param('She is 6\'2", and "tall."', ["tall."], id="feet and inches"),
        pytest.param('<a href="x">It</a> is "late."', ["late."], id="left-over markup"),
        pytest.param('"One\n\n"Two."', ["One", "Two."], id="over two paragraphs"),
        pytest.param('He said "one.\n\nShe said "two."', ["one.", "two."], id="not closed"),
        pytest.param('A 5" board. "Yes," she said.', ["Yes,"], id="an inch sign"),
        pytest.param('Stray "mark and "real one" here.', ["real one"], id="opened twice"),
        pytest.param(
            '"He says, "no," and I laugh." She left.',
            ['He says, "no," and I laugh.'],
            id="straight in straight",
        ),
        pytest.param(
            '“He says "no" and “yes” at once.” She left.',
            ['He says "no" and “yes” at once.'],
            id="straight and curly in curly",
        ),
        pytest.param(
            'A 5" board. “He said “no” twice.”', ["He said “no” twice."], id="nested, an inch sign"
        ),
        pytest.param(
            '"He said “no” and left.\n\n"It rained."',
            ["He said “no” and left.", "It rained."],
            id="nested and left open",
        ),
        pytest.param("“One.\n“Two,” she said.", ["One.", "Two,"], id="over two lines"),
        pytest.param("” … not so,” she said.", [" … not so,"], id="turned around at the beginning"),
        pytest.param('Nothing ""', [], id="empty"),
        pytest.param("", [], id="no text"),
    ],
)
def test_stretches_are_paired_within_their_paragraph(text, inner):
    assert stretches(text) == inner


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param('"All is well."', [], id="none"),
        pytest.param('He said "one.\n\nShe left.', [8], id="not closed"),
        pytest.param('"One\n\n"Two."', [], id="custom of long quotations"),
        pytest.param("“One.\n“Two.”", [], id="the same, with lines"),
        pytest.param('"He said “no.”\n\n"Two."', [], id="the same, with one inside"),
        pytest.param('A 5" board. "Yes," she said.', [3], id="an inch sign"),
        pytest.param("no opening” here", [10], id="not opened"),
    ],
)
def test_marks_without_a_partner_are_listed(text, places):
    assert [span.start for span in find_unpaired_marks(text)] == places


def test_one_stray_mark_costs_no_other_quotation():
    good = '"Yes," Ana Silva said.'
    assert stretches(f'A 6" fish.\n\n{good}\n\n"Open.\n\n{good}').count("Yes,") == 2


@given(TEXTS)
def test_stretches_lie_in_order_apart_and_inside_the_text(text):
    position = 0
    for inner, outer, _ in find_quoted_stretches(text):
        assert position <= outer.start < inner.start < inner.end <= outer.end <= len(text)
        position = outer.end
    for mark in find_unpaired_marks(text):
        assert mark.of(text) in ('"', "“", "”", "„", "«", "»", "''", "``")
