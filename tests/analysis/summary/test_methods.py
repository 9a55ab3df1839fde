"""Each method against numbers that were published or can be worked out by hand."""

import itertools
import math

import numpy
import pytest
from hypothesis import given, settings

from helpers import find_sentences, summarize
from helpers.analysis.summary import METHODS, graph, lexrank, lsa, textrank
from helpers.analysis.summary.body import find_body
from helpers.analysis.summary.graph import Links
from tests.strategies import TEXTS

# Figure 2 of Erkan and Radev (2004): the cosines of the eleven sentences of one cluster.
COSINES = """
1.00 0.45 0.02 0.17 0.03 0.22 0.03 0.28 0.06 0.06 0.00
0.45 1.00 0.16 0.27 0.03 0.19 0.03 0.21 0.03 0.15 0.00
0.02 0.16 1.00 0.03 0.00 0.01 0.03 0.04 0.00 0.01 0.00
0.17 0.27 0.03 1.00 0.01 0.16 0.28 0.17 0.00 0.09 0.01
0.03 0.03 0.00 0.01 1.00 0.29 0.05 0.15 0.20 0.04 0.18
0.22 0.19 0.01 0.16 0.29 1.00 0.05 0.29 0.04 0.20 0.03
0.03 0.03 0.03 0.28 0.05 0.05 1.00 0.06 0.00 0.00 0.01
0.28 0.21 0.04 0.17 0.15 0.29 0.06 1.00 0.25 0.20 0.17
0.06 0.03 0.00 0.00 0.20 0.04 0.00 0.25 1.00 0.26 0.38
0.06 0.15 0.01 0.09 0.04 0.20 0.00 0.20 0.26 1.00 0.12
0.00 0.00 0.00 0.01 0.18 0.03 0.01 0.17 0.38 0.12 1.00
"""
# Their Table 2, with the threshold 0.1, each as a share of the highest.
LEXRANKS = [
    *(0.6007, 0.8466, 0.3491, 0.7520, 0.5907, 0.7993),
    *(0.3548, 1.0000, 0.5921, 0.6910, 0.5921),
]


def scores(text, method):
    return [score.score for score in summarize(text, method=method).scores]


def reasons(text, method):
    return [score.reason for score in summarize(text, method=method).scores]


def test_lexrank_gives_the_scores_that_its_paper_prints():
    cosines = numpy.array([row.split() for row in COSINES.split("\n") if row], dtype=float)
    first, second = numpy.nonzero(numpy.triu(cosines >= lexrank.THRESHOLD, 1))
    found = lexrank.score(Links(first, second, numpy.ones(len(first))), numpy.arange(11), 11)
    # The paper rounds its cosines and stops early: its own numbers are good to a thousandth.
    assert found / found.max() == pytest.approx(LEXRANKS, abs=0.001)


def test_textrank_links_as_many_words_as_are_shared_for_sentences_of_their_lengths():
    text = "The old ferry sank. The old ferry was small. Nobody drowned."
    body = find_body(text)
    links = textrank.link(body)
    assert (links.first.tolist(), links.second.tolist()) == ([0], [1])
    assert links.weights == pytest.approx([2 / (math.log(4) + math.log(5))])
    cosine = textrank.link_by_cosine(body).weights
    assert cosine == pytest.approx([2 / math.sqrt(3 * 3)])


def test_textrank_scores_solve_the_formula_of_its_paper():
    # Rain is in three sentences and links all of them; the fourth has no link.
    text = "Rain fell hard. Rain stopped. More rain is coming soon. Nobody minded."
    links = textrank.link(find_body(text))
    weights = {
        pair: w
        for *pair, w in zip(links.first, links.second, links.weights, strict=True)
        for pair in (tuple(pair), tuple(reversed(pair)))
    }
    found = scores(text, "textrank")
    for node in range(4):
        votes = sum(
            weight / sum(w for (a, _), w in weights.items() if a == other) * found[other]
            for (here, other), weight in weights.items()
            if here == node
        )
        assert found[node] == pytest.approx(0.15 + 0.85 * votes)
    assert found[3] == pytest.approx(0.15)


def test_sumbasic_scores_a_sentence_by_the_mean_probability_of_its_words():
    # Of five counted words two are "rain": its share is 2/5, that of the others 1/5.
    text = "The rain fell. Rain stopped. We cheered."
    assert scores(text, "frequency") == pytest.approx([0.3, 0.3, 0.2])


def test_sumbasic_squares_the_probabilities_of_what_has_been_said():
    # "Rain fell" is taken first: "rain" 3/8, "fell" 2/8. Squared: 9/64 and 4/64, so that "dogs",
    # 2/8, leads, and the sentence with it is taken although "rain" is in more sentences.
    text = "Rain fell. Rain fell outside. Rain barked dogs dogs."
    order = {
        score.turn: score.sentence.of(text)
        for score in summarize(text, 2, method="frequency").chosen
    }
    assert order == {1: "Rain fell.", 2: "Rain barked dogs dogs."}


def test_sumbasic_looks_for_a_word_that_can_still_be_taken():
    # "Rain" leads, but stands in what is left out alone; "dogs" is next, before "we".
    text = "Rain rain rain. We cheered. Dogs saw dogs."
    summary = summarize(text, 1, method="frequency", leave_out=find_sentences(text)[:1])
    assert summary.of(text) == "Dogs saw dogs."


