"""Corrections of quotations: marks in a journal of their own, there again the next time."""

import shutil

import pytest

from helpers import Article, Correction, correct, find_quotes, load_corrections
from helpers.annotation.annotation import Annotation
from helpers.text.span import Span
from helpers.views.kept_corrections import (
    CorrectedText,
    correction_of,
    corrections_path,
    mark_of,
    open_corrections,
    without_marks,
)

ARTICLE = Article("“We talk,” Ana Silva said. The boats stayed.\n\n“It is over,” Jo Poe wrote.")


@pytest.mark.parametrize(
    "correction",
    [
        Correction((Span(1, 8),), "change", speaker="Jo Poe", kind="direct", reader="Heron"),
        Correction((Span(1, 8),), "change", speaker="", comment="nobody"),
        Correction((Span(1, 8), Span(9, 10)), "reject"),
        Correction((Span(1, 8),), "add", speaker="Jo 🔥 Poe", kind="indirect"),
    ],
    ids=lambda correction: correction.action,
)
def test_a_correction_is_the_same_once_it_was_a_mark(correction):
    assert correction_of(mark_of(correction)) == correction


def test_a_mark_that_is_no_correction_is_refused():
    with pytest.raises(ValueError, match="changed, rejected, added"):
        correction_of(Annotation("source", (Span(1, 8),)))


def test_a_mark_that_is_no_correction_does_not_hide_those_that_are():
    journal = open_corrections(ARTICLE)
    journal.add(Annotation("source", (Span(1, 8),)))
    journal.add(Annotation("changed", (Span(2, 5),), values=(("kind", "shouted"),)))
    CorrectedText(ARTICLE).reject(find_quotes(ARTICLE)[0])
    text = CorrectedText(ARTICLE)
    assert [correction.action for correction in load_corrections(ARTICLE)] == ["reject"]
    assert [mark.label for mark in text.marks] == ["rejected"]
    assert "1 of the corrections" in " ".join(text.notices)


def test_the_first_correction_of_a_new_workbook_is_kept(workbook):
    shutil.rmtree(workbook / "my_work", ignore_errors=True)
    assert load_corrections(ARTICLE) == []
    text = CorrectedText(ARTICLE)
    text.reject(text.quotes[0])
    assert len(load_corrections(ARTICLE)) == 1


def test_corrections_are_kept_apart_from_the_readers_marks_and_not_called_blind():
    text = CorrectedText(ARTICLE)
    text.reject(text.quotes[0])
    assert text.journal.path == corrections_path(ARTICLE)
    assert text.journal.path.name.endswith(".corrections.jsonl")
    assert [mark.blind for mark in text.marks] == [False]


def test_what_was_corrected_is_there_again_for_the_widget_and_for_code():
    text = CorrectedText(ARTICLE)
    text.change(text.quotes[0], speaker="Zoé Achterquist", kind="mixed")
    text.reject(text.quotes[1])
    text.add((Span(27, 43),), speaker="Jo Poe", kind="indirect")
    again = CorrectedText(ARTICLE)
    assert again.quotes == text.quotes
    assert [(quote.speaker, quote.kind) for quote in again.quotes] == [
        ("Zoé Achterquist", "mixed"),
        ("Jo Poe", "indirect"),
    ]
    kept = load_corrections(ARTICLE)
    assert correct(find_quotes(ARTICLE), kept, text=ARTICLE).quotes == text.quotes


def test_a_quotation_has_one_correction_at_most():
    text = CorrectedText(ARTICLE)
    text.change(text.quotes[0], speaker="Jo Poe", kind="direct")
    text.change(text.quotes[0], speaker="Ilse Oyelander", kind="direct")
    assert [mark.value("speaker") for mark in text.marks] == ["Ilse Oyelander"]
    text.reject(text.quotes[0])
    assert [mark.label for mark in text.marks] == ["rejected"]


def test_what_was_added_can_be_changed_and_goes_when_it_is_rejected():
    text = CorrectedText(ARTICLE)
    content = (Span(27, 43),)
    text.add(content, speaker="Jo Poe", kind="indirect")
    (added,) = (quote for quote in text.quotes if quote.content == content)
    text.change(added, speaker="Ana Silva", kind="indirect")
    (added,) = (quote for quote in text.quotes if quote.content == content)
    assert added.speaker == "Ana Silva"
    assert [mark.label for mark in text.marks] == ["added"]
    text.reject(added)
    assert text.marks == ()
    assert text.quotes == tuple(find_quotes(ARTICLE))


def test_every_change_can_be_undone_and_every_correction_taken_back():
    text = CorrectedText(ARTICLE)
    before = text.quotes
    text.reject(text.quotes[0])
    text.change(text.quotes[0], speaker="Ana Silva", kind="direct")
    text.undo()
    assert [mark.label for mark in text.marks] == ["rejected"]
    text.take_back(text.marks[0].id)
    assert text.quotes == before
    with pytest.raises(ValueError, match="no mark"):
        text.take_back("nowhere")


def test_what_changes_nothing_is_refused():
    text = CorrectedText(ARTICLE)
    quote = text.quotes[0]
    with pytest.raises(ValueError, match="what they were"):
        text.change(quote, speaker=quote.speaker, kind=quote.kind)
    with pytest.raises(ValueError, match="already"):
        text.add(quote.content, speaker="Jo Poe", kind="direct")
    assert text.marks == ()


def test_a_correction_whose_quotation_is_gone_is_listed():
    open_corrections(ARTICLE).add(mark_of(Correction((Span(2, 5),), "reject")))
    text = CorrectedText(ARTICLE)
    assert [correction.content for correction in text.gone] == [(Span(2, 5),)]


def test_each_reader_has_corrections_of_their_own():
    text = CorrectedText(ARTICLE, "Blue Heron")
    text.reject(text.quotes[0])
    assert load_corrections(ARTICLE, "Blue Heron")[0].reader == "Blue Heron"
    assert load_corrections(ARTICLE, "Grey Otter") == []


@pytest.mark.parametrize(
    ("words", "left"),
    [("“We talk,” ", "We talk,"), (" «no»", "no"), ("“”", None), ("’tis", "’tis")],
)
def test_white_space_and_quotation_marks_at_the_ends_are_no_content(words, left):
    span = without_marks(words, Span(0, len(words)))
    assert (span and span.of(words)) == left
