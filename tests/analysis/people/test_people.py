import pickle

import pytest
from hypothesis import given

from helpers.analysis.people import HOW, KINDS, People, find_people
from helpers.analysis.quotes import find_quoted_stretches
from helpers.text.article import Article
from helpers.text.span import Span
from tests.linear import assert_linear
from tests.strategies import TEXTS

MADE_OF_PEOPLE = (
    "Mayor Ana Silva met Tom Berg, a nurse from Ellar, and said he was late. She left. "
)


def person(text, name):
    """The one person of that name."""
    (found,) = [person for person in find_people(text) if person.name == name]
    return found


def identity(text, mention, *, number=0, speaker=""):
    """Whom the mention means: its words, and which of its occurrences."""
    quotations = [stretch.outer for stretch in find_quoted_stretches(text)]
    at = -1
    for _ in range(number + 1):
        at = text.index(mention, at + 1)
    return People(text, quotations).resolve(Span(at, at + len(mention)), speaker=speaker)


def words(text, spans):
    return [span.of(text) for span in spans]


# --- find_people -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param("Ana Silva left. Silva was late.", ["Ana Silva", "Silva"], id="surname"),
        pytest.param("Ana Silva left. Ana was late.", ["Ana Silva", "Ana"], id="first name"),
        pytest.param("Silva wins\n\nAna Silva left.", ["Silva", "Ana Silva"], id="headline first"),
        pytest.param("Ana Silva left. Ms. Silva slept.", ["Ana Silva", "Silva"], id="Ms."),
        pytest.param("Ana Silva left. President Silva slept.", ["Ana Silva", "Silva"], id="title"),
        pytest.param("Ana Silva left. A. Silva slept.", ["Ana Silva", "A. Silva"], id="initial"),
        pytest.param("Ana Silva left. Ana B. Silva slept.", ["Ana Silva", "Ana B. Silva"], id="B."),
        pytest.param("Ana Silva left. SILVA SLEPT.", ["Ana Silva", "SILVA"], id="capitals"),
        pytest.param("Ana Silva left. Asked Silva twice.", ["Ana Silva", "Silva"], id="verb"),
        pytest.param("Ana Silva left. It is Silva’s.", ["Ana Silva", "Silva"], id="possessive"),
    ],
)
def test_all_mentions_of_one_person_are_brought_together(text, mentions):
    assert words(text, person(text, "Ana Silva").mentions) == mentions


def test_accents_make_no_other_person():
    assert len(find_people("José García left. Garcia slept. García snored.")) == 1


def test_a_nickname_in_quotation_marks_is_part_of_the_name():
    text = "Jo “Pier” Poe left. Poe slept."
    assert words(text, person(text, "Jo “Pier” Poe").mentions) == ["Jo “Pier” Poe", "Poe"]
    assert identity(text, "Jo “Pier” Poe").name == "Jo “Pier” Poe"


def test_a_text_may_begin_with_and():
    assert [one.name for one in find_people(" and Ana Silva left.")] == ["Ana Silva"]


def test_particles_belong_to_the_surname():
    text = "Jan van der Berg left. Van der Berg slept."
    assert words(text, person(text, "Jan van der Berg").mentions)[1] == "Van der Berg"


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("French President Ana Silva left.", ["French President"]),
        ("Former Mayor Ana Silva left.", ["Former Mayor"]),
        ("Ana Silva, the harbour master, left.", ["the harbour master"]),
        ("Ana Silva, 45, a nurse from Ellar, left.", ["a nurse from Ellar"]),
        ("The harbour master, Ana Silva, left.", ["The harbour master"]),
        ("The campaign spokeswoman Ana Silva left.", ["The campaign spokeswoman"]),
        ("On Monday union leader Ana Silva left.", ["union leader"]),
        ("Sen. Ana Silva (R-Ohio) left.", ["Sen.", "R-Ohio"]),
        ("Ana Silva, D-Ohio, left.", ["D-Ohio"]),
        ("After an interview with a reporter, Ana Silva left.", []),
    ],
)
def test_roles_are_given_as_the_text_has_them(text, roles):
    assert words(text, person(text, "Ana Silva").roles) == roles


@pytest.mark.parametrize(
    ("text", "gender", "clue"),
    [
        ("Mr. Berg left.", "male", "title"),
        ("Queen Berg left.", "female", "title"),
        ("Quill Berg, a spokeswoman, left.", "female", "role"),
        ("Ana Berg left.", "female", "first name"),
        ("Quill Berg said she left.", "female", "pronoun"),
        ("Mr. Ana Berg left.", "male", "title"),
        ("Quill Berg left.", "", ""),
    ],
)
def test_gender_is_told_by_what_the_text_says_before_what_a_name_suggests(text, gender, clue):
    (found,) = find_people(text)
    assert (found.gender, found.clue) == (gender, clue)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Ministry of Justice refused.", "Ministry of Justice", "institution"),
        ("They read the Northern Echo.", "Northern Echo", "institution"),
        ("The NBA refused.", "NBA", "institution"),
        ("Berlin refused.", "Berlin", "place"),
        ("Republicans refused.", "Republicans", "group"),
        ("They met Quill.", "Quill", ""),
    ],
)
def test_each_has_a_kind(text, name, kind):
    assert person(text, name).kind == kind
    assert kind in KINDS


