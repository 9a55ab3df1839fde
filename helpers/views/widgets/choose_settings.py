"""Choose the article and a pseudonym, once for all notebooks."""

from __future__ import annotations

import ipywidgets

from helpers.text.loading import READABLE, load_article
from helpers.views.layer import escaped
from helpers.views.widgets.form import Field, Form
from helpers.views.widgets.panel import Panel
from helpers.views.widgets.problem import Problem, shown_in
from helpers.workbook import (
    DEFAULT_ARTICLE,
    DEFAULT_READER,
    Settings,
    find_workbook,
    read_settings,
    set_article,
    set_reader,
)


class ChooseSettings(Panel):
    """The widget; ``choose_settings()`` makes one."""

    def __init__(self) -> None:
        self.problem = Problem()
        try:
            now = read_settings()
        except (OSError, ValueError) as error:
            now = Settings(DEFAULT_ARTICLE, DEFAULT_READER)
            self.problem.say(str(error))
        self.form = Form(
            [
                Field("article", "Article", choices=()),
                Field("reader", "Pseudonym", "such as Blue Heron, not your real name"),
            ],
            {"Keep": shown_in(self.problem, self._keep)},
            is_primary=True,
        )
        self.form.offer("article", _articles(now.article))
        reader = "" if now.reader == DEFAULT_READER else now.reader
        self.form.fill({"article": now.article, "reader": reader})
        self.answer = ipywidgets.HTML("<p>Choose, then press <b>Keep</b>.</p>")
        super().__init__([self.form, self.answer, self.problem])

    def _keep(self, written: dict[str, str]) -> None:
        self.answer.value = ""
        if written["article"] not in (path for _, path in self.form.choices["article"]):
            raise ValueError("choose an article from the menu.")
        path = find_workbook() / written["article"]
        article = load_article(path)  # before anything is kept: can it be read?
        reader = written["reader"].strip()
        if reader:
            set_reader(reader)
        settings = set_article(path)
        self.answer.value = (
            f"<p>Kept. This workbook now reads <b>{escaped(article.title or settings.article)}</b> "
            f"for <b>{escaped(settings.reader)}</b>.</p>"
        )


def choose_settings() -> ChooseSettings:
    """A form for the article that all notebooks read, and for the reader's pseudonym.

    Its twins without a form are ``set_article(path)`` and ``set_reader(name)``.
    """
    return ChooseSettings()


def _articles(current: str) -> list[tuple[str, str]]:
    """(headline, path) of the texts in ``seeds/`` and ``my_work/articles/``, and the one now."""
    home = find_workbook()
    paths = [
        file.relative_to(home).as_posix()
        for folder in ("seeds", "my_work/articles")
        for file in sorted(home.joinpath(folder).glob("*"))
        if file.name.casefold().endswith(READABLE) and file.stem.casefold() != "readme"
    ]
    return [(_headline(path), path) for path in dict.fromkeys([*paths, current])]


def _headline(path: str) -> str:
    """What a reader knows an article by; the path where it cannot be read."""
    try:
        article = load_article(find_workbook() / path)
    except (OSError, ValueError):
        return path
    return " · ".join(name for name in (article.title, article.outlet) if name) or path
