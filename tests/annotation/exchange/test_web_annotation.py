import contextlib
import json

import pytest

from helpers import Article, Span, load_annotations, mark, save_annotations
from helpers.annotation.annotation import Annotation
from helpers.annotation.exchange import web_annotation
from tests.linear import assert_linear

ARTICLE = Article(
    "“We waited,” she said. 🔥 He left 👩🏽‍🚒.\n\nThe cafe\u0301 was שלום. He said no.",
    title="Waiting",
    url="https://ledger.example/waiting",
    language="en",
)


def saved(tmp_path, *marks, **options):
    file = save_annotations(marks, ARTICLE, tmp_path / "marks.jsonld", **options)
    return json.loads(file.read_text(encoding="utf-8"))["first"]["items"]


def load(tmp_path, document):
    file = tmp_path / "other.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    return load_annotations(file, ARTICLE)


def test_an_annotation_has_what_the_standard_names(tmp_path):
    made = Annotation(
        "cue",
        (Span(17, 21),),
        comment="why?",
        reader="Blue Heron",
        created="2031-09-17T08:00:00+00:00",
        modified="2031-09-18T08:00:00Z",
        values=(("kind", "direct"),),
        blind=True,
    )
    (item,) = saved(tmp_path, made)
    assert item["type"] == "Annotation"
    assert item["motivation"] == "tagging"
    assert item["creator"] == {"type": "Person", "name": "Blue Heron"}
    assert (item["created"], item["modified"]) == ("2031-09-17T08:00:00Z", "2031-09-18T08:00:00Z")
    assert [(body["purpose"], body["value"]) for body in item["body"]] == [
        ("tagging", "cue"),
        ("commenting", "why?"),
        ("classifying", "direct"),
        ("describing", "no"),
    ]
    source = item["target"]["source"]
    assert source["schema:sha256"] == ARTICLE.fingerprint
    assert source["via"] == ARTICLE.url
    quotation, position = item["target"]["selector"]
    assert (quotation["exact"], quotation["prefix"][-4:], quotation["suffix"][:3]) == (
        *("said", "she "),
        ". 🔥",
    )
    assert (position["start"], position["end"]) == (17, 21)


@pytest.mark.parametrize("words", ["🔥", "👩🏽‍🚒", "cafe\u0301", "שלום", "“We waited,”"])
def test_positions_are_counted_in_code_points(tmp_path, words):
    (item,) = saved(tmp_path, mark(ARTICLE, words, "x", reader="H"))
    _, position = item["target"]["selector"]
    assert ARTICLE.text[position["start"] : position["end"]] == words


def test_several_spans_are_several_targets_and_links_point_to_annotations(tmp_path):
    one = Annotation("content", (Span(1, 3), Span(4, 10)), links=("b",), id="a")
    items = saved(tmp_path, one, Annotation("cue", (Span(17, 21),), links=("a",), id="b"))
    assert [target["selector"][0]["exact"] for target in items[0]["target"]] == ["We", "waited"]
    (link,) = [body for body in items[0]["body"] if body["purpose"] == "linking"]
    assert link["source"]["id"] == items[1]["id"]


def test_an_address_that_is_none_does_not_get_into_the_file(tmp_path):
    article = Article("He left.", url="javascript:alert(1)")
    file = save_annotations([mark(article, "He", "x", reader="H")], article, tmp_path / "m.jsonld")
    assert "javascript" not in file.read_text(encoding="utf-8")


def other(selector, **fields):
    """An annotation as another program would write it."""
    target = {"source": "https://ledger.example/waiting", "selector": selector}
    return {"type": "Annotation", "target": target} | fields


def quoting(exact, **more):
    return {"type": "TextQuoteSelector", "exact": exact} | more


def at(start, end):
    return {"type": "TextPositionSelector", "start": start, "end": end}


FIRE = ARTICLE.text.index("🔥")


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        pytest.param(quoting("waited"), "waited", id="words that stand once"),
        pytest.param(quoting("said", suffix=" no."), "said", id="words with what follows"),
        pytest.param([at(FIRE + 1, FIRE + 4), quoting(" He")], " He", id="code points"),
        pytest.param([at(FIRE + 2, FIRE + 5), quoting(" He")], " He", id="UTF-16 units"),
        pytest.param([at(900, 905), quoting("שלום")], "שלום", id="a place that is wrong"),
        pytest.param(quoting('"We waited,"'), "“We waited,”", id="straight quotation marks"),
    ],
)
def test_annotations_of_other_programs_are_found_by_place_or_words(tmp_path, selector, found):
    (made,) = load(tmp_path, [other(selector)])
    assert made.words_in(ARTICLE) == (found,)


@pytest.mark.parametrize(
    ("fields", "label", "comment"),
    [
        ({"body": {"purpose": "tagging", "value": "cue"}}, "cue", ""),
        ({"bodyValue": "why?", "motivation": "commenting"}, "commenting", "why?"),
        ({"motivation": "highlighting"}, "highlighting", ""),
        ({"body": ["https://else.example/", {"value": "a"}, {"value": "b"}]}, "marked", "a\n\nb"),
    ],
)
def test_label_and_comment_come_from_bodies_or_motivation(tmp_path, fields, label, comment):
    (made,) = load(tmp_path, other(quoting("waited"), **fields))
    assert (made.label, made.comment) == (label, comment)


@pytest.mark.parametrize(
    ("document", "said"),
    [
        pytest.param([other(quoting("snow"))], "is to be found nowhere", id="other words"),
        pytest.param([other(quoting("He"))], "in several places", id="words that stand twice"),
        pytest.param([other(at(0, 3))], "quotes no words", id="a place in an unknown text"),
        pytest.param([other([])], "marks no words", id="no selector"),
        pytest.param([other(at("0", None))], "no whole numbers", id="letters for numbers"),
        pytest.param([other(quoting(7))], "no text", id="a number for words"),
        pytest.param([{"type": "Annotation"}], "no target", id="no target"),
        pytest.param([{"type": "Annotation", "target": "x"}], "whole text", id="whole page"),
        pytest.param({"type": "Person"}, "no Web Annotations", id="something else"),
        pytest.param(
            {"type": "AnnotationCollection", "total": 2, "first": {"items": []}},
            "0 of 2",
            id="pages that are missing",
        ),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_is_loaded(tmp_path, document, said):
    with pytest.raises(ValueError, match=said):
        load(tmp_path, document)


def test_words_that_do_not_stand_where_our_own_file_says_are_refused(tmp_path):
    (item,) = saved(tmp_path, mark(ARTICLE, "waited", "cue", reader="H"))
    item["target"]["selector"][1]["start"] += 1
    with pytest.raises(ValueError, match="do not stand where it says"):
        load(tmp_path, [item])


def test_reading_takes_time_in_proportion_to_the_text():
    def read(text):
        quotes = [text[n : n + 9] for n in range(0, len(text), 200)]
        items = [other(quoting(words, prefix="no")) for words in quotes]
        with contextlib.suppress(ValueError):  # the words stand in several places
            web_annotation.read(json.dumps(items).encode(), Article(text))

    assert_linear(read, "said he 🔥 ")
