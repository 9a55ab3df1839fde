"""Bring an article of one's own: from a file, from the web, or pasted."""

from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path

import ipywidgets

from helpers.text.article import Article
from helpers.text.loading import READABLE, keep_article, load_article
from helpers.views.highlight import highlight
from helpers.views.layer import escaped
from helpers.views.table import describe
from helpers.views.widgets.article_fields import FIELDS, find_corrections, values_of
from helpers.views.widgets.file_field import ChosenFile, FileField, check_size
from helpers.views.widgets.form import Field, Form
from helpers.views.widgets.panel import Panel
from helpers.views.widgets.problem import Problem, shown_in
from helpers.workbook import set_article

_MOST_SHOWN = 200_000
"""Code points: a book in the page would make the browser slow, and nobody looks through it."""


class ImportArticle(Panel):
    """The widget; ``import_article()`` makes one."""

    def __init__(self) -> None:
        self._article: Article | None = None
        self.problem = Problem()
        self.file = FileField("File", READABLE, shown_in(self.problem, self._take_file))
        self.page = Form(
            [Field("address", "Address", "https://…")],
            {"Fetch the page": shown_in(self.problem, self._take_page)},
        )
        self.pasted = Form(
            [
                Field("title", "Headline"),
                Field("text", "Text", "with an empty line between paragraphs", rows=6),
            ],
            {"Take this text": shown_in(self.problem, self._take_text)},
        )
        self.understood = ipywidgets.HTML()
        self.fields = Form(
            FIELDS, {"Use this article": shown_in(self.problem, self._use)}, is_primary=True
        )
        self.answer = ipywidgets.HTML()
        self.found = ipywidgets.VBox(
            [
                self.understood,
                _note("Is something missing or wrong here? Correct it:"),
                self.fields,
            ],
            layout={"display": "none"},
        )
        super().__init__(
            [
                _note("1. A file", f"It may end in {', '.join(READABLE)}."),
                self.file,
                _note("2. A web page", "Only this button goes to the network, to that address."),
                self.page,
                _note("3. A text", "Copied from anywhere."),
                self.pasted,
                self.problem,
                self.found,
                self.answer,
            ]
        )

    def _take_file(self, file: ChosenFile) -> None:
        check_size(file)
        self.problem.busy(f"Reading {file.name} …")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / file.name
            path.write_bytes(file.raw)
            self._show(load_article(path))

    def _take_page(self, written: dict[str, str]) -> None:
        address = written["address"].strip()
        if not address.startswith(("https://", "http://")):
            raise ValueError(f"“{address}” is no web address: one begins with https:// or http://.")
        self.problem.busy(f"Asking for {address} …")
        self._show(load_article(address))

    def _take_text(self, written: dict[str, str]) -> None:
        if not any(sign.isalnum() for sign in written["text"]):
            raise ValueError("There are no words in the field yet. Paste the article's text there.")
        self._show(Article.from_text(written["text"], written["title"].strip()))

    def _show(self, article: Article) -> None:
        self._article = article
        self.fields.fill(values_of(article))
        self.understood.value = _understood(article)
        self.answer.value = ""
        self.found.layout.display = ""

    def _use(self, written: dict[str, str]) -> None:
        if self._article is None:
            return
        corrections = find_corrections(self._article, written)
        settings = set_article(keep_article(self._article, **corrections))
        self._show(load_article())
        by_hand = f" Corrected by hand: {', '.join(corrections)}." if corrections else ""
        self.answer.value = (
            f'<p role="status">Kept as <code>{escaped(settings.article)}</code>. All notebooks now '
            f"read <b>{escaped(self._article.title or 'this article')}</b>.{by_hand}</p>"
        )


def import_article() -> ImportArticle:
    """A form for an article of one's own: a file, a web page, or a pasted text.

    It shows what was understood and what was left out, takes corrections, keeps the article in
    ``my_work/articles/`` and sets the workbook to it. Its twins without a form are
    ``load_article("…")`` and ``Article.from_text("…")``, then
    ``set_article(keep_article(article, title="…"))``.
    """
    return ImportArticle()


def _note(heading: str, more: str = "") -> ipywidgets.HTML:
    return ipywidgets.HTML(f"<p><b>{escaped(heading)}</b> {escaped(more)}</p>")


def _understood(article: Article) -> str:
    """What is known about the article, and its words and what was left out, folded."""
    beginning = dataclasses.replace(article, text=article.text[:_MOST_SHOWN])
    left_out = article.origin.left_out
    number = "1 passage" if len(left_out) == 1 else f"{len(left_out)} passages"
    items = "".join(f"<li>{escaped(passage)}</li>" for passage in left_out)
    return (
        "<p><b>What was understood</b></p>"
        + describe(article).html()
        + _folded("The text, to look through", highlight(beginning).html())
        + _folded(
            f"What was left out: {number}", f"<ol>{items}</ol>" if items else "<p>Nothing.</p>"
        )
    )


def _folded(summary: str, body: str) -> str:
    return f"<details><summary>{escaped(summary)}</summary>{body}</details>"
