import pytest
from hypothesis import given

from helpers import explain, find_quotes, load_article
from helpers.analysis.quotes import KINDS
from helpers.analysis.quotes.attribution import RULES
from helpers.analysis.quotes.cues import STANCE_OF, STANCES
from tests.conftest import INVENTED
from tests.linear import assert_linear
from tests.strategies import TEXTS


def seen(text):
    """(words, kind, source, cue, speaker) of each quotation."""
    words = text if isinstance(text, str) else text.text
    return [
        (
            " / ".join(span.of(words) for span in quote.content),
            quote.kind,
            quote.source.of(words) if quote.source else "",
            quote.cue.of(words) if quote.cue else "",
            quote.speaker,
        )
        for quote in find_quotes(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "rule"),
    [
        pytest.param(
            "“It is over,” Ana Silva said.",
            "Ana Silva",
            "said",
            "quotation, then speaker and cue",
            id="after",
        ),
        pytest.param(
            "“It is over,” Ana Silva, who runs the clinic, told the council.",
            "Ana Silva",
            "told",
            "quotation, then speaker and cue",
            id="after, with an apposition",
        ),
        pytest.param(
            "“It is over!” Mayor Ana Silva posted late at night.",
            "Mayor Ana Silva",
            "posted",
            "quotation, then speaker and cue",
            id="after a cry",
        ),
        pytest.param(
            '"It is over," said the council official.',
            "the council official",
            "said",
            "quotation, then cue and speaker",
            id="inverted",
        ),
        pytest.param(
            "Ana Silva said: “It is over.”",
            "Ana Silva",
            "said",
            "speaker and cue, then quotation",
            id="before",
        ),
        pytest.param(
            "But Ana Silva, who had met Jo Poe on Friday, warned that it was “too late.”",
            "Ana Silva",
            "warned",
            "subject of the sentence",
            id="subject far away",
        ),
        pytest.param(
            "A council official who asked not to be named said it was “over.”",
            "A council official",
            "said",
            "subject of the sentence",
            id="anonymous",
        ),
        pytest.param(
            "The pier has “five safe winters” left, according to a report by the harbour office.",
            "a report by the harbour office",
            "according to",
            "according to",
            id="a document",
        ),
        pytest.param(
            "“A boat that sails full,” Ana Silva said, “is a good boat.”",
            "Ana Silva",
            "said",
            "interrupted quotation",
            id="interrupted",
        ),
    ],
)
def test_each_rule_finds_source_and_cue(text, source, cue, rule):
    (quote,) = find_quotes(text)
    assert quote.source.of(text) == source
    assert quote.cue.of(text) == cue
    assert quote.rule == rule
    assert rule in explain(quote)


def test_a_sentence_of_its_own_goes_to_the_speaker_before():
    assert [(q.speaker, q.rule) for q in find_quotes("“Yes,” Ana Silva said. “It is over.”")] == [
        ("Ana Silva", "quotation, then speaker and cue"),
        ("Ana Silva", "carried over"),
    ]


def test_a_sentence_of_the_reporters_between_ends_the_carrying_over():
    text = "“It is over,” Ana Silva said. Jo Poe left. “It is not.”"
    assert [quote.kind for quote in find_quotes(text)] == ["direct", "unattributed"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_nothing_is_carried_over_into_another_paragraph_whatever_its_line_ends(line_end):
    text = f"“Yes, yes,” Ana Silva said.{line_end * 2}“It is over.”"
    assert [quote.kind for quote in find_quotes(text)] == ["direct", "unattributed"]


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param('Ana Silva spoke. "It is so," he said. ', id="pronouns"),
        pytest.param('and Ana said "a" ', id="one endless sentence"),
        pytest.param('x warned "a" ', id="no subject"),
        pytest.param('"', id="marks"),
        pytest.param("“”", id="empty pairs"),
        pytest.param("The ", id="capitals"),
        pytest.param("said ", id="cues"),
        pytest.param("“a, b.” ", id="terms"),
    ],
)
def test_time_stays_in_proportion_to_the_length_of_the_text(unit):
    assert_linear(find_quotes, unit)


