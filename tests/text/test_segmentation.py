import pytest
from hypothesis import given

from helpers import load_article
from helpers.text.segmentation import find_paragraphs, find_sentences, find_words
from tests.linear import assert_linear
from tests.strategies import TEXTS


def words_of(text):
    return [span.of(text) for span in find_words(text)]


def sentences_of(text):
    return [span.of(text) for span in find_sentences(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("the U.S. plan", ["the", "U.S.", "plan"], id="abbreviation"),
        pytest.param("a U.S.-led D.C. talk", ["a", "U.S.-led", "D.C.", "talk"], id="its compound"),
        pytest.param("a 30-day truce", ["a", "30-day", "truce"], id="hyphen"),
        pytest.param("don't, don’t", ["don't", "don’t"], id="straight and curly apostrophe"),
        pytest.param("3.5% of 2,000", ["3.5", "of", "2,000"], id="numbers"),
        pytest.param("at 1:00 a.m.", ["at", "1:00", "a.m."], id="time of day"),
        pytest.param("'tis the leaders' turn", ["tis", "the", "leaders", "turn"], id="outer"),
        pytest.param("cafe\u0301s", ["cafe\u0301s"], id="combining accent"),
        pytest.param("हिन्दी में", ["हिन्दी", "में"], id="vowel signs"),
        pytest.param("שָׁלוֹם", ["שָׁלוֹם"], id="Hebrew points"),
        pytest.param("🔥 👩🏽‍🚒", [], id="emoji are no words"),
        pytest.param("one—two", ["one", "two"], id="a dash separates"),
        pytest.param("end.Start", ["end", "Start"], id="a missing space"),
    ],
)
def test_a_word_is_a_run_of_letters_and_digits_with_inner_hyphens_and_apostrophes(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["He won.", "She left."], id="two plain ones"),
        pytest.param(["It began at 1:00 a.m. in Kyiv.", "It ended."], id="time of day"),
        pytest.param(["Dr. Anjali Thorsquill spoke.", "Mr. Ito left."], id="titles"),
        pytest.param(["J. Doe met K. Roe.", "They talked."], id="initials"),
        pytest.param(["The U.S. President came.", "He left."], id="abbreviation before a name"),
        pytest.param(
            ["They live in the U.S.", "The move took years."], id="abbreviation at the end"
        ),
        pytest.param(["We have just now... decided.", "Good."], id="dots inside"),
        pytest.param(["It rose 3.5 percent.", "It fell."], id="decimal number"),
        pytest.param(['"A great day!" U.S. President Jo Poe posted.', "He left."], id="cry"),
        pytest.param(["“Is it over?” Merkel asked.", "Nobody knew."], id="question"),
        pytest.param(["“When?” Ana, a nurse from Ellar, asked.", "Soon."], id="with an apposition"),
        pytest.param(["“What?” Ana Silva’s spokesman said.", "Yes."], id="somebody's spokesman"),
        pytest.param(["“Who did it?”", "The minister said no word."], id="article after it"),
        pytest.param(["“Is it over?”", "Then Merkel asked him."], id="adverb after it"),
        pytest.param(["“We won.", "We go home,” he said."], id="inside a quotation"),
        pytest.param(["He said “no.”", "She agreed."], id="closing mark"),
        pytest.param(["He was No. 3 in line.", "She was not."], id="number sign"),
        pytest.param(["The answer is no.", "We stay."], id="the word no"),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(sentences):
    assert sentences_of(" ".join(sentences)) == sentences


def test_no_sentence_crosses_the_end_of_a_paragraph():
    assert sentences_of("No stop here\n\nnor here") == ["No stop here", "nor here"]


@given(TEXTS)
def test_segments_lie_in_order_and_lose_nothing_but_white_space(text):
    for find in (find_paragraphs, find_sentences):
        position = 0
        for start, end in find(text):
            assert position <= start < end <= len(text)
            assert not text[position:start].strip()
            position = end
        assert not text[position:].strip()


