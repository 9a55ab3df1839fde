import pytest
from hypothesis import given, settings

from helpers import Article, audit_sources, find_quotes, load_article, table
from helpers.analysis.quotes import Quote
from helpers.analysis.quotes.accuracy import MEASURED
from helpers.analysis.quotes.sourcing import NAMING, NOBODY, TERMS
from helpers.text.segmentation import find_words
from helpers.text.span import Span
from tests.analysis.quotes.made_quotes import TEXT, made_quotes, span_of
from tests.conftest import GIVEN, INVENTED
from tests.linear import assert_linear
from tests.strategies import TEXTS


@pytest.fixture
def audit():
    return audit_sources(TEXT, made_quotes())


def rows(audit):
    return {source.speaker: source for source in audit}


def test_speakers_come_in_the_order_in_which_they_are_quoted_and_what_is_nobodys_comes_last(audit):
    assert [row.speaker for row in audit] == ["Ana Silva", "Jo Poe", "officials", NOBODY, TERMS]


def test_words_in_marks_are_counted_apart_from_paraphrase_and_an_editors_words_are_neither(audit):
    ana = rows(audit)["Ana Silva"]
    assert (ana.words_quoted, ana.words_paraphrased, ana.words_edited) == (5, 3, 2)
    assert (ana.quotations, ana.direct, ana.indirect, ana.mixed) == (2, 1, 1, 0)
    jo = rows(audit)["Jo Poe"]
    assert (jo.words_quoted, jo.words_paraphrased) == (2, 3)


def test_shares_are_of_all_words_of_the_text_and_of_all_that_is_anybodys(audit):
    total = len(find_words(TEXT))
    assert audit.words_of_text == total
    assert audit.words_attributed == 5 + 3 + 9  # what two report is counted once
    assert audit.words_in_marks == 5 + 2
    ana = rows(audit)["Ana Silva"]
    assert ana.share_of_text == pytest.approx(8 / total)
    assert ana.share_of_attributed == pytest.approx(8 / 17)


def test_what_is_nobodys_has_rows_of_its_own_and_no_part_in_the_speakers_share(audit):
    assert audit.not_attributed.words == 3
    assert audit.terms.words == 2
    assert audit.terms.share_of_attributed == audit.not_attributed.share_of_attributed == 0
    assert rows(audit)[TERMS].naming == ""


def test_the_rows_that_are_no_speakers_are_there_when_they_are_empty():
    assert [(row.speaker, row.words) for row in audit_sources("It rained.")] == [
        (NOBODY, 0),
        (TERMS, 0),
    ]


def test_reporting_words_are_counted_by_place_with_their_stance(audit):
    assert rows(audit)["Ana Silva"].cues == "said, claimed (doubting)"
    assert [(use.speaker, use.cue, use.stance, use.times) for use in audit.cues] == [
        ("Ana Silva", "said", "neutral", 1),
        ("Ana Silva", "claimed", "doubting", 1),
        ("Jo Poe", "said", "neutral", 1),
        ("officials", "said", "neutral", 1),
    ]


def test_a_cue_that_introduces_two_quotations_stands_in_one_place():
    text = "Ana Silva said “yes, yes” and “no, no.”"
    cue, source = span_of("said", text), span_of("Ana Silva", text)
    quotes = [
        Quote((span_of(words, text),), "mixed", cue, source, "Ana Silva", stance="neutral")
        for words in ("yes, yes", "no, no.")
    ]
    (use,) = audit_sources(text, quotes).cues
    assert (use.cue, use.times, use.places) == ("said", 1, (span_of("said", text),))


def test_the_audit_goes_where_findings_go(audit):
    shown = table(TEXT, audit)
    assert len(shown) == 5
    assert shown.records()[0]["speaker"] == "Ana Silva"
    assert table(TEXT, audit.cues).rows[1] == ("Ana Silva", "claimed", "doubting", 1)


def test_the_totals_are_said_in_words(audit):
    assert audit.in_words() == (
        f"Of the text's {audit.words_of_text} words, 17 (47%) are attributed to 3 speakers, 7 of "
        "them in quotation marks. Words of statements without a speaker: 3; of terms in quotation "
        "marks: 2."
    )