def test_a_day_is_no_speaker_and_a_cue_inside_a_quotation_does_not_count():
    text = "“It is over,” said Tuesday's paper boy. The paper “said so” twice."
    assert seen(text)[1][1:] == ("term", "", "", "")
    assert seen("“It is over,” said Tuesday.")[0][4] == ""


def test_pronouns_and_surnames_lead_to_the_full_name():
    text = "Mayor Ana Silva met Jo Poe.\n\n“Yes,” she said.\n\n“No, no,” Poe said."
    assert [quote.speaker for quote in find_quotes(text)] == ["Ana Silva", "Jo Poe"]


def test_two_people_with_one_surname_are_not_guessed():
    text = "Ana Silva met Rui Silva.\n\n“Yes, yes,” Silva said."
    assert find_quotes(text)[0].speaker == "Silva"


def test_every_quotation_of_the_given_article_has_the_right_speaker_cue_and_kind():
    found = [(kind, source, cue, speaker) for _, kind, source, cue, speaker in seen(load_article())]
    putin, trump, macron = "Vladimir Putin", "Donald Trump", "Emmanuel Macron"
    assert found == [
        ("direct", "Putin", "said", putin),
        ("direct", "Putin", "said", putin),
        ("mixed", "Putin", "said", putin),
        ("mixed", "Putin", "said", putin),
        ("term", "", "", ""),
        ("term", "", "", ""),
        ("direct", "Putin", "said", putin),
        ("mixed", "He", "accused", putin),
        ("mixed", "He", "slammed", putin),
        ("mixed", "He", "slammed", putin),
        ("direct", "U.S. President Donald Trump", "posted", trump),
        ("mixed", "He", "vowed", trump),
        ("mixed", "French President Emmanuel Macron", "warned", macron),
        ("direct", "he", "told", macron),
        ("direct", "Macron", "told", macron),
        ("term", "", "", ""),
        ("direct", "Macron", "said", macron),
    ]


@pytest.mark.parametrize(
    ("seed", "speakers", "terms"),
    [
        pytest.param(
            INVENTED[0],
            {
                "Odile Vantaraja": 2,
                "an inspection report by the harbour authority": 1,
                "Kofi Tarnqvell": 3,
                "Anjali Thorsquill": 1,
                "Keep the Crossing": 1,
                "Sanna Nakamwira": 1,
                "the official": 1,
                "Joren Estévar": 1,
                "Ilse Oyelander": 1,
            },
            ["Blue Line", "One Quay"],
            id="Strait Ledger",
        ),
        pytest.param(
            INVENTED[1],
            {
                "Anjali Thorsquill": 2,
                "Odile Vantaraja": 1,
                "Sanna Nakamwira": 2,
                "her group": 1,
                "Kofi Tarnqvell": 2,
                "Amadou Vesterlig": 1,
                "A council official": 1,
                "the official": 1,
                "Joren Estévar": 1,
            },
            ["Blue Line"],
            id="Ellar Lantern",
        ),
    ],
)
def test_the_quotations_of_the_invented_reports_are_found_with_their_speakers(
    seed, speakers, terms
):
    found = seen(load_article(seed))
    assert [words for words, kind, *_ in found if kind == "term"] == terms
    counts = {}
    for *_, speaker in found:
        if speaker:
            counts[speaker] = counts.get(speaker, 0) + 1
    assert counts == speakers


@given(TEXTS)
def test_any_text_gives_quotations_in_order_that_never_overlap_their_cue_or_source(text):
    position = 0
    for quote in find_quotes(text):
        assert quote.kind in KINDS
        assert quote.rule in RULES
        assert explain(quote)
        for span in quote.content:
            assert position <= span.start < span.end <= len(text)
            position = span.end
            for other in (quote.cue, quote.source):
                assert other is None or not other.overlaps(span)
        for other in (quote.cue, quote.source):
            assert other is None or 0 <= other.start < other.end <= len(text)


def test_every_cue_has_one_stance():
    verbs = " ".join(STANCES.values()).split()
    assert len(verbs) == len(set(verbs)) == len(STANCE_OF)
