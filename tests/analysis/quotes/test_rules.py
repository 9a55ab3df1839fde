import pytest

from helpers.analysis.quotes import CONFIDENCE, KINDS, RULES, explain, find_quotes


def decided(text):
    """(rule, source, cue) of each quotation that has words in marks or is retold."""
    return [
        (
            quote.rule,
            quote.source.of(text) if quote.source else "",
            quote.cue.of(text) if quote.cue else "",
        )
        for quote in find_quotes(text)
    ]


@pytest.mark.parametrize("name", RULES)
def test_the_example_of_each_rule_is_decided_by_it(name):
    text = RULES[name].example
    quote = find_quotes(text)[-1]
    assert quote.rule == name
    assert quote.confidence == RULES[name].confidence
    assert quote.confidence in CONFIDENCE


@pytest.mark.parametrize("name", RULES)
def test_an_explanation_names_rule_kind_and_for_a_speaker_the_confidence(name):
    quote = find_quotes(RULES[name].example)[-1]
    words = explain(quote)
    assert f"“{name}”" in words
    assert RULES[name].says in words
    assert KINDS[quote.kind] in words
    assert (CONFIDENCE[quote.confidence] in words) == (quote.source is not None)


BEHIND = "quotation, then speaker and cue"
INVERTED = "quotation, then cue and speaker"
BEFORE = "speaker and cue, then quotation"
APART = "speaker apart from the cue"
SHARED = "another verb of the same speaker"
MAIN = "subject of the sentence"


@pytest.mark.parametrize(
    ("text", "rule", "source", "cue"),
    [
        pytest.param("“It is over,” she added.", BEHIND, "she", "added", id="pronoun"),
        pytest.param(
            "“It is over!” Mayor Ana Silva posted late at night.",
            BEHIND,
            "Mayor Ana Silva",
            "posted",
            id="after a cry",
        ),
        pytest.param(
            "“It is over,” Ana Silva, who runs the clinic, told the council.",
            BEHIND,
            "Ana Silva",
            "told",
            id="apposition between",
        ),
        pytest.param(
            "“It is over,” Silva on Sunday told a crowd.", BEHIND, "Silva", "told", id="day between"
        ),
        pytest.param(
            '"It is over," said the council official.',
            INVERTED,
            "the council official",
            "said",
            id="description",
        ),
        pytest.param(
            "“It is over,” said one member involved in the talks.",
            INVERTED,
            "one member involved in the talks",
            "said",
            id="description that goes on",
        ),
        pytest.param(
            "“It is over,” tweeted Jo Poe, a nurse from Ellar.",
            INVERTED,
            "Jo Poe",
            "tweeted",
            id="apposition behind",
        ),
        pytest.param("Ana Silva said that it was “over.”", BEFORE, "Ana Silva", "said", id="that"),
        pytest.param(
            "Silva said in a speech on Sunday that it was “over.”",
            BEFORE,
            "Silva",
            "said",
            id="circumstances between",
        ),
        pytest.param(
            "Silva accused the council of “selling the sea.”",
            BEFORE,
            "Silva",
            "accused",
            id="accused of",
        ),
        pytest.param(
            "As Ana Silva put it, “the sea always wins.”",
            BEFORE,
            "Ana Silva",
            "put it",
            id="put it",
        ),
        pytest.param(
            "A council official who asked not to be named said it was “over.”",
            BEFORE,
            "A council official who asked not to be named",
            "said",
            id="relative clause without commas",
        ),
        pytest.param(
            "Ana Silva, the mayor of Ellar, the oldest town, said: “It is over.”",
            APART,
            "Ana Silva",
            "said",
            id="long apposition",
        ),
        pytest.param(
            "Silva and her deputy — both tired — said it was “over.”",
            APART,
            "Silva and her deputy",
            "said",
            id="dashes",
        ),
        pytest.param(
            "On Monday, Ana Silva, Jo Poe and Bo Lind said it was “over.”",
            BEFORE,
            "Ana Silva, Jo Poe and Bo Lind",
            "said",
            id="a list of names",
        ),
        pytest.param(
            "In Ellar, Silva and Poe said it was “over.”",
            BEFORE,
            "Silva and Poe",
            "said",
            id="no list: a place, then two names",
        ),
        pytest.param(
            "Silva left early, saying that it was “over.”", MAIN, "Silva", "saying", id="participle"
        ),
        pytest.param(
            "Silva rejected the plan and said it was “mad.”", SHARED, "Silva", "said", id="and"
        ),
        pytest.param(
            "Silva used a speech to call the plan “mad.”", MAIN, "Silva", "call", id="infinitive"
        ),
        pytest.param(
            "On Friday, after the vote, Silva stood up and shouted “never.”",
            MAIN,
            "Silva",
            "shouted",
            id="openings",
        ),
    ],
)
def test_source_and_cue_are_found_in_every_order(text, rule, source, cue):
    assert decided(text)[-1] == (rule, source, cue)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“It is over,” said Tuesday.", id="a day"),
        pytest.param("It was “over” last week said.", id="a phrase of time"),
    ],
)
def test_what_says_when_is_no_speaker(text):
    assert [source for _, source, _ in decided(text) if source] == []