@pytest.mark.parametrize(
    ("text", "speaker", "naming", "role"),
    [
        ("Mayor Ana Silva left. Silva said no.", "Ana Silva", "named", "Mayor"),
        ("The Harbour Ministry said no.", "Harbour Ministry", "collective or institutional", ""),
        ("It rained.", "Quillmar and the North", "collective or institutional", ""),
        ("It rained.", "officials in Quillmar", "unnamed", ""),
        ("It rained.", "a spokesman for Norrel Crossings", "unnamed", ""),
        ("Tarnqvell said no.", "Tarnqvell", "named", ""),
        ("Many said no.", "Many", "unnamed", ""),
        (
            "Norrel Crossings left.",
            "Norrel Crossings and its allies",
            "collective or institutional",
            "",
        ),
        ("It rained.", "they", "unnamed", ""),
        ("It rained.", "…", "unnamed", ""),
    ],
)
def test_a_source_is_named_collective_or_unnamed_and_has_the_role_that_the_text_gives(
    text, speaker, naming, role
):
    quote = Quote((Span(0, 2),), "indirect", None, None, speaker)
    (source, *_) = audit_sources(text, [quote])
    assert source.naming == naming
    assert [span.of(text) for span in source.roles] == ([role] if role else [])


def test_the_first_mention_is_where_the_text_names_the_speaker_first():
    text = "Ana Silva waited.\n\nIt rained.\n\n“It is over,” Silva said."
    (source, *_) = audit_sources(text, find_quotes(text))
    assert (source.first_mention, source.first_paragraph) == (Span(0, 9), 1)


def test_the_audit_says_how_often_its_rules_are_right(audit):
    assert audit.accuracy == MEASURED


def test_a_quotation_of_another_text_is_refused():
    with pytest.raises(ValueError, match="another text"):
        audit_sources("Short.", made_quotes())


@pytest.mark.parametrize("seed", [GIVEN, *INVENTED])
def test_the_rows_of_a_report_add_up_to_what_its_quotations_hold(seed):
    article = load_article(seed)
    quotes = find_quotes(article)
    audit = audit_sources(article, quotes)
    held = {
        number
        for number, word in enumerate(article.words)
        for quote in quotes
        for span in quote.content
        if span.start <= word.start < span.end
    }
    edited = sum(row.words_edited for row in audit)
    assert sum(row.words for row in audit) >= len(held) - edited
    assert sum(row.quotations for row in audit) == len(quotes)
    assert audit.words_attributed <= sum(source.words for source in audit.speakers)


@settings(deadline=None)
@given(TEXTS)
def test_any_text_has_an_audit_whose_shares_are_shares(text):
    audit = audit_sources(text)
    assert 0 <= audit.words_attributed <= audit.words_of_text == len(find_words(text))
    for source in audit:
        assert 0 <= source.share_of_text <= 1
        assert 0 <= source.share_of_attributed <= 1
        assert source.naming in ("", *NAMING)
        for _, span in source.parts():
            assert 0 <= span.start < span.end <= len(text)
    assert audit.in_words().endswith(".")


def test_words_that_one_speaker_retells_of_another_are_both_speakers_and_count_once_in_the_total():
    text = "Ana Silva said that Jo Poe had claimed that the boat would sink."
    audit = audit_sources(text)
    assert [source.words for source in audit.speakers] == [10, 5]
    assert audit.words_attributed == 10
    assert [source.share_of_attributed for source in audit.speakers] == [1.0, 0.5]


def test_words_in_two_quotations_of_the_same_speaker_count_once():
    text = "Ana Silva said that she had warned that the boat would sink."
    audit = audit_sources(text)
    assert [source.words for source in audit.speakers] == [audit.words_attributed] == [9]


def test_an_article_and_its_text_have_the_same_audit():
    assert audit_sources(Article(TEXT)) == audit_sources(TEXT)


def test_the_time_stays_in_proportion_to_the_length():
    unit = "“a b,” Ana Silva said. "

    def audit(text):
        quotes = [
            Quote((Span(n + 1, n + 5),), "direct", Span(n + 17, n + 21), None, f"Silva {n % 50}")
            for n in range(0, len(text) - len(unit), len(unit))
        ]
        audit_sources(text, quotes)

    assert_linear(audit, unit)


def test_an_overlap_with_a_word_counts_where_the_word_begins():
    quote = Quote((Span(0, 6),), "direct", None, None, "Jo Poe")
    assert audit_sources("One two three", [quote]).speakers[0].words == 2
