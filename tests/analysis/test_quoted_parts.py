from hypothesis import given

from helpers import count_words, find_quotes, find_words, load_article, split_by_quotation
from helpers.analysis.quoted_parts import NARRATION, QUOTED
from tests.strategies import TEXTS

TEXT = "“It rained,” Ana Silva said. “It did.” Jo Poe wrote: “It was a ‘small’ rain.”"


def test_what_is_quoted_what_is_not_and_each_speaker_are_parts():
    parts = split_by_quotation(TEXT)
    assert list(parts)[:2] == [QUOTED, NARRATION]
    quoted = [span.of(TEXT) for span in parts["quoted: Jo Poe"]]
    assert "It was a ‘small’ rain." in quoted
    assert "Ana Silva said. " in parts[NARRATION][1].of(TEXT)


def test_both_halves_of_the_given_article_have_all_its_words():
    article = load_article()
    parts = split_by_quotation(article, find_quotes(article))
    sizes = [
        sum(count.count for count in count_words(article, within=parts[name]))
        for name in (QUOTED, NARRATION)
    ]
    assert sizes == [160, 512]


def test_a_text_without_quotations_is_one_part():
    assert list(split_by_quotation("It rained.")) == [NARRATION]
    assert split_by_quotation("") == {}


@given(TEXTS)
def test_the_parts_lie_in_the_text_and_the_first_two_do_not_overlap(text):
    parts = split_by_quotation(text)
    for spans in parts.values():
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
    covered = [0] * len(text)
    for span in parts.get(NARRATION, ()):
        for place in range(*span):
            covered[place] += 1
    for span in parts.get(QUOTED, ()):
        assert not any(covered[span.start : span.end])
    assert len(find_words(text)) >= sum(
        count.count for count in count_words(text, within=parts.get(QUOTED, ()))
    )
