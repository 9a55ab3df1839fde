import itertools
import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import binary_distance, masi_distance

from helpers import load_annotations, load_article, load_codebook
from helpers.annotation.agreement import measure_agreement
from helpers.annotation.annotation import Annotation
from helpers.annotation.coefficients import measure_coefficients
from helpers.annotation.pairing import most_pairs, overlap, pair_marks, places
from helpers.text.article import Article
from helpers.text.span import Span
from helpers.views.highlight import highlight
from helpers.views.table import table
from tests.conftest import GIVEN
from tests.linear import assert_linear

SENTENCES = [
    "“We waited,” Ana Silva said.",
    "The harbour 🔥 office warned sailors.",
    "Nobody had said that before.",
    "She called it a “long day.”",
    "Bo Lind wrote that the boat was safe.",
    "He told reporters so.",
]
TEXT = " ".join(SENTENCES)


def marked(words, label="cue", *, reader="Heron", text=TEXT, **fields):
    """A mark on the first place where these words stand."""
    start = text.index(words)
    return Annotation(label, (Span(start, start + len(words)),), reader=reader, **fields)


def at(*places, label="cue", **fields):
    return Annotation(label, tuple(Span(*place) for place in places), **fields)


HERON = [
    *(marked(w, "source") for w in ("Ana Silva", "harbour 🔥 office", "She", "Bo Lind", "He ")),
    *(marked(w) for w in ("said.", "warned", "called", "wrote", "told")),
    marked("We waited", "content", values=(("kind", "direct"),)),
    marked("the boat was safe", "content", values=(("kind", "indirect"),)),
]
OTTER = [
    *(marked(w, "source", reader="Otter") for w in ("Ana Silva", "office", "She", "Bo Lind")),
    *(marked(w, reader="Otter") for w in ("said.", "warned", "called", "wrote that", "told")),
    marked("We waited", "content", reader="Otter", values=(("kind", "mixed"),)),
    marked("long day.", "content", reader="Otter"),
    marked("He ", "cue", reader="Otter"),
]
READINGS = {"Heron": HERON, "Otter": OTTER}


def test_the_share_of_marks_with_a_counterpart_comes_out_as_by_hand():
    agreement = measure_agreement(READINGS, TEXT)
    rows = {row.label: row for row in agreement.labels}
    # Source: 5 and 4 marks; 3 are the same, "office" is 6 of the 16 of "harbour 🔥 office".
    assert rows["source"].exact == rows["source"].half == 6 / 9
    # Cue: 5 and 6 marks; 4 are the same, "wrote" is 5 of the 10 of "wrote that".
    assert (rows["cue"].exact, rows["cue"].half) == (8 / 11, 10 / 11)
    assert rows["content"].exact == 2 / 4
    assert (rows["all labels"].marks, rows["all labels"].exact) == (24, 16 / 24)
    assert agreement.pairs == agreement.labels


def test_every_disagreement_is_listed_once_with_its_kind_and_its_sentence():
    found = measure_agreement(READINGS, TEXT).disagreements
    assert [(d.kind, d.first_label, d.second_label) for d in found] == [
        ("other detail", "content (kind: direct)", "content (kind: mixed)"),
        ("other edges", "source", "source"),
        ("missed", "", "content"),
        ("other edges", "cue", "cue"),
        ("missed", "content (kind: indirect)", ""),
        ("other label", "source", "cue"),
    ]
    assert [span.of(TEXT) for span in found[1].sentence] == [SENTENCES[1]]
    shown = table(TEXT, found)
    assert shown.records()[1]["first"] == "harbour 🔥 office"
    assert shown.records()[1]["second"] == "office"
    assert "harbour" in highlight(TEXT, found).html()


def test_details_are_compared_where_words_and_label_are_the_same():
    (detail,) = measure_agreement(READINGS, TEXT).details
    assert (detail.label, detail.detail, detail.marks, detail.same) == ("content", "kind", 1, 0)
    assert [span.of(TEXT) for _, span in detail.parts()] == ["We waited"]