def test_a_cue_inside_a_quotation_does_not_count():
    text = "The paper “said so” twice."
    assert decided(text) == [("no rule", "", "")]


def test_a_reporting_noun_is_no_reporting_verb():
    text = "Its claims about the “Blue Line” and reports on it were read aloud."
    assert [quote.kind for quote in find_quotes(text)] == ["term"]


def test_of_two_reports_a_quotation_belongs_to_the_nearer_strong_one():
    text = "Silva said that she hoped for rain, and Poe said it would be “too late.”"
    assert decided(text)[-1] == (BEFORE, "Poe", "said")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param("“Yes, yes,” Ana Silva said. “No.” “Go.”", ["Ana Silva"] * 3, id="twice"),
        pytest.param(
            "“Yes, yes,” Ana Silva said.\n\n“It is over.”", ["Ana Silva"] * 2, id="next paragraph"
        ),
        pytest.param(
            "“Yes, yes,” Ana Silva said. Jo Poe shook his head. “It is not.”",
            ["Ana Silva", "Jo Poe"],
            id="another subject between",
        ),
        pytest.param(
            "“Oh,” Ana Silva said. Adding: “It is over.”", ["Ana Silva"] * 2, id="a verb alone"
        ),
    ],
)
def test_a_floating_quotation_goes_to_whoever_spoke_or_acted_last(text, speakers):
    assert [quote.speaker for quote in find_quotes(text)] == speakers


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        pytest.param(
            "Ana Silva spoke. She said it was late. Instead, “we are going to fish.”",
            ["reported clause", "carried into a sentence"],
            id="no verb outside the marks",
        ),
        pytest.param(
            "Ana Silva said it was late. Instead, “we are going to fish” is what it was.",
            ["reported clause", "words without a cue"],
            id="a verb behind them",
        ),
        pytest.param(
            "Ana Silva said it was late. Then “The Last Boat to Ellar.”",
            ["reported clause", "no rule"],
            id="a title",
        ),
        pytest.param(
            "Ana Silva said it was late.\n\nIt was.\n\nInstead, “we are going to fish.”",
            ["reported clause", "no rule"],
            id="two paragraphs on",
        ),
    ],
)
def test_words_that_take_the_place_of_the_verb_are_the_last_speakers(text, rules):
    assert [rule for rule, _, _ in decided(text)] == rules


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            'Ana Silva spoke.\n\n"The “Blue Line” is shut.\n\n"Poe called it “a wreck” once."',
            id="over paragraphs",
        ),
        pytest.param('Ana Silva said: "He asks, "A boat, please," and I wonder."', id="straight"),
    ],
)
def test_a_quotation_inside_another_is_part_of_it(text):
    (quote,) = find_quotes(text)
    assert quote.speaker == "Ana Silva"
    marked = text[text.index('"') + 1 : text.rindex('"')]
    assert '\n\n"'.join(span.of(text) for span in quote.content) == marked


def test_carried_over_says_so():
    first, second = find_quotes("“Yes, yes,” Ana Silva said. “It is over.”")
    assert (first.carried_over, second.carried_over) == (False, True)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_quotation_left_open_goes_on_in_the_next_paragraph(line_end):
    text = f"“We waited for hours.{line_end * 2}“Then it rained,” Ana Silva said."
    (quote,) = find_quotes(text)
    assert [span.of(text) for span in quote.content] == ["We waited for hours.", "Then it rained,"]
    assert quote.speaker == "Ana Silva"
