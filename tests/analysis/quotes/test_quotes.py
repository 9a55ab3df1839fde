import pytest
from hypothesis import given

from helpers import explain, find_quotes, load_article
from helpers.analysis.quotes import CONFIDENCE, KINDS, find_quoted_stretches
from tests.conftest import INVENTED
from tests.linear import assert_linear
from tests.strategies import TEXTS


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param('Ana Silva spoke. "It is so," he said. ', id="pronouns"),
        pytest.param('and Ana said "a" ', id="one endless sentence"),
        pytest.param('"', id="marks"),
        pytest.param("said ", id="cues"),
        pytest.param("“a, b.” ", id="terms"),
        pytest.param('"a “b” c ', id="nested marks"),
        pytest.param("“A b.\n\n", id="left open"),
        pytest.param(" ", id="white space"),
        pytest.param("[Silva] said ", id="brackets and cues"),
        pytest.param("Silva blamed Poe and — ", id="asides"),
    ],
)
def test_time_stays_in_proportion_to_the_length_of_the_text(unit):
    assert_linear(find_quotes, unit)


def test_pronouns_and_surnames_lead_to_the_full_name():
    text = "Mayor Ana Silva met Jo Poe.\n\n“Yes,” she said.\n\n“No, no,” Poe said."
    assert [quote.speaker for quote in find_quotes(text)] == ["Ana Silva", "Jo Poe"]


def test_an_aside_between_two_reports_belongs_to_neither():
    text = "He accused Poe of “delay” and — without a word about the boats — slammed “excuses.”"
    assert [quote.content[0].of(text) for quote in find_quotes(text)] == [
        "Poe of “delay",
        "excuses.",
    ]


def test_two_people_with_one_surname_are_not_guessed():
    text = "Ana Silva met Rui Silva.\n\n“Yes, yes,” Silva said."
    assert find_quotes(text)[0].speaker == "Silva"


def test_every_stretch_in_marks_of_the_given_article_has_the_right_speaker_cue_and_kind():
    article = load_article()
    found = [
        (
            quote.kind,
            quote.source.of(article.text) if quote.source else "",
            quote.cue.of(article.text) if quote.cue else "",
            quote.speaker,
        )
        for quote in find_quotes(article)
        for _ in quote.quoted
    ]
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


def test_what_the_given_article_retells_is_found():
    article = load_article()
    found = [
        (quote.speaker, quote.cue.of(article.text))
        for quote in find_quotes(article)
        if quote.kind == "indirect"
    ]
    assert found == [
        ("Vladimir Putin", "proposed"),
        ("Kyiv and European leaders", "called"),
        ("The leaders of Ukraine, Britain, France, Germany and Poland", "threatened"),
        ("Vladimir Putin", "adding"),
        ("Kyiv and the West", "rejected"),
        ("Kyiv and the West", "saying"),
        ("European leaders", "threatening"),
        ("European leaders", "said"),
        ("Donald Trump", "threatened"),
        ("Donald Trump", "vowing"),
        ("Kyiv and its allies", "feared"),
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
                "A council official": 1,
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
                "A council official": 2,
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
    article = load_article(seed)
    quoted = [quote for quote in find_quotes(article) if quote.quoted]
    assert [q.quoted[0].of(article.text) for q in quoted if q.kind == "term"] == terms
    counts = {}
    for quote in quoted:
        if quote.speaker:
            counts[quote.speaker] = counts.get(quote.speaker, 0) + 1
    assert counts == speakers


@pytest.mark.parametrize(
    ("seed", "retold"),
    [
        pytest.param(
            INVENTED[0],
            [
                ("Tarnqvell", "claimed"),
                ("He", "insisted"),
                ("Several speakers", "asked"),
                ("Its chair", "told"),
                ("A council official who asked not to be named", "said"),
                ("the council's budget paper", "according to"),
                ("Vantaraja", "said"),
                ("council officials", "said"),
            ],
            id="Strait Ledger",
        ),
        pytest.param(
            INVENTED[1],
            [
                ("the town clerk", "according to"),
                ("She", "said"),
                ("He", "claimed"),
                ("He", "conceded"),
                ("Amadou Vesterlig", "warned"),
                ("Many", "said"),
                ("harbour officials", "said"),
            ],
            id="Ellar Lantern",
        ),
    ],
)
def test_what_the_invented_reports_retell_is_found(seed, retold):
    article = load_article(seed)
    found = [
        (quote.source.of(article.text), quote.cue.of(article.text))
        for quote in find_quotes(article)
        if quote.kind == "indirect"
    ]
    assert found == retold


@given(TEXTS)
def test_any_text_gives_quotations_in_order_that_never_overlap_their_cue_or_source(text):
    position = 0
    for quote in find_quotes(text):
        assert quote.kind in KINDS
        assert quote.confidence in CONFIDENCE
        assert explain(quote)
        assert position <= quote.content[0].start
        position = quote.content[0].start
        for _, span in quote.parts():
            assert 0 <= span.start < span.end <= len(text)
        assert list(quote.content) == sorted(quote.content)
        for span in quote.content:
            for other in (quote.cue, quote.source, quote.addressee):
                assert other is None or not other.overlaps(span)
        for span in (*quote.quoted, *quote.edits):
            assert any(piece.contains(span) for piece in quote.content)
        assert quote.speaker == "" or quote.source


@given(TEXTS)
def test_each_stretch_in_marks_belongs_to_one_quotation(text):
    quoted = [span for quote in find_quotes(text) for span in quote.quoted]
    assert sorted(quoted) == [stretch.inner for stretch in find_quoted_stretches(text)]