def test_the_same_seed_gives_the_same_interval_and_it_holds_the_figure():
    first, second = (measure_agreement(READINGS, TEXT) for _ in range(2))
    assert first == second
    overall = first.labels[-1]
    assert 0 <= overall.exact_from < overall.exact < overall.exact_to <= 1
    assert overall.half_from <= overall.half <= overall.half_to
    assert ("seed", "2005") in first.parameters
    parameters = dict(first.parameters)
    assert "1000 of 6 sentences" in parameters["resamples"]
    assert (parameters["readers"], parameters["within"]) == ("Heron, Otter", "all")


@pytest.mark.parametrize(
    ("one", "other", "note"),
    [
        pytest.param(HERON, HERON, "every resample gives the same", id="all the same"),
        pytest.param(HERON[:1], OTTER[1:2], "marks in 2 of the sentences only", id="few"),
    ],
)
def test_where_an_interval_would_say_nothing_there_is_none_and_it_is_said(one, other, note):
    row = measure_agreement([one, other], TEXT).labels[-1]
    assert row.exact_from is row.exact_to is None
    assert note in row.note


def test_with_three_readers_the_mean_over_the_pairs_leads_and_each_pair_stands_below():
    agreement = measure_agreement({**READINGS, "Crane": HERON}, TEXT)
    overall = agreement.labels[-1]
    whole = {pair.readers: pair.exact for pair in agreement.pairs if pair.label == "all labels"}
    assert whole == {
        "Heron and Otter": 16 / 24,
        "Heron and Crane": 1,
        "Otter and Crane": 16 / 24,
    }
    assert overall.readers == "mean over pairs"
    assert math.isclose(overall.exact, (16 / 24 + 1 + 16 / 24) / 3)
    assert overall.exact_from < overall.exact < overall.exact_to
    assert "on average over the pairs of readers" in agreement.sentence


def test_only_what_both_have_read_is_compared_and_what_is_left_out_is_said():
    first_two = [Span(0, len(SENTENCES[0]) + 1 + len(SENTENCES[1]))]
    agreement = measure_agreement(READINGS, TEXT, within=first_two, labels=["source"])
    assert [d.first_label for d in agreement.disagreements] == ["source"]
    assert agreement.words[0].words == 10
    assert "Heron: 10 marks are left out, outside what is compared." in agreement.notes


def test_the_headline_is_a_text_of_its_own():
    article = Article(TEXT, title="Boats said safe")
    headline = [marked("said", text=article.title, place="headline", reader=r) for r in "AB"]
    agreement = measure_agreement([[*HERON, headline[0]], [headline[1]]], article, place="headline")
    assert agreement.labels[0].exact == 1
    assert agreement.words[0].words == 3
    in_the_text = measure_agreement([[*HERON, headline[0]], OTTER], article)
    assert "Heron: 1 mark is left out, outside the text." in in_the_text.notes
    assert in_the_text.labels[-1].marks == 24


@pytest.mark.parametrize(
    ("readings", "said"),
    [
        pytest.param([], "takes two readers to agree, and nobody is here", id="nobody"),
        pytest.param([HERON], "only Heron is here", id="one reader"),
        pytest.param([[], []], "None of the readers has marked anything", id="nothing marked"),
        pytest.param([HERON, []], "reader 2 marked nothing here", id="one marked nothing"),
        pytest.param([HERON, [at((5, 999))]], "made on another text", id="another text"),
        pytest.param(
            [[at((0, 2), label=str(n)) for n in range(99)], HERON], "Name those to", id="labels"
        ),
    ],
)
def test_readings_that_cannot_be_compared_give_a_sentence_and_no_number(readings, said):
    agreement = measure_agreement(readings, TEXT)
    assert said in agreement.problem
    assert agreement.sentence == agreement.problem
    assert agreement.labels == agreement.words == agreement.disagreements == ()


def test_a_reader_who_marked_nothing_is_left_out_among_more():
    agreement = measure_agreement({**READINGS, "Crane": []}, TEXT)
    assert agreement.readers == ("Heron", "Otter")
    assert "Crane marked nothing here and is left out." in agreement.notes