def test_a_name_that_only_stands_in_a_quotation_is_not_the_reports():
    assert [one.name for one in find_people("“Ana Silva is late,” Tom Berg said.")] == ["Tom Berg"]


def test_a_word_that_only_opens_sentences_is_no_name():
    assert find_people("Rain fell. Rain stopped.") == []


@pytest.mark.parametrize("text", ["", " \n", "no names here"])
def test_a_text_without_names_has_no_people(text):
    assert find_people(text) == []


def test_people_come_in_the_order_of_their_first_mention():
    people = find_people(Article.from_text("Berlin waited. Tom Berg left. Ana Silva slept."))
    assert [one.name for one in people] == ["Berlin", "Tom Berg", "Ana Silva"]
    assert all(one.first_mention == one.mentions[0] for one in people)


def test_a_person_is_a_plain_value():
    (found,) = find_people("Mayor Ana Silva left.")
    assert pickle.loads(pickle.dumps(found)) == found
    assert list(found.parts()) == [("mention", Span(6, 15)), ("role", Span(0, 5))]


# --- resolve: names and descriptions ---------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "mention", "name", "how"),
    [
        pytest.param("Mayor Ana Silva left.", "Mayor Ana Silva", "Ana Silva", "named", id="full"),
        pytest.param(
            "Ana Silva left. Mr. Berg stayed. Silva slept.",
            "Silva slept"[:5],
            "Ana Silva",
            "part of one name",
            id="surname",
        ),
        pytest.param(
            "Ana Silva’s aide, Tom Berg, left.",
            "Ana Silva’s aide, Tom Berg,",
            "Tom Berg",
            "named",
            id="somebody's aide",
        ),
        pytest.param("The Echo's Jo Poe left.", "The Echo's Jo Poe", "Jo Poe", "named", id="owner"),
        pytest.param(
            "Mayor Ana Silva left. The mayor slept.", "The mayor", "Ana Silva", "named beside it"
        ),
        pytest.param(
            "Sen. Ana Silva left. The senator slept.", "The senator", "Ana Silva", "named beside it"
        ),
        pytest.param(
            "Former Mayor Ana Silva met Mayor Tom Berg. The mayor slept.",
            "The mayor",
            "Tom Berg",
            "named beside it",
            id="not the former one",
        ),
        pytest.param(
            "French President Ana Silva left. The Danish president slept.",
            "The Danish president",
            "The Danish president",
            "own words",
            id="not the other country's",
        ),
        pytest.param(
            "Mayor Ana Silva met Mayor Tom Berg. The mayor slept.",
            "The mayor",
            "The mayor",
            "own words",
            id="one of two mayors",
        ),
        pytest.param(
            "Danish said no. Tom Danish left.", "Danish", "Tom Danish", "part of one name"
        ),
        pytest.param("A Silva aide left.", "A Silva aide", "A Silva aide", "own words", id="aide"),
        pytest.param(
            "Advisers to Ana Silva left.",
            "Advisers to Ana Silva",
            "Advisers to Ana Silva",
            "own words",
            id="advisers to somebody",
        ),
        pytest.param(
            "Kyiv and the West refused.",
            "Kyiv and the West",
            "Kyiv and the West",
            "own words",
            id="two together",
        ),
        pytest.param(
            "Harbour officials left.", "Harbour officials", "Harbour officials", "own words"
        ),
        pytest.param("The ministry refused.", "The ministry", "The ministry", "own words"),
    ],
)
def test_a_name_or_a_description_means_somebody_only_where_that_is_sure(text, mention, name, how):
    found = identity(text, mention)
    assert (found.name, found.how) == (name, how)


def test_of_two_people_with_one_surname_neither_is_guessed():
    found = identity("Ana Berg met Tom Berg. Later Berg left.", "Berg", number=2)
    assert (found.name, found.how) == ("Berg", "part of several names")
    assert found.rivals == ("Ana Berg", "Tom Berg")
    assert not found.sure


@pytest.mark.parametrize(("mention", "name"), [("Ms. Berg", "Ana Berg"), ("Mr. Berg", "Tom Berg")])
def test_a_title_tells_two_people_with_one_surname_apart(mention, name):
    assert identity(f"Ana Berg met Tom Berg. {mention} left.", mention).name == name


