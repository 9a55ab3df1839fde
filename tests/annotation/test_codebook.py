import pytest

from helpers import load_codebook, table
from helpers.annotation.codebook import COLOURS
from helpers.views import colours

GOOD = """\
name = "mine"
[[label]]
name = "claim"
layer = "all"
colour = "blue"
key = "c"
definition = "Could be shown to be false."
example = "[It snowed.]"
near_miss = "“I like snow.”"
[[label.detail]]
name = "voice"
question = "Whose?"
choices = ["reporter", "source"]
"""
OWN = ("news close reading", "first lesson")


def load(tmp_path, text):
    file = tmp_path / "mine.toml"
    file.write_bytes(text.encode())
    return load_codebook(file)


@pytest.mark.parametrize("name", OWN)
def test_the_workbooks_own_codebooks_say_all_that_a_reader_needs(name):
    book = load_codebook(name)
    assert book.name == name
    assert "not been piloted" in book.note
    for label in book.labels:
        for text in (label.definition, label.example, label.near_miss):
            assert text
            assert not text.startswith(" ")
        assert "[" in label.example
        assert "]" in label.example


def test_news_close_reading_has_the_four_layers():
    book = load_codebook()
    assert book.layers == ("attribution", "wording", "claim and support", "sentence function")
    assert [d.choices for d in book.label("content").details] == [("direct", "mixed", "indirect")]
    assert [d.choices for d in book.label("hedge").details] == [("reporter", "source")]
    assert len([label for label in book.labels if label.layer == "sentence function"]) == 7


def test_the_first_lesson_has_three_labels():
    assert [label.name for label in load_codebook("first lesson").labels] == [
        *("source", "cue", "content")
    ]


@pytest.mark.parametrize("name", OWN)
def test_within_a_layer_no_two_labels_look_the_same(name):
    book = load_codebook(name)
    for layer in book.layers:
        shown = [label.colour for label in book.labels if label.layer == layer]
        assert len(set(shown)) == len(shown)


def test_the_colours_are_those_of_the_charts():
    assert [*COLOURS.values()] == [*colours.COLOURS, colours.GREY.colour]


def test_a_codebook_can_be_shown_as_a_table():
    shown = table("", load_codebook("first lesson").labels)
    assert [row["name"] for row in shown.records()] == ["source", "cue", "content"]


def test_line_ends_do_not_make_another_edition_and_words_do(tmp_path):
    one = load(tmp_path, GOOD)
    assert load(tmp_path, "\ufeff" + GOOD.replace("\n", "\r\n")) == one
    assert load(tmp_path, GOOD.replace("snow.", "rain.")).fingerprint != one.fingerprint


LABEL = GOOD[GOOD.index("[[label]]") :]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("name = ", "no codebook that can be used", id="no TOML"),
        pytest.param('name = "x"', "no labels", id="no labels"),
        pytest.param('name = "x"\nlabel = ["a"]', "label 1 is no table", id="labels as texts"),
        pytest.param(GOOD.replace('name = "mine"', ""), "codebook needs a name", id="no name"),
        pytest.param(GOOD + LABEL, "2 labels have the name “claim”", id="doubled name"),
        pytest.param(
            GOOD + LABEL.replace("claim", "other"), "2 labels have the key “c”", id="doubled key"
        ),
        pytest.param(GOOD.replace('"c"', '"cc"'), "one letter or digit", id="long key"),
        pytest.param(GOOD.replace('"c"', '"?"'), "one letter or digit", id="key of the widget"),
        pytest.param(GOOD.replace("blue", "pink"), "“pink”. There are: blue,", id="colour"),
        pytest.param(
            GOOD.replace('definition = "', 'old = "'), "“claim” needs a definition", id="definition"
        ),
        pytest.param(GOOD.replace('"all"', "3"), "needs a layer.*it has 3", id="a number"),
        pytest.param(
            GOOD.replace('["reporter", "source"]', '["one"]'), "needs choices", id="one choice"
        ),
        pytest.param(
            GOOD.replace("[[label.detail]]", "[label.detail]"), "does not begin with", id="detail"
        ),
        pytest.param(
            GOOD.replace('"source"', '" reporter "'), "different texts", id="one choice, twice"
        ),
        pytest.param(
            GOOD + GOOD[GOOD.index("[[label.detail]]") :],
            "“claim” has two details of the same name",
            id="doubled detail",
        ),
        pytest.param(GOOD.replace('"c"', "“c”"), "straight quotation marks", id="curly marks"),
    ],
)
def test_what_is_wrong_in_a_codebook_is_said_with_the_files_name(tmp_path, text, said):
    with pytest.raises(ValueError, match=f"(?s)mine.toml.*{said}"):
        load(tmp_path, text)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_codebook_in_another_encoding_is_said_to_be_so(tmp_path, encoding):
    file = tmp_path / "mine.toml"
    file.write_bytes(GOOD.encode(encoding))
    with pytest.raises(ValueError, match=r"mine\.toml .* not in UTF-8"):
        load_codebook(file)


def test_a_codebook_that_is_not_there_is_said_with_those_that_are():
    with pytest.raises(FileNotFoundError, match="“first lesson”, “news close reading”"):
        load_codebook("second lesson")


def test_a_label_or_an_answer_that_is_not_in_the_codebook_is_a_slip():
    book = load_codebook("news close reading")
    book.check("content", (("kind", "direct"), ("carried over", "only place")))
    with pytest.raises(ValueError, match="“sorce” is no label of “News close reading”"):
        book.check("sorce")
    with pytest.raises(ValueError, match="“straight” is no answer"):
        book.check("content", (("kind", "straight"),))
