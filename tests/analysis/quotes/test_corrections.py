import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import Correction, audit_sources, correct, explain, find_quotes
from helpers.analysis.quotes import KINDS
from helpers.analysis.quotes.corrections import ACTIONS, CORRECTED
from helpers.text.span import Span
from tests.analysis.quotes.made_quotes import TEXT, made_quotes, span_of
from tests.strategies import TEXTS


def test_without_corrections_nothing_changes():
    corrected = correct(made_quotes(), [])
    assert list(corrected.quotes) == sorted(made_quotes(), key=lambda quote: quote.content)
    assert corrected.gone == ()


def changed(number, **values):
    quote = made_quotes()[number]
    correction = Correction(quote.content, "change", reader="Blue Heron", **values)
    (now,) = (q for q in correct(made_quotes(), [correction]).quotes if q.content == quote.content)
    return now


def test_a_corrected_quotation_says_so_and_by_whom():
    quote = changed(0, speaker="Jo Poe")
    assert (quote.speaker, quote.kind, quote.rule) == ("Jo Poe", "direct", CORRECTED)
    assert "Blue Heron" in explain(quote)
    assert explain(quote).endswith(f"{KINDS['direct']}.")


@pytest.mark.parametrize(
    ("number", "values", "speaker", "kind", "in_marks"),
    [
        pytest.param(2, {"speaker": "Jo Poe"}, "Jo Poe", "mixed", 1, id="a term is said"),
        pytest.param(3, {"speaker": "Jo Poe"}, "Jo Poe", "direct", 1, id="a statement is said"),
        pytest.param(0, {"speaker": ""}, "", "unattributed", 2, id="nobody says it"),
        pytest.param(1, {"speaker": ""}, "", "indirect", 0, id="nobody is known to retell"),
        pytest.param(4, {"kind": "term"}, "", "term", 1, id="a term after all"),
        pytest.param(4, {"kind": "indirect"}, "Jo Poe", "indirect", 0, id="no marks"),
        pytest.param(1, {"kind": "direct"}, "Ana Silva", "direct", 1, id="all in marks"),
        pytest.param(1, {"kind": "mixed"}, "Ana Silva", "mixed", 0, id="none known in marks"),
    ],
)
def test_speaker_and_kind_stay_in_step(number, values, speaker, kind, in_marks):
    quote = changed(number, **values)
    assert (quote.speaker, quote.kind, len(quote.quoted)) == (speaker, kind, in_marks)


@pytest.mark.parametrize("kind", ["term", "unattributed"])
def test_what_is_nobodys_has_neither_cue_nor_source(kind):
    quote = changed(0, kind=kind)
    assert (quote.cue, quote.source, quote.stance) == (None, None, "")


def test_with_another_speaker_the_source_goes_and_with_the_same_it_stays():
    assert changed(0, speaker="Jo Poe").source is None
    assert changed(0, speaker="Jo Poe").cue == made_quotes()[0].cue
    assert changed(0, speaker="Ana Silva").source == made_quotes()[0].source


def test_a_rejected_quotation_is_not_there_any_more():
    quotes = made_quotes()
    corrected = correct(quotes, [Correction(quotes[0].content, "reject")])
    assert quotes[0] not in corrected.quotes
    assert len(corrected.quotes) == len(quotes) - 1


def test_an_added_quotation_stands_in_its_place_with_its_words_in_marks():
    content = (span_of("The so-called “Blue Line” had closed"),)
    added = Correction(content, "add", speaker="Jo Poe", kind="mixed", reader="Otter")
    quotes = correct(made_quotes(), [added], text=TEXT).quotes
    assert [q.content for q in quotes] == sorted(q.content for q in quotes)
    (quote,) = (q for q in quotes if q.content == content)
    assert quote.quoted == (span_of("Blue Line"),)
    assert (quote.speaker, quote.corrected_by) == ("Jo Poe", "Otter")
    ours = {source.speaker: source for source in audit_sources(TEXT, quotes)}
    assert ours["Jo Poe"].words_quoted == 4


def test_an_editors_words_in_what_is_added_are_known():
    added = Correction((span_of("We waited [for hours],"),), "add", speaker="Jo Poe", kind="direct")
    assert correct([], [added], text=TEXT).quotes[0].edits == (span_of("[for hours]"),)


def test_an_addition_needs_the_text_and_one_that_is_not_of_this_text_is_refused():
    added = Correction((Span(0, 5),), "add", speaker="Jo Poe")
    with pytest.raises(ValueError, match="text=article"):
        correct([], [added])
    with pytest.raises(ValueError, match="another text"):
        correct([], [added], text="No.")


def test_a_later_correction_of_the_same_quotation_wins():
    content = made_quotes()[0].content
    corrections = [
        Correction(content, "change", speaker="Jo Poe"),
        Correction(content, "change", speaker="Zoé Achterquist"),
    ]
    assert correct(made_quotes(), corrections).quotes[0].speaker == "Zoé Achterquist"


def test_a_correction_whose_quotation_is_gone_is_listed_and_changes_nothing():
    moved = Correction((Span(3, 9),), "change", speaker="Jo Poe")
    corrected = correct(made_quotes(), [moved])
    assert corrected.gone == (moved,)
    assert corrected.quotes == correct(made_quotes(), []).quotes


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"action": "delete"}, "no correction of a quotation. There are: change, reject, add"),
        ({"action": "change", "kind": "direkt"}, "There are: direct, mixed"),
        ({"action": "change", "kind": "term", "speaker": "Jo Poe"}, "Leave out the one"),
        ({"action": "reject", "content": ()}, "needs the content"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_with_what_can(values, says):
    with pytest.raises(ValueError, match=says):
        Correction(**{"content": (Span(0, 3),), **values})


@settings(deadline=None)
@given(TEXTS, st.data())
def test_corrected_quotations_of_any_text_can_be_audited_and_explained(text, data):
    quotes = find_quotes(text)
    corrections = [
        Correction(quote.content, action, **values)
        for quote in quotes
        for action in [data.draw(st.sampled_from([a for a in ACTIONS if a != "add"]))]
        for values in [data.draw(st.sampled_from([{"kind": k} for k in KINDS] + [{"speaker": ""}]))]
    ]
    corrected = correct(quotes, corrections, text=text)
    assert corrected.gone == ()
    for quote in corrected.quotes:
        assert explain(quote)
        assert quote.kind in KINDS
        assert all(any(c.contains(q) for c in quote.content) for q in quote.quoted)
    assert sum(row.quotations for row in audit_sources(text, corrected.quotes)) == len(
        corrected.quotes
    )
