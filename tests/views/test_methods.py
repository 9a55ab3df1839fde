"""How a result was made, in words that a paper can print."""

import pytest

from helpers import (
    Correction,
    audit_sources,
    correct,
    count_words,
    find_quotes,
    highlight,
    load_article,
    methods,
    plot_timeline,
    table,
)
from helpers.analysis.quotes.accuracy import MEASURED, rules_version
from helpers.analysis.stop_words import STOP_WORDS_VERSION
from helpers.views.table import Table
from tests.conftest import INVENTED


@pytest.fixture
def article():
    return load_article(INVENTED[0])


def test_quotations_are_told_with_text_program_rules_and_how_often_those_are_right(article):
    said = methods(table(article, find_quotes(article)))
    assert f"“{article.title}”" in said
    assert article.fingerprint[:16] in said
    assert "Close Reading Workbook" in said
    assert f"version {rules_version()}" in said
    assert MEASURED.in_words() in said
    assert "None was corrected." in said


def test_corrections_are_told_with_whose_they_are(article):
    quotes = find_quotes(article)
    corrections = [
        Correction(quotes[0].content, "change", speaker="Jo Poe", reader="Blue Heron"),
        Correction(quotes[1].content, "change", speaker="Jo Poe"),
    ]
    corrected = correct(quotes, corrections).quotes
    said = methods(table(article, corrected))
    assert "Corrected or added by hand: 1 by Blue Heron; 1 by a reader." in said
    audit = methods(table(article, audit_sources(article, corrected)))
    assert "2 of the quotations were corrected by hand (Blue Heron, a reader)" in audit


@pytest.mark.parametrize(
    ("make", "says"),
    [
        pytest.param(lambda a: table(a, audit_sources(a)), rules_version(), id="audit"),
        pytest.param(lambda a: table(a, audit_sources(a).cues), rules_version(), id="cues"),
        pytest.param(lambda a: plot_timeline(a, find_quotes(a)), rules_version(), id="chart"),
        pytest.param(lambda a: table(a, count_words(a)), STOP_WORDS_VERSION, id="words"),
        pytest.param(lambda a: highlight(a, a.sentences), "SHA-256", id="highlight"),
    ],
)
def test_every_result_that_can_be_shown_can_be_told(make, says, article):
    said = methods(make(article))
    assert says in said
    assert "  " not in said
    assert said.endswith(".")


def test_numbers_without_a_text_are_told_with_the_program():
    assert methods(Table(("a",), ((1,),))).startswith("Made with the Close Reading Workbook")


def test_parameters_that_are_given_are_told(article):
    assert methods(table(article, []), form="stem", top=5).endswith(
        "Parameters: form = stem, top = 5."
    )


def test_what_nothing_is_known_about_is_refused_with_what_to_do():
    with pytest.raises(TypeError, match=r"methods\(table\(article, quotes\)\)"):
        methods([1, 2])