def test_the_centroid_score_is_the_cosine_with_the_sum_of_all_sentences():
    text = "Rain fell. Rain stopped. Dogs barked."
    shared, alone = math.log(1 + 3 / 2), math.log(1 + 3 / 1)
    centroid = {"rain": 2 * shared, **dict.fromkeys(("fell", "stopped", "dogs", "barked"), alone)}
    length = math.sqrt(sum(value**2 for value in centroid.values()))
    first = (shared * centroid["rain"] + alone**2) / (length * math.hypot(shared, alone))
    third = 2 * alone**2 / (length * math.hypot(alone, alone))
    assert scores(text, "centroid") == pytest.approx([first, first, third])


def test_lsa_scores_equal_the_singular_values_of_topics_that_share_no_word():
    # Two topics: three sentences of "rain", whose only singular value is √3, and one of "dogs".
    assert scores("Rain. Rain. Rain. Dogs.", "lsa") == pytest.approx([1, 1, 1, 1])
    assert scores("Rain fell. Rain fell. Dogs.", "lsa") == pytest.approx([2**0.5, 2**0.5, 1])


def test_the_kl_score_is_e_to_the_power_of_minus_the_divergence_as_a_share_of_the_highest():
    # The first sentence has the words in the shares of the text: it does not diverge at all.
    assert scores("Rain dogs. Rain rain dogs dogs.", "kl-sum") == pytest.approx([1, 1], abs=1e-5)
    tiny = 1e-6

    def divergence(rain, dogs):
        words = rain + dogs + 2 * tiny
        return 0.75 * math.log(0.75 * words / (rain + tiny)) + 0.25 * math.log(
            0.25 * words / (dogs + tiny)
        )

    expected = [1, math.exp(divergence(3, 0) - divergence(0, 1))]
    assert scores("Rain rain rain. Dogs.", "kl-sum") == pytest.approx(expected)


@pytest.mark.parametrize(
    ("method", "reason"),
    [
        ("lead", "is sentence 1 of 3"),
        ("frequency", "holds words that are frequent in the text: “rain” (3), “fell” (2)"),
        ("centroid", "(cosine 0.88), most of all through “fell” (2), “rain” (3)"),
        ("textrank", "shares words with 2 other sentences: “rain” (2), “fell” (1)"),
        ("textrank-cosine", "shares words with 2 other sentences: “rain” (2), “fell” (1)"),
        ("lexrank", "is alike to 2 other sentences (cosine 0.1 or more) and shares “rain” (2)"),
        ("lsa", "in the first through “rain” (3), “fell” (2)"),
        ("kl-sum", "its 2 different words stand for 83% of the text's words"),
    ],
)
def test_the_reason_names_words_with_numbers_that_a_reader_can_check(method, reason):
    assert reason in reasons("Rain fell. Rain fell. Rain stopped.", method)[0]


@pytest.mark.parametrize(
    ("method", "reason"),
    [
        ("frequency", "holds no word that the text repeats"),
        ("centroid", "holds small words alone"),
        ("textrank", "shares no word with another sentence"),
        ("lexrank", "is alike to no other sentence (cosine 0.1 or more)"),
        ("lsa", "holds small words alone"),
        ("kl-sum", "holds small words alone"),
    ],
)
def test_a_sentence_that_has_nothing_to_offer_says_so(method, reason):
    assert reasons("Rain fell. It was so.", method)[1] == reason


@settings(deadline=None, max_examples=25)
@given(TEXTS)
def test_votes_handed_on_come_to_the_same_scores_as_the_equations_solved(text):
    body = find_body(text)
    for method in ("textrank", "textrank-cosine", "lexrank"):
        solved = METHODS[method](body).scores
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(graph, "SMALL", -1)
            patch.setattr(graph, "SMALL_PRODUCT", 0)  # and the links found in blocks
            patch.setattr(graph, "_BLOCK", 2)
            assert METHODS[method](body).scores == pytest.approx(solved, abs=1e-9)


def test_lsa_gives_the_same_scores_by_all_its_three_ways():
    words = [
        f"Word{number % 13} met word{number % 7} and word{number % 5}." for number in range(40)
    ]
    body = find_body(" ".join(words))
    assert len(body.spread) < len(body.sentences)
    by_words = METHODS["lsa"](body).scores
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lsa, "SMALL", -1)
        assert METHODS["lsa"](body).scores == pytest.approx(by_words, rel=1e-9)
    # One more sentence of many words, which has no topic of its own: now by sentences.
    names = " ".join(f"name{number}" for number in range(60))
    longer = find_body(" ".join([*words, f"Name {names}."]))
    assert len(longer.spread) > len(longer.sentences)
    by_sentences = METHODS["lsa"](longer).scores
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lsa, "SMALL", -1)
        assert METHODS["lsa"](longer).scores == pytest.approx(by_sentences, rel=1e-9)


@pytest.mark.parametrize("method", ["textrank", "textrank-cosine", "lexrank"])
def test_a_text_with_too_many_links_is_refused_with_the_methods_that_need_none(method, monkeypatch):
    monkeypatch.setattr(graph, "SMALL_PRODUCT", 0)
    monkeypatch.setattr(graph, "MOST_LINKS", 2)
    with pytest.raises(ValueError, match="lead, frequency, centroid, lsa or kl-sum"):
        summarize("Rain fell. " * 4, method=method)


def test_the_scores_of_a_text_do_not_hang_on_the_order_of_its_sentences():
    pieces = ["Rain fell on Ellarsund.", "Ellarsund had no boat.", "The boat was late."]
    for method, order in itertools.product(METHODS, itertools.permutations(range(3))):
        if method != "lead":
            text = " ".join(pieces[number] for number in order)
            by_sentence = dict(zip(order, scores(text, method), strict=True))
            straight = scores(" ".join(pieces), method)
            assert [by_sentence[n] for n in range(3)] == pytest.approx(straight, rel=1e-6)
    assert len(find_sentences(" ".join(pieces))) == 3