def test_one_file_loaded_twice_is_noticed_and_shown_with_the_result():
    agreement = measure_agreement([HERON, HERON], TEXT)
    assert "one file, loaded twice?" in agreement.notes[-1]
    assert agreement.notes[-1] in " ".join(repr(agreement).split())


def test_what_is_no_mark_is_refused_with_what_was_wanted():
    with pytest.raises(TypeError, match="one reading for each reader"):
        measure_agreement({"Heron": "cue", "Otter": OTTER}, TEXT)


def test_a_text_without_words_has_no_coefficients():
    row = measure_agreement([[at((0, 1))], [at((0, 1))]], "…").words[0]
    assert (row.words, row.same, row.cohen, row.note) == (0, None, None, "nothing to compare")


def coded(table):
    """Codings of two readers from a table of counts: rows are the first one's categories."""
    pairs = [
        (row, column)
        for row, counts in enumerate(table)
        for column, count in enumerate(counts)
        for _ in range(count)
    ]
    return list(zip(*pairs, strict=True))


# Artstein and Poesio (2008), Inter-coder agreement for computational linguistics, section 2.4:
# 100 utterances, two coders, statements and requests; kappa .348, pi .341.
ARTSTEIN_POESIO = coded([[20, 10], [20, 50]])
# Krippendorff (2011), Computing Krippendorff's alpha-reliability, parts A and B.
KRIPPENDORFF_BINARY = ["0100000010", "1110010000"]
KRIPPENDORFF_NOMINAL = ["aabbdcccedda", "babbbccceddd"]
# How many of fourteen raters put each of ten subjects into each of five categories: the worked
# example of Fleiss' kappa (Fleiss 1971) in many textbooks; .210.
FLEISS = [
    *([0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1]),
    *([7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7]),
]


def test_cohens_kappa_is_that_of_a_published_example():
    assert measure_coefficients(ARTSTEIN_POESIO).cohen == pytest.approx(0.348, abs=0.0005)
    assert measure_coefficients(ARTSTEIN_POESIO).fleiss == pytest.approx(0.341, abs=0.0005)


def test_fleiss_kappa_is_that_of_a_published_example():
    by_subject = [[c for c, n in enumerate(row) for _ in range(n)] for row in FLEISS]
    raters = list(zip(*by_subject, strict=True))
    assert measure_coefficients(raters).fleiss == pytest.approx(0.210, abs=0.0005)


CODES = ["a", "b", "c"]
SETS = [frozenset({"none"}), frozenset("ab"), frozenset("b"), frozenset("bc")]


@given(
    st.one_of(
        st.lists(st.tuples(*[st.sampled_from(codes)] * 3), min_size=1, max_size=9)
        for codes in (CODES, SETS)
    )
)
def test_the_coefficients_are_those_of_nltk(items):
    codings = list(zip(*items, strict=True))
    data = [(r, n, code) for r, coding in enumerate(codings) for n, code in enumerate(coding)]
    ours = measure_coefficients(codings)
    if len({code for item in items for code in item}) < 2:
        assert ours[:3] == (None, None, None)
        return
    assert ours.fleiss == pytest.approx(AnnotationTask(data=data).pi())
    are_sets = isinstance(items[0][0], frozenset)
    distance = masi_distance if are_sets else binary_distance
    # NLTK rounds MASI's two thirds to .67 and its third to .33.
    alpha = AnnotationTask(data=data, distance=distance).alpha()
    assert ours.krippendorff == pytest.approx(alpha, abs=0.03 if are_sets else 1e-9)
    if all(len({*one, *other}) > 1 for one, other in itertools.combinations(codings, 2)):
        assert ours.cohen == pytest.approx(AnnotationTask(data=data).kappa())


def test_two_readers_who_both_left_all_unmarked_do_not_raise_the_mean():
    two, three = ["aab", "abb"], ["aab", "abb", "aaa", "aaa"]
    assert measure_coefficients(two).cohen == pytest.approx(0.4)
    assert measure_coefficients(three).cohen < 0.4


