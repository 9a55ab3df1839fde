"""Voices that a summary drops, pronouns that lose their person, and the graph of sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import (
    find_dangling_pronouns,
    find_quotes,
    find_sentences,
    link_sentences,
    measure_voices,
    summarize,
)
from helpers.analysis.summary import METHODS
from tests.strategies import TEXTS

FERRY = (
    "The ferry to Ellarsund will stop. Ada Quill, who runs the clinic, opposed it. "
    "“People will miss a boat,” she said. “We cannot pay for empty seats,” said Odile Vant. "
    "“The quay is safe,” said Odile Vant. He laughed."
)


def keeping(*numbers):
    sentences = find_sentences(FERRY)
    return summarize(FERRY, 1, keep=[sentences[number] for number in numbers])


def test_each_speaker_is_listed_with_what_is_kept_of_their_words():
    voices = {v.speaker: v for v in measure_voices(FERRY, keeping(0, 3))}
    odile = voices["Odile Vant"]
    assert (odile.quotations, odile.kept, odile.words, odile.words_kept) == (2, 1, 10, 6)
    assert [span.of(FERRY) for span in odile.dropped] == ["The quay is safe,"]
    assert sum(voice.kept for voice in voices.values()) == 1


def test_corrected_quotations_are_what_counts_where_they_are_given():
    quotes = find_quotes(FERRY)[:1]
    (voice,) = measure_voices(FERRY, keeping(0), quotes=quotes)
    assert (voice.speaker, voice.quotations, voice.kept) == (quotes[0].speaker, 1, 0)


def test_a_pronoun_whose_person_the_summary_has_not_named_is_found():
    (found,) = find_dangling_pronouns(FERRY, keeping(0, 2))
    assert found.pronoun.of(FERRY) == "she"
    assert found.meant == "Ada Quill"
    assert found.sentence == find_sentences(FERRY)[2]


def test_a_pronoun_whose_person_the_summary_names_before_it_is_not():
    assert find_dangling_pronouns(FERRY, keeping(1, 2)) == []


def test_a_pronoun_in_quotation_marks_is_the_speakers_own():
    text = "Rain fell. “He knows,” said Ada Quill."
    assert find_dangling_pronouns(text, summarize(text, 2)) == []


def test_a_pronoun_that_nobody_can_resolve_is_found_and_says_nothing():
    text = "Rain fell. Then they left."
    (found,) = find_dangling_pronouns(text, summarize(text, 2))
    assert (found.pronoun.of(text), found.meant) == ("they", "")


@settings(deadline=None, max_examples=40)
@given(TEXTS, st.integers(1, 5), st.sampled_from(["lead", "frequency"]))
def test_voices_and_pronouns_are_places_of_the_text(text, number, method):
    summary = summarize(text, number, method=method)
    for voice in measure_voices(text, summary):
        assert 0 <= voice.kept <= voice.quotations
        assert 0 <= voice.words_kept <= voice.words
    for found in find_dangling_pronouns(text, summary):
        assert found.sentence.contains(found.pronoun)
        assert found.sentence in {score.sentence for score in summary.chosen}


def test_the_graph_has_a_node_for_each_sentence_and_an_edge_for_each_link():
    text = "Rain fell. Nobody minded. Rain stopped. Rain fell."
    graph = link_sentences(text)
    first, second, third, fourth = find_sentences(text)
    assert [node.sentence for node in graph.nodes] == [first, second, third, fourth]
    ends = [(edge.first, edge.second, edge.words) for edge in graph.edges]
    assert ends[0] == (first, fourth, "rain, fell")
    assert sorted(ends[1:]) == [(first, third, "rain"), (third, fourth, "rain")]
    assert graph.linked == 3
    for most in range(4):
        assert link_sentences(text, most=most).edges == graph.edges[:most]
    with pytest.raises(ValueError, match="most is -1"):
        link_sentences(text, most=-1)


@pytest.mark.parametrize("method", ["textrank", "textrank-cosine", "lexrank"])
def test_the_nodes_of_the_graph_score_as_in_the_summary(method):
    nodes = link_sentences(FERRY, method=method).nodes
    scores = summarize(FERRY, method=method).scores
    assert [(n.sentence, n.score, n.reason) for n in nodes] == [
        (s.sentence, s.score, s.reason) for s in scores
    ]


def test_a_method_without_a_graph_is_refused_with_a_list_of_those_that_have_one():
    assert set(METHODS) >= {"textrank", "textrank-cosine", "lexrank"}
    with pytest.raises(ValueError, match="textrank, textrank-cosine, lexrank"):
        link_sentences(FERRY, method="lead")


def test_an_empty_text_has_an_empty_graph_and_no_voices():
    graph = link_sentences("")
    assert (graph.nodes, graph.edges, graph.linked) == ((), (), 0)
    assert measure_voices("", summarize("")) == []
