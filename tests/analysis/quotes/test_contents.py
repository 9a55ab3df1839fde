import pytest

from helpers.analysis.quotes import find_quotes
from tests.linear import assert_linear


def retold(text):
    """(content, source, cue) of everything that is said or retold."""
    return [
        (
            " / ".join(span.of(text) for span in quote.content),
            quote.source.of(text) if quote.source else "",
            quote.cue.of(text) if quote.cue else "",
        )
        for quote in find_quotes(text)
    ]


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        pytest.param(
            "Silva said that the pier was old.", "that the pier was old", "Silva", "said", id="that"
        ),
        pytest.param("Silva said she was tired.", "she was tired", "Silva", "said", id="no that"),
        pytest.param(
            "The pier is old, Silva said.", "The pier is old", "Silva", "said", id="behind it"
        ),
        pytest.param(
            "The pier, Silva said, is old.", "The pier / is old", "Silva", "said", id="around"
        ),
        pytest.param(
            "As Silva noted, the pier is old.", "the pier is old", "Silva", "noted", id="as"
        ),
        pytest.param(
            "Silva told reporters on Sunday that it was late.",
            "that it was late",
            "Silva",
            "told",
            id="told",
        ),
        pytest.param(
            "Silva said in an interview on Sunday that it was late.",
            "that it was late",
            "Silva",
            "said",
            id="circumstances",
        ),
        pytest.param(
            "The council made it clear that it would not pay.",
            "that it would not pay",
            "The council",
            "made it clear",
            id="made clear",
        ),
        pytest.param(
            "Silva asked whether it was late.",
            "whether it was late",
            "Silva",
            "asked",
            id="whether",
        ),
        pytest.param(
            "Two other towns back the plan, they said.",
            "Two other towns back the plan",
            "they",
            "said",
            id="no known verb ahead",
        ),
        pytest.param(
            "Silva announced a vote on Friday, hours after the council met.",
            "a vote on Friday",
            "Silva",
            "announced",
            id="when it was said",
        ),
        pytest.param("Silva vowed to stay.", "to stay", "Silva", "vowed", id="to"),
        pytest.param("Silva urged them to stay.", "to stay", "Silva", "urged", id="someone to"),
        pytest.param(
            "Silva vowed in a letter to the town on Monday to stay.",
            "to stay",
            "Silva",
            "vowed",
            id="to, behind circumstances",
        ),
        pytest.param(
            "Silva left, after vowing during the vote to stay.",
            "to stay",
            "Silva",
            "vowing",
            id="participle and to",
        ),
        pytest.param(
            "Silva threatened the council with a strike if it paid nothing.",
            "with a strike if it paid nothing",
            "Silva",
            "threatened",
            id="threatened with",
        ),
        pytest.param(
            "The mayors of Ellar, Norrvik and Ulm had in Ellar on Sunday warned the town of rain.",
            "of rain",
            "The mayors of Ellar, Norrvik and Ulm",
            "warned",
            id="circumstances between had and its verb",
        ),
        pytest.param("Silva called for a vote.", "for a vote", "Silva", "called", id="for"),
        pytest.param("Silva criticized the plan.", "the plan", "Silva", "criticized", id="object"),
        pytest.param(
            "According to the harbour office, the pier is old.",
            "the pier is old",
            "the harbour office",
            "According to",
            id="according to, first",
        ),
        pytest.param(
            "The pier is old, according to the harbour office.",
            "The pier is old",
            "the harbour office",
            "according to",
            id="according to, last",
        ),
        pytest.param(
            "Silva feared that it was late.", "that it was late", "Silva", "feared", id="thought"
        ),
        pytest.param(
            "Silva was asked by Poe whether it was late.",
            "whether it was late",
            "Poe",
            "asked",
            id="passive",
        ),
        pytest.param(
            "Silva said the pier, which opened in 1919, was old; nobody answered.",
            "the pier, which opened in 1919, was old",
            "Silva",
            "said",
            id="a semicolon ends it",
        ),
        pytest.param(
            "Silva said it was the pier, which opened in 1919.",
            "it was the pier",
            "Silva",
            "said",
            id="the reporter's aside ends it",
        ),
    ],
)
def test_what_is_retold_is_found_with_its_source_and_cue(text, content, source, cue):
    assert retold(text) == [(content, source, cue)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The statement was long.", id="a noun"),
        pytest.param("The harbour states that joined were few.", id="states"),
        pytest.param("The alleged thief left.", id="an adjective"),
        pytest.param("Silva left without mentioning the pier.", id="without"),
        pytest.param("The plan is called a wreck.", id="a passive without an agent"),
        pytest.param("Silva stood by the pier.", id="no cue"),
    ],
)
def test_what_nobody_is_said_to_say_is_not_retold(text):
    assert retold(text) == []


def test_two_verbs_of_one_speaker_share_their_sentence():
    text = "Silva claimed that nobody would lose work, but conceded that it would be hard."
    assert retold(text) == [
        ("that nobody would lose work", "Silva", "claimed"),
        ("that it would be hard", "Silva", "conceded"),
    ]


def test_what_somebody_is_said_to_have_said_is_found_inside():
    text = "Silva said that Poe had said that it was late."
    assert retold(text) == [
        ("that Poe had said that it was late", "Silva", "said"),
        ("that it was late", "Poe", "said"),
    ]


def test_a_mixed_quotation_is_the_whole_clause_and_knows_what_is_in_marks():
    text = "Silva said it was “late” and that they should “go home.”"
    (quote,) = find_quotes(text)
    assert quote.kind == "mixed"
    assert [span.of(text) for span in quote.content] == [
        "it was “late” and that they should “go home."
    ]
    assert [span.of(text) for span in quote.quoted] == ["late", "go home."]


def test_without_the_indirect_only_what_has_marks_is_left():
    text = "Silva said that it was late. “Go,” she said."
    assert [quote.kind for quote in find_quotes(text, indirect=False)] == ["direct"]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        pytest.param("“Go,” Silva told reporters.", "reporters", id="told"),
        pytest.param("Silva asked the council to wait.", "the council", id="asked"),
        pytest.param("Silva was asked by Poe whether it was late.", "Silva", id="passive"),
        pytest.param("“Go,” Silva said.", None, id="nobody"),
    ],
)
def test_to_whom_it_was_said_is_kept(text, addressee):
    (quote,) = find_quotes(text)
    assert (quote.addressee.of(text) if quote.addressee else None) == addressee


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("Silva said that Poe, who ", id="nested clauses"),
        pytest.param("Silva, the mayor, ", id="appositions"),
        pytest.param("and said ", id="shared verbs"),
        pytest.param("[[", id="square brackets"),
    ],
)
def test_one_endless_sentence_takes_time_in_proportion_to_its_length(unit):
    assert_linear(find_quotes, unit)
