import pytest

from helpers import Article
from helpers.exercises.annotating import SENTENCE, label_one_sentence

SOURCE = ("Tilda Maron, who keeps the lighthouse", "source")
CUE = ("warned", "cue")
CONTENT = ("“The lamp is broken,”", "content")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        pytest.param([("Tilda Maron", "source"), CUE, CONTENT], "whole description", id="short"),
        pytest.param([SOURCE, ("warned Tilda", "cue"), CONTENT], "fewest words", id="long cue"),
        pytest.param([SOURCE, CUE, ("lamp", "content")], "all of it", id="part of the content"),
        pytest.param([SOURCE, CUE], "There is no content yet", id="two marks"),
        pytest.param([SOURCE, CUE, ("x", "quote")], "does not stand in the", id="no such words"),
        pytest.param([SOURCE, CUE, ("lamp", "quote")], "none of the labels", id="no such label"),
        pytest.param([SOURCE, CUE, "content"], "is a pair", id="no pair"),
        pytest.param([SOURCE, CUE, CONTENT, ("is", "cue")], "1 too many", id="four marks"),
    ],
)
def test_a_wrong_mark_gets_advice_of_its_own(given, said):
    outcome = label_one_sentence(Article("")).check(given)
    assert outcome.state == "not yet"
    assert said in outcome.message


@pytest.mark.parametrize(
    "content", ["“The lamp is broken,”", '"The lamp is broken,"', "The lamp is broken"]
)
def test_quotation_marks_and_commas_at_the_edges_are_left_to_the_reader(content):
    outcome = label_one_sentence(Article("")).check([SOURCE, CUE, (content, "content")])
    assert outcome.state == "right"
    assert content.strip('“”",') in SENTENCE
