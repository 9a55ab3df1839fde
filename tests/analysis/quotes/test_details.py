import pytest

from helpers.analysis.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "edits"),
    [
        pytest.param("“They hate it [the pier],” Silva said.", ["[the pier]"], id="brackets"),
        pytest.param("“Now ... go … or . . . stay,” he said.", ["...", "…", ". . ."], id="dots"),
        pytest.param("“Wait. Go,” he said.", [], id="a stop"),
        pytest.param(
            "The pier [in Ellar] is old, “very old,” he said.", ["[in Ellar]"], id="retold"
        ),
    ],
)
def test_an_editors_brackets_and_ellipses_are_kept_apart(text, edits):
    (quote,) = find_quotes(text)
    assert [span.of(text) for span in quote.edits] == edits


@pytest.mark.parametrize(
    ("text", "via"),
    [
        pytest.param("“Go,” she said in a written statement.", "statement", id="statement"),
        pytest.param("“Go,” she said through an interpreter.", "translation", id="interpreter"),
        pytest.param("In an interview on Sunday, Silva said: “Go.”", "interview", id="interview"),
        pytest.param("“Go,” Silva tweeted.", "post", id="by its verb"),
        pytest.param("“Go,” Silva said on Facebook.", "post", id="platform"),
        pytest.param("“Go,” Silva said.", "", id="not said"),
        pytest.param("Silva praised the letter. “Go,” she said.", "", id="another sentence"),
    ],
)
def test_how_the_words_came_is_kept_where_the_text_says_so(text, via):
    assert find_quotes(text)[-1].via == via
