"""The choices that change every count of words, as controls: the same in every widget."""

from __future__ import annotations

from typing import Any

import ipywidgets

from helpers.analysis.quoted_parts import split_by_quotation
from helpers.text.article import Article, text_of
from helpers.text.segmentation import find_paragraphs
from helpers.text.span import Span

WHOLE = "the whole text"
FORMS = {
    "upper and lower case are one": "folded",
    "only identical spellings": "as written",
    "same headword (talks, talked)": "lemma",
    "same stem (talk, talks)": "stem",
}
HYPHENS = {"join (30-day is one word)": "join", "part (30-day is two words)": "part"}
ROW = {"flex_flow": "row wrap", "align_items": "center"}
# What has nothing to focus must not scroll by itself, or only a mouse could scroll it; the panel
# around it has controls, and scrolls.
RESULTS = {"flex_flow": "row wrap", "align_items": "flex-start", "overflow": "visible"}


class WordChoices:
    """What counts as the same word, what a hyphen does, and whether small words count."""

    def __init__(self) -> None:
        self.form = menu("The same word is", FORMS)
        self.hyphens = menu("Hyphens", HYPHENS)
        self.stop_words = ipywidgets.Checkbox(
            value=False, description="count small words too (the, of, and …)", indent=False
        )
        self.controls = (self.form, self.hyphens, self.stop_words)

    def chosen(self) -> dict[str, Any]:
        """The options of ``count_words`` and ``compare_words`` that are chosen now."""
        return {
            "form": self.form.value,
            "hyphens": self.hyphens.value,
            "stop_words": self.stop_words.value,
        }


def menu(name: str, options: object) -> ipywidgets.Dropdown:
    """A menu with its whole name in front of it."""
    wide = {"description_width": "initial"}
    return ipywidgets.Dropdown(
        options=options, description=name, style=wide, layout={"width": "auto"}
    )


def parts_to_choose(text: Article | str) -> dict[str, tuple[Span, ...] | None]:
    """Name and spans of each part of a text; None for the whole, which comes first."""
    paragraphs = enumerate(find_paragraphs(text_of(text)), 1)
    return {
        WHOLE: None,
        **split_by_quotation(text),
        **{f"paragraph {number}": (span,) for number, span in paragraphs},
    }