@given(TEXTS)
def test_words_and_the_gaps_between_them_give_back_the_text(text):
    position = 0
    pieces = []
    for start, end in find_words(text):
        assert position <= start < end
        gap = text[position:start]
        assert not any(sign.isalnum() for sign in gap)
        pieces += [gap, text[start:end]]
        position = end
    assert "".join(pieces) + text[position:] == text


@given(TEXTS)
def test_no_word_is_cut_by_a_sentence_and_no_sentence_by_a_paragraph(text):
    for inner, outer in ((find_words, find_sentences), (find_sentences, find_paragraphs)):
        areas = outer(text)
        for span in inner(text):
            assert sum(area.contains(span) for area in areas) == 1


def test_the_given_article_is_cut_into_25_paragraphs_26_sentences_and_672_words():
    article = load_article("seeds/putin-proposes-talks-afp-2025-05-11.txt")
    assert len(article.paragraphs) == 25
    assert len(article.sentences) == 26  # each paragraph is one sentence, the last two
    assert len(article.words) == 672


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["It ended at 5 p.m.", "Police said so."], id="hour at the end"),
        pytest.param(["It ended at 5 p.m. Tuesday.", "Good."], id="hour before a day"),
        pytest.param(["We met on Sun. Nov. 5 in Utah.", "It snowed."], id="day before a month"),
        pytest.param(["We met on Sunday.", "It snowed."], id="day"),
        pytest.param(["Roe v. Wade fell.", "He left."], id="case"),
        pytest.param(["The words [...] were cut.", "He left."], id="words left out"),
        pytest.param(["She paused . . . and went on.", "He left."], id="spaced dots inside"),
        pytest.param(["What? ? ?", "He left."], id="spaced marks"),
        pytest.param(["You and I.", "Did you see Albert I. Jones?"], id="the word I, an initial"),
        pytest.param(["1. The first item", "2. The second item"], id="numbered list"),
        pytest.param(["a) The first", "b) The second", "c) The third"], id="lettered list"),
        pytest.param(["In 2019.", "We left 12 times."], id="a year is no item"),
        pytest.param(["He works at Yahoo! Finance now.", "Good."], id="name with a mark"),
        pytest.param(["Read this.", "https://news.example/a is the address."], id="address"),
        pytest.param(["J.K. Rowling wrote.", "We read."], id="two initials"),
        pytest.param(["He left.", "“Go,” she said."], id="quotation next"),
        pytest.param(["PORT ELLAR, La. — The boat left.", "It came back."], id="dateline"),
    ],
)
def test_stops_that_end_nothing_are_told_from_those_that_do(sentences):
    assert sentences_of(" ".join(sentences)) == sentences


def test_a_missing_space_after_a_stop_is_seen_but_no_address_is_cut():
    assert sentences_of("It ended.They left.") == ["It ended.", "They left."]
    assert sentences_of("Ask Jane.Doe@news.example or Shop.Com today.") == [
        "Ask Jane.Doe@news.example or Shop.Com today."
    ]


def test_quotations_can_be_kept_whole():
    text = "“We won. We go home,” he said. “Good. Bye.” She left."
    whole = ["“We won. We go home,” he said.", "“Good. Bye.”", "She left."]
    assert [s.of(text) for s in find_sentences(text, quotations="whole")] == whole
    assert sentences_of(text) == [
        "“We won.",
        "We go home,” he said.",
        "“Good.",
        "Bye.”",
        "She left.",
    ]
    with pytest.raises(ValueError, match="split, whole"):
        find_sentences(text, quotations="both")


@given(TEXTS)
def test_whole_quotations_only_take_borders_away(text):
    whole = find_sentences(text, quotations="whole")
    assert {span.end for span in whole} <= {span.end for span in find_sentences(text)}


@pytest.mark.parametrize(
    "unit",
    [".", "! ", '."', "1. ", "a.", "A. ", '!" A ', ". . ", "“a. ", "(", "\n", "\u00a0", "'s"],
)
@pytest.mark.parametrize("find", [find_paragraphs, find_sentences, find_words])
def test_time_stays_in_proportion_to_the_length_of_the_text(find, unit):
    assert_linear(find, unit)
