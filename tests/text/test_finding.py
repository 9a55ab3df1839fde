from hypothesis import given
from hypothesis import strategies as st

from helpers import (
    Article,
    count_words,
    find_concordance,
    find_quotes,
    load_article,
    mark,
    provenance,
    record,
    summarize,
)
from helpers.text.finding import Finding


def every_kind_of_finding(article):
    return [
        *find_quotes(article),
        *count_words(article),
        *find_concordance(article, "the"),
        *summarize(article).scores,
        summarize(article),
        mark(article, "the", "cue", occurrence=1, reader="Heron"),
    ]


def test_every_finding_shows_its_parts_as_spans_of_the_text():
    article = load_article()
    for finding in every_kind_of_finding(article):
        assert isinstance(finding, Finding)
        for role, span in finding.parts():
            assert isinstance(role, str)
            assert 0 <= span.start <= span.end <= len(article.text)


def test_a_record_holds_the_words_beside_the_offsets():
    text = '"A boat," he said, "is a boat."'
    (quote,) = find_quotes(text)
    flat = record(text, quote)
    assert flat == record(Article(text), quote)
    assert flat["content"] == "A boat, … is a boat."
    assert flat["content_at"] == "1-8 20-30"
    assert flat["cue"] == "said"
    assert all(isinstance(value, (str, int, float)) for value in flat.values())


@given(st.text(min_size=1, max_size=40))
def test_provenance_names_the_text_and_the_parameters(text):
    note = provenance(Article(text, title="T"), method="lead")
    assert note["text_sha256"] == Article(text).fingerprint
    assert note["parameters"] == {"method": "lead"}
    assert note["title"] == "T"