@pytest.mark.parametrize(
    ("codings", "alpha"), [(KRIPPENDORFF_BINARY, 0.095), (KRIPPENDORFF_NOMINAL, 0.692)]
)
def test_krippendorffs_alpha_is_that_of_published_examples(codings, alpha):
    assert measure_coefficients(codings).krippendorff == pytest.approx(alpha, abs=0.0005)


@pytest.mark.parametrize(
    ("codings", "note"),
    [
        ([], "nothing to compare"),
        (["ab"], "nothing to compare"),
        (["", ""], "nothing to compare"),
        (["aaa", "aaa"], "no chance to take away"),
    ],
)
def test_a_coefficient_that_means_nothing_is_a_sentence(codings, note):
    figures = measure_coefficients(codings)
    assert figures[:3] == (None, None, None)
    assert note in figures.note


def test_readers_who_judged_different_items_are_refused():
    with pytest.raises(ValueError, match="lengths differ"):
        measure_coefficients(["ab", "abc"])


def test_words_are_counted_with_an_explicit_none_and_overlapping_labels_as_sets():
    text = "one two three four"
    one = [at((0, 7), label="A"), at((4, 13), label="B")]  # A on one two, B on two three
    other = [at((0, 7), label="A"), at((8, 13), label="B")]
    by_label = {row.label: row for row in measure_agreement([one, other], text).words}
    assert by_label["A"].cohen == 1
    assert (by_label["B"].same, by_label["B"].marked) == (3 / 4, 2)
    assert [s.of(text) for _, s in by_label["B"].parts()] == ["two"]
    sets = [frozenset(s.split()) for s in ("A", "A B", "B", "none")]
    expected = measure_coefficients([sets, [sets[0], sets[0], sets[2], sets[3]]])
    assert by_label["all labels"].krippendorff == expected.krippendorff
    # "A" and "A B" share something: alpha sees less disagreement than the kappas do.
    assert by_label["all labels"].krippendorff > by_label["all labels"].cohen


def test_unmarked_words_raise_kappa_and_leave_the_share_of_marks_as_it_is():
    one, other = [at((0, 7))], [at((0, 3))]
    short, long = (
        measure_agreement([one, other], "one two three" + " more" * words) for words in (0, 500)
    )
    assert short.labels[-1].exact == long.labels[-1].exact
    assert short.words[0].cohen < long.words[0].cohen


SPANS = st.tuples(st.integers(0, 12), st.integers(1, 5)).map(lambda p: Span(p[0], p[0] + p[1]))
MARKS = st.lists(
    st.builds(
        Annotation,
        label=st.sampled_from(["A", "B"]),
        spans=st.lists(SPANS, min_size=1, max_size=2).map(lambda s: tuple(sorted(s))),
    ),
    max_size=6,
)


@given(MARKS, MARKS)
def test_overlap_is_the_share_of_code_points_that_both_hold(first, second):
    for one, other in itertools.product(first, second):
        held = [{n for s in mark.spans for n in range(*s)} for mark in (one, other)]
        expected = len(held[0] & held[1]) / len(held[0] | held[1])
        assert overlap(one.spans, other.spans) == pytest.approx(expected)
        assert overlap(one.spans, other.spans) == overlap(other.spans, one.spans)