# --- resolve: pronouns -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        pytest.param("Ana Silva left. She slept.", "She", "Ana Silva", id="nobody else"),
        pytest.param("Ana Silva met Tom Berg. He slept.", "He", "Tom Berg", id="gender"),
        pytest.param("Ana Silva met Eva Berg. She slept.", "She", "Ana Silva", id="subject"),
        pytest.param(
            "Ana Silva left. Eva Berg stayed. She slept.", "She", "Eva Berg", id="last named"
        ),
        pytest.param(
            "Ana Silva left. Her aides met Eva Berg on Monday. She slept.",
            "She",
            "Ana Silva",
            id="mentioned by a pronoun in between",
        ),
        pytest.param(
            "“It is over,” Ana Silva said of Eva Berg. “It is over,” she added.",
            "she",
            "Ana Silva",
            id="speaker",
        ),
        pytest.param(
            "“It is over,” said Ana Silva of Eva Berg. She slept.",
            "She",
            "Ana Silva",
            id="inverted",
        ),
        pytest.param(
            "The Eva Silva family met Ana Berg. She left.", "She", "Ana Berg", id="family"
        ),
        pytest.param("A spokeswoman left. She slept.", "She", "A spokeswoman", id="description"),
        pytest.param(
            "The harbour master, Quill Berg, left. He slept.", "He", "Quill Berg", id="apposition"
        ),
        pytest.param("Officials left. They slept.", "They", "Officials", id="group"),
        pytest.param(
            "Kyiv and the West refused. They slept.", "They", "Kyiv and the West", id="two places"
        ),
        pytest.param(
            "Ana Silva and Mr. Berg left. They slept.",
            "They",
            "Ana Silva and Berg",
            id="two people",
        ),
        pytest.param("The ministry refused. It slept.", "It", "The ministry", id="body"),
        pytest.param("Ana Silva, who runs, left.", "who", "Ana Silva", id="who"),
        pytest.param(
            "Ana Berg met Tom Berg. Berg said she slept.", "she", "Ana Berg", id="one surname"
        ),
        pytest.param("I left.", "I", "the writer", id="I of the report"),
        pytest.param("It slept.", "It", "It", id="nobody before it"),
        pytest.param("Ana Silva left. It slept.", "It", "It", id="nobody who fits"),
        pytest.param("Tom Berg left. She slept.", "She", "She", id="nobody of that gender"),
    ],
)
def test_a_pronoun_means_whoever_is_most_in_focus_and_fits(text, pronoun, name):
    found = identity(text, pronoun)
    assert found.name == name
    assert found.how in HOW


def test_a_pronoun_lists_who_else_it_may_mean():
    found = identity("Ana Silva met Eva Berg. She slept.", "She")
    assert (found.how, found.rivals) == ("most in focus", ("Eva Berg",))
    assert identity("Ana Silva left. She slept.", "She").sure


def test_nobody_named_inside_a_quotation_is_meant_outside_it():
    text = "Ana Silva waited. “We met Eva Berg,” the note said. She left."
    assert identity(text, "She").name == "Ana Silva"


def test_i_inside_a_quotation_is_its_speaker():
    text = "“I left,” Ana Silva said."
    assert identity(text, "I", speaker="Ana Silva").name == "Ana Silva"
    assert identity(text, "I").name == "I"


def test_all_pronouns_of_a_text_are_resolved_at_once():
    text = "Ana Silva left. She met Tom Berg and his son."
    assert [(span.of(text), who.name) for span, who in People(text).pronouns()] == [
        ("She", "Ana Silva"),
        ("his", "Tom Berg"),
    ]


# --- any text --------------------------------------------------------------------------------


@given(TEXTS)
def test_any_text_has_people_inside_it(text):
    for one in find_people(text):
        assert one.name
        assert one.mentions == tuple(sorted(one.mentions))
        assert one.kind in KINDS
        for _, span in one.parts():
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip()


@given(TEXTS)
def test_any_stretch_of_any_text_can_be_asked_about(text):
    people = People(text)
    for start in range(0, len(text), 7):
        found = people.resolve(Span(start, min(start + 12, len(text))))
        assert found.how in HOW
        assert found.name not in found.rivals
    for span, found in people.pronouns():
        assert found.name
        assert span.of(text).strip()


@pytest.mark.parametrize(
    "unit",
    [
        MADE_OF_PEOPLE,
        MADE_OF_PEOPLE.replace(". ", " and "),
        "Ana Silva and ",
        "he ",
        "the mayor, Ana Silva, ",
        "Eva Silva met Ana Silva ",
    ],
    ids=["report", "endless sentence", "pairs", "pronouns", "appositions", "one surname"],
)
def test_no_text_takes_more_than_linear_time(unit):
    assert_linear(lambda text: People(text).persons(), unit)
