"""Three invented articles, each as .txt, .html, .docx and .pdf: what a class may bring."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

from tests.text.loading import files


class Invented(NamedTuple):
    """A headline and its paragraphs, in signs that Helvetica has."""

    title: str
    paragraphs: tuple[str, ...]

    def file(self, ending: str) -> bytes:
        """The article as a file with this ending."""
        if ending == ".txt":
            return "\n\n".join((f"# {self.title}", *self.paragraphs)).encode()
        if ending == ".html":
            return files.page(self.paragraphs, title=self.title).encode()
        if ending == ".docx":
            return files.docx(self.paragraphs, title=self.title)
        lines = [self.title, ""]
        for paragraph in self.paragraphs:
            lines += [*textwrap.wrap(paragraph, 80), ""]
        return files.pdf([lines], title=self.title)


ENDINGS = (".txt", ".html", ".docx", ".pdf")
FERRY = Invented(files.TITLE, tuple(part.replace("\u202f", "\u00a0") for part in files.PARAGRAPHS))
# One without quotations, of few and long sentences; one that is nearly all quotations.
STORM = Invented(
    "Storm closes the pass for a third day",
    (
        "The road over the pass between Ellar and Norrvik stayed closed on Wednesday after a storm "
        "that brought 40 centimetres of snow in six hours and broke the line that feeds the lamps "
        "of the tunnel, the roads office of the district wrote in a notice.",
        "Ploughs were to begin at 6 a.m. on Thursday, and drivers of lorries were asked to wait in "
        "Norrvik, where the school has opened its hall and the bakery has promised bread.",
        "In January of last year the same road was closed for nine days.",
    ),
)
LIBRARY = Invented(
    "“We want the evenings back”: readers speak up for a library",
    (
        "“We want the evenings back,” said Ana Silva, who has read in the library of Ellar since "
        "she was six. “When it closes at four, nobody who works can come.”",
        "“There is no money [for more staff],” answered Councillor Jon Poe. “We asked … and we "
        "asked again.”",
        "Silva was not persuaded. “Then ask a third time,” she said. “It is 1 hour a day.”",
    ),
)
ARTICLES = (FERRY, STORM, LIBRARY)