@settings(deadline=None)
@given(MARKS, MARKS)
def test_there_are_as_many_pairs_as_the_best_of_all_ways_to_pair(first, second):
    def best(left, taken):
        if not left:
            return 0
        options = [best(left[1:], taken)]
        for number, other in enumerate(second):
            if number not in taken and overlap(left[0].spans, other.spans) >= 0.5:
                options.append(1 + best(left[1:], taken | {number}))
        return max(options)

    pairs = most_pairs(first, second, at_least=0.5)
    assert len(pairs) == best(first, frozenset())
    assert len({one for one, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)
    for one, other in pairs:
        assert overlap(first[one].spans, second[other].spans) >= 0.5


@given(MARKS, MARKS)
def test_marks_on_the_very_same_words_are_always_in_a_pair(first, second):
    sides = [list({places(m): m for m in marks}.values()) for marks in (first, second)]
    pairs = most_pairs(*sides, at_least=0.5)
    for number, mark in enumerate(sides[0]):
        if places(mark) in [places(m) for m in sides[1]]:
            assert number in [one for one, _ in pairs]


@given(MARKS, MARKS)
def test_every_mark_is_in_one_pair_and_pairs_are_the_same_seen_from_the_other_side(first, second):
    pairs = pair_marks(first, second)
    assert sorted(p.first.id for p in pairs if p.first) == sorted(m.id for m in first)
    assert sorted(p.second.id for p in pairs if p.second) == sorted(m.id for m in second)
    turned = pair_marks(second, first)
    kinds = [sorted(p.kind for p in found) for found in (pairs, turned)]
    assert kinds[0].count("same") == kinds[1].count("same")


@settings(deadline=None, max_examples=50)
@given(MARKS, MARKS)
def test_any_two_readings_give_shares_between_0_and_1_or_a_sentence(first, second):
    text = "aé 🔥b. C d שלום. E f g."
    agreement = measure_agreement([first, second], text, resamples=20)
    assert agreement.problem or agreement.labels
    for row in agreement.pairs:
        assert 0 <= row.exact <= row.half <= 1
        for span in row.agreed or ():
            assert span.of(text)
    for finding in (*agreement.words, *agreement.details, *agreement.disagreements):
        for _, span in finding.parts():
            assert 0 <= span.start < span.end <= len(text)
    table(text, agreement.disagreements).html()


@pytest.mark.parametrize("width", [3, 4000], ids=["side by side", "one over the other"])
def test_the_time_grows_with_the_number_of_marks_and_not_with_its_square(width):
    def compare(text):
        marks = [at((n, min(n + width, len(text)))) for n in range(0, len(text) - 3, 200)]
        shifted = [at((s.start + 1, s.end)) for m in marks for s in m.spans]
        measure_agreement([marks, shifted], text, resamples=10)

    assert_linear(compare, "It raaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaained. ")


SHIPPED = {
    GIVEN: ("blue-heron.jsonl", "grey-otter.jsonl"),
    **{
        f"seeds/ferry-line-{outlet}.txt": (
            f"blue-heron.{outlet}.jsonl",
            f"grey-otter.{outlet}.jsonl",
        )
        for outlet in ("the-strait-ledger", "the-ellar-lantern")
    },
}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: Path(path).stem)
def test_the_two_invented_readers_of_each_article_differ_in_every_way_and_agree_in_part(path):
    article = load_article(path)
    readings = [load_annotations(f"seeds/readers/{name}", article) for name in SHIPPED[path]]
    agreement = measure_agreement(readings, article, within=article.paragraphs[:8])
    assert agreement.readers == ("Blue Heron", "Grey Otter")
    assert agreement.notes == ()  # nothing stands outside the first eight paragraphs
    kinds = {disagreement.kind for disagreement in agreement.disagreements}
    assert kinds == {"missed", "other edges", "other label"}
    assert 0.3 < agreement.labels[-1].exact < 0.6  # enough to agree on, enough to talk about
    codebook = load_codebook("first lesson")
    for mark in itertools.chain.from_iterable(readings):
        codebook.check(mark.label, mark.values)
        assert mark.blind
        assert mark.links or mark.comment
        assert all(words == words.strip(" ,") for words in mark.words_in(article))


def test_every_shipped_reading_is_of_one_of_the_seed_texts(workbook):
    shipped = {file.name for file in (workbook / "seeds" / "readers").iterdir()}
    assert shipped == {*itertools.chain.from_iterable(SHIPPED.values())}


@pytest.mark.parametrize("name", itertools.chain.from_iterable(SHIPPED.values()))
def test_the_files_of_the_invented_readers_hold_none_of_the_articles_words(name, workbook):
    content = (workbook / "seeds" / "readers" / name).read_text(encoding="utf-8")
    assert '"text":' not in content
    assert '"words":' not in content
