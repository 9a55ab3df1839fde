import pytest

from helpers.analysis.quotes import find_quotes
from helpers.analysis.quotes.cues import (
    ADDRESSED,
    BEHIND_QUOTATION,
    CLAUSE,
    CUE_FORMS,
    INFINITIVE,
    OBJECT,
    PASSIVE,
    PHRASAL,
    POSTPOSED,
    PREPOSITION,
    QUESTION,
    STANCES,
    inflect,
    stance_of,
)

VERBS = {cue.verb for cue in CUE_FORMS.values()} | {cue.verb for _, cue in PHRASAL.values()}


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        pytest.param("insist", {"insist", "insists", "insisted", "insisting"}, id="regular"),
        pytest.param("deny", {"deny", "denies", "denied", "denying"}, id="y"),
        pytest.param("admit", {"admit", "admits", "admitted", "admitting"}, id="doubled"),
        pytest.param("argue", {"argue", "argues", "argued", "arguing"}, id="e"),
        pytest.param("agree", {"agree", "agrees", "agreed", "agreeing"}, id="ee"),
        pytest.param("write", {"write", "writes", "wrote", "written", "writing"}, id="irregular"),
        pytest.param("stress", {"stress", "stresses", "stressed", "stressing"}, id="sibilant"),
    ],
)
def test_a_verb_has_its_forms(verb, forms):
    assert set(inflect(verb)) == forms


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        pytest.param("said", "neutral", id="said"),
        pytest.param("insisting", "assertive", id="insisting"),
        pytest.param("claims", "doubting", id="claims"),
        pytest.param("Conceded", "conceding", id="with a capital"),
        pytest.param("slammed", "critical", id="slammed"),
        pytest.param("snapped", "manner", id="snapped"),
        pytest.param("shot back", "manner", id="two words"),
        pytest.param("made it clear", "assertive", id="three words"),
        pytest.param("according to", "neutral", id="according to"),
    ],
)
def test_a_cue_has_the_stance_of_its_verb(cue, stance):
    assert stance_of(cue) == stance


def test_every_stance_is_explained_and_used():
    assert {cue.stance for cue in CUE_FORMS.values()} == set(STANCES)


@pytest.mark.parametrize(
    "verbs",
    [
        *(ADDRESSED, CLAUSE, POSTPOSED, QUESTION, INFINITIVE, OBJECT, PASSIVE),
        *(frozenset(PREPOSITION), BEHIND_QUOTATION - {"according to"}),
    ],
)
def test_every_verb_with_a_frame_is_a_cue(verbs):
    assert verbs <= VERBS


@pytest.mark.parametrize("form", ["wrote", "tweeted", "posted", "reads", "quipped", "pointed out"])
def test_speech_writing_and_posts_can_stand_behind_a_quotation(form):
    text = f"“It is over,” Ana Silva {form}."
    (quote,) = find_quotes(text)
    assert quote.cue.of(text) == form
    assert quote.stance == stance_of(form)
