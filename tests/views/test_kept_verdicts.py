"""A reader's verdicts on differences come back as they were given, or not at all."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import set_reader
from helpers.annotation.comparison import CAUSES, Difference
from helpers.text.article import Article
from helpers.text.span import Span
from helpers.views.kept_verdicts import load_verdicts, save_verdict
from helpers.views.table import table

ARTICLE = Article("🔥 Ana Silva said no. The office שלום said yes.", title="Yes / no 🔥")


def at(words):
    start = ARTICLE.text.index(words)
    return (Span(start, start + len(words)),)


ONE = Difference("not found", at("Ana Silva"), None, at("🔥 Ana Silva said no."), at("no"))
OTHER = Difference(
    "other cue", at("said yes"), at("yes"), at("The office שלום said yes."), at("yes")
)


def save(difference, verdict="I keep mine", reason="", rule="Rule “x”."):
    return save_verdict(difference, ARTICLE, rule=rule, verdict=verdict, reason=reason)


def test_verdicts_come_back_in_reading_order_with_all_that_belongs_to_them():
    save(OTHER, reason="<b>both</b> are short")
    path = save(ONE, verdict="", reason="a name says nothing")
    one, other = load_verdicts(ARTICLE)
    assert (one.cause, one.reader, one.program) == ("not found", at("Ana Silva"), None)
    assert (one.verdict, one.reason, one.rule) == ("", "a name says nothing", "Rule “x”.")
    assert [(role, span.of(ARTICLE.text)) for role, span in other.parts()] == [
        ("reader", "said yes"),
        ("program", "yes"),
        ("sentence", "The office שלום said yes."),
    ]
    assert one.is_about(ONE)
    assert not one.is_about(OTHER)
    assert other.written.endswith("Z")
    assert path.parent.name == "notes"
    assert "&lt;b&gt;both" in table(ARTICLE, [one, other]).html()


def test_a_second_verdict_on_one_difference_takes_the_place_of_the_first():
    save(ONE)
    save(ONE, verdict="The definition leaves it open")
    assert [verdict.verdict for verdict in load_verdicts(ARTICLE)] == [
        "The definition leaves it open"
    ]


def test_each_reader_has_verdicts_of_their_own():
    save(ONE)
    set_reader("Swan / 🦢")
    assert load_verdicts(ARTICLE) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(b'{\n "title"', b"{{", id="no JSON"),
        pytest.param(b"[\n     2", b"[\n     -2", id="a span that leaves the text"),
        pytest.param(b'"I keep mine"', b"5", id="a verdict that is no text"),
        pytest.param(b'"verdicts"', b'"others"', id="a field that is missing"),
        pytest.param(ARTICLE.fingerprint.encode(), b"0" * 64, id="another text"),
        pytest.param(b'"not found"', b'"<b>"', id="a cause that is none"),
        pytest.param(b'"sentence": [', b'"sentence": [], "was": [', id="no sentence"),
        pytest.param(b'"verdicts": [', b'"verdicts": [5,', id="no verdict"),
        pytest.param(b'{\n "title"', b"[" * 100_000, id="nested"),
        pytest.param(b'{\n "title"', b"9" * 5000, id="a long number"),
    ],
)
def test_a_damaged_file_is_told_and_left_as_it_is(old, new):
    path = save(ONE)
    damaged = path.read_bytes().replace(old, new)
    assert damaged != path.read_bytes()
    path.write_bytes(damaged)
    with pytest.raises(
        ValueError,
        match=r"^my_work/notes/[\w-]+\.verdicts\.json is damaged and was left as it is\.",
    ):
        load_verdicts(ARTICLE)
    with pytest.raises(ValueError, match="is damaged"):
        save(OTHER)
    assert path.read_bytes() == damaged


PLACES = st.integers(0, len(ARTICLE.text) - 1).flatmap(
    lambda start: st.builds(Span, st.just(start), st.integers(start + 1, len(ARTICLE.text)))
)
SPANS = st.lists(PLACES, min_size=1, max_size=3).map(tuple)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.builds(
        Difference, st.sampled_from([*CAUSES]), st.none() | SPANS, st.none() | SPANS, SPANS, SPANS
    ),
    st.text(),
    st.text(),
)
def test_any_verdict_on_any_difference_is_kept(difference, verdict, reason):
    save(difference, verdict=verdict, reason=reason)
    (kept,) = (one for one in load_verdicts(ARTICLE) if one.is_about(difference))
    assert (kept.verdict, kept.reason, kept.sentence) == (verdict, reason, difference.sentence)
