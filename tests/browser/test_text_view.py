"""Offsets between page and Python, in a page with nothing on it but a text and its marks."""

import random

import pytest

from helpers import find_paragraphs
from helpers.views.widgets.script import joined

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

SIGNS = [
    *("a", "B", " ", " ", ".", "\n\n", "“", "’", "—", "\u00a0", "<b>", "&amp;"),
    *("🔥", "👩🏽‍🚒", "e\u0301", "שלום", "हिन्दी", "🇸🇪", "\u200d", "ﬁ", "漢字"),
]
# For each text: draws it with marks, selects from each place to others, and tells what came back.
SELECT = """([script, texts]) => {
    const TextView = new Function(`${script}; return TextView;`)();
    return texts.map(({text, paragraphs, marks, places}) => {
        const view = new TextView(document.body.appendChild(document.createElement("div")));
        const drawn = marks.map(([start, end]) => {
            return {start, end, colour: "#0072b2", line: "solid", title: "mark"};
        });
        view.draw(text, paragraphs, [], drawn);
        view.draw(text, paragraphs, [], drawn.slice(1));
        const found = places.map(([start, end]) => {
            view.select(start, end);
            return [view.caret(), view.selection(), view.whole(start, end)];
        });
        view.view.remove();
        return {shown: [...view.view.children].map((p) => p.textContent), found};
    });
}"""


def test_any_place_of_any_text_is_selected_and_read_back_at_the_same_code_points(browser):
    dice = random.Random(4)
    texts = []
    for _ in range(60):
        text = "".join(dice.choices(SIGNS, k=dice.randint(1, 40)))
        paragraphs = find_paragraphs(text)
        inside = [n for span in paragraphs for n in range(span.start, span.end)]
        if not inside:
            continue
        pairs = [sorted(dice.choices(inside, k=2)) for _ in range(30)]
        spans = [[start, end + 1] for start, end in pairs]
        texts.append(
            {"text": text, "paragraphs": paragraphs, "marks": spans[:6], "places": spans[6:]}
        )
    page = browser.new_page()
    try:
        results = page.evaluate(SELECT, [joined("text_view.js"), texts])
    finally:
        page.close()
    assert len(results) > 50
    for given, result in zip(texts, results, strict=True):
        text = given["text"]
        assert result["shown"] == [span.of(text) for span in given["paragraphs"]]
        for (start, end), (caret, selection, whole) in zip(
            given["places"], result["found"], strict=True
        ):
            assert (caret["start"], caret["end"]) == (start, end), text[start:end]
            assert selection == whole
            words = text[start:end].strip()
            if words:
                assert words in text[whole["start"] : whole["end"]]
