import pytest
from hypothesis import given

from helpers.analysis.people.context import head_noun
from helpers.analysis.people.mentions import find_mentions
from helpers.analysis.people.names import CAPITALISED_RUN, find_names_in_run
from tests.linear import assert_linear
from tests.strategies import TEXTS


def names(text):
    """(title, name, kind) of each name in the runs of capitalised words."""
    return [
        (run.group()[slice(*name.title)], run.group()[slice(*name.place)], name.kind)
        for run in CAPITALISED_RUN.finditer(text)
        for name in find_names_in_run(run.group())
    ]


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        pytest.param("Ana Silva", "", "Ana Silva", id="two words"),
        pytest.param("Mayor Ana Silva", "Mayor", "Ana Silva", id="title"),
        pytest.param("Mr. Silva", "Mr.", "Silva", id="courtesy title"),
        pytest.param("Mr. King", "Mr.", "King", id="a surname that is a title, too"),
        pytest.param("Larry King", "", "Larry King", id="the same after a first name"),
        pytest.param("Former Prime Minister Ana Silva", "Prime Minister", "Ana Silva", id="former"),
        pytest.param("Secretary of State Ana Silva", "Secretary of State", "Ana Silva", id="of"),
        pytest.param(
            "Minister of Foreign Affairs Ana Silva",
            "Minister of Foreign Affairs",
            "Ana Silva",
            id="of something longer",
        ),
        pytest.param("French President Ana Silva", "French President", "Ana Silva", id="adjective"),
        pytest.param("Ana Silva Jr.", "", "Ana Silva Jr.", id="suffix"),
        pytest.param("J.R. Silva", "", "J.R. Silva", id="initials"),
        pytest.param("Mary O’Neil", "", "Mary O’Neil", id="apostrophe"),
        pytest.param("Ana Smith-Jones", "", "Ana Smith-Jones", id="hyphen"),
        pytest.param("Jan van der Berg", "", "Jan van der Berg", id="particles"),
        pytest.param("Abu bin Rashid", "", "Abu bin Rashid", id="bin"),
        pytest.param("Zoé Łukasz", "", "Zoé Łukasz", id="accents"),
        pytest.param("Ольга Ковач", "", "Ольга Ковач", id="Cyrillic"),
        pytest.param("Zoe\u0301 Silva", "", "Zoe\u0301 Silva", id="accent as a sign of its own"),
        pytest.param("Theresa May", "", "Theresa May", id="a surname that is a small word, too"),
        pytest.param("Doris Day", "", "Doris Day", id="a surname that is a thing, too"),
        pytest.param("In Ohio Ana Silva", "", "Ana Silva", id="a place before it"),
        pytest.param("But Ana Silva", "", "Ana Silva", id="a capital from its place"),
    ],
)
def test_a_name_is_parted_from_its_titles(text, title, name):
    assert names(text) == [(title, name, "person")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Ministry of Justice", "institution", id="ministry"),
        pytest.param("Bank of Ellarsund", "institution", id="bank"),
        pytest.param("General Motors", "institution", id="a title that is none"),
        pytest.param("Northern University", "institution", id="university"),
        pytest.param("New Zealand", "place", id="country"),
        pytest.param("Kyiv", "place", id="city"),
        pytest.param("Norwegians", "group", id="a people"),
        pytest.param("Social Democrats", "group", id="a party's people"),
        pytest.param("Quillmar", "", id="a word that may be anything"),
    ],
)
def test_bodies_places_and_groups_are_told_from_people(text, kind):
    assert names(text) == [("", text, kind)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("Ana Silva of Ellarsund", ["Ana Silva", "Ellarsund"], id="of a place"),
        pytest.param("Silva’s Ana Berg", ["Silva", "Ana Berg"], id="possessive"),
        pytest.param("Ana Silva Was Here", ["Ana Silva"], id="headline"),
        pytest.param("On Monday Ana Silva", ["Ana Silva"], id="day"),
        pytest.param("U.S.-led Ana Silva", ["Ana Silva"], id="adjective made of a name"),
    ],
)
def test_a_run_of_capitals_is_cut_where_a_name_ends(text, parts):
    assert [name for _, name, _ in names(text) if name] == parts


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        (" campaign manager in the north", "manager"),
        (" mayor said the clerk", "mayor"),
        (" mayor's spokeswoman", "mayor"),
        (" cold sea", None),
    ],
)
def test_the_noun_of_a_description_stands_before_verbs_and_prepositions(words, noun):
    found = head_noun(words)
    assert (found and found[0]) == noun


@pytest.mark.parametrize(
    ("text", "mention", "place"),
    [
        pytest.param("Silva left.", "Silva", "subject", id="first"),
        pytest.param("They met Silva.", "Silva", "object", id="after a verb"),
        pytest.param("It came from Silva.", "Silva", "object", id="after a preposition"),
        pytest.param("It ended when Silva left.", "Silva", "subject", id="after a conjunction"),
        pytest.param("It was Silva’s boat.", "Silva", "possessive", id="possessive"),
        pytest.param("The Silva family left.", "Silva", "modifier", id="modifier"),
        pytest.param("·····, said Silva.", "Silva", "subject", id="verb before subject"),
        pytest.param("It is late, noted Silva.", "Silva", "subject", id="the same without marks"),
        pytest.param("Late, according to Silva.", "Silva", "subject", id="according to"),
        pytest.param("They met Berg and Silva.", "Silva", "object", id="joined to an object"),
    ],
)
def test_the_place_in_the_clause_is_told_by_what_stands_beside(text, mention, place):
    at = text.index(mention)
    assert [m.place for m in find_mentions(text) if m.start == at and m.kind == "name"] == [place]


@given(TEXTS)
def test_mentions_are_in_order_and_inside_any_text(text):
    position = 0
    for mention in find_mentions(text):
        assert position <= mention.start < mention.end <= len(text)
        position = mention.start


@pytest.mark.parametrize(
    "unit",
    [
        "Ana ",
        "Ana ···· ",
        "Ana of ",
        "A. ",
        "Silva's ",
        "a ",
        "the man ",
        "his wife ",
        "X-",
        "Q’s ",
        "Sen. ",
    ],
)
def test_no_text_takes_more_than_linear_time(unit):
    assert_linear(find_mentions, unit)
