"""Marks on texts of every kind, exported as W3C Web Annotations, for check.mjs to read.

Prints JSON: for each text its name, the text and the headline, for each mark the words that were
marked, and the file that the workbook wrote.
"""

from __future__ import annotations

import itertools
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from helpers import Annotation, Article, Span, find_words, load_article, save_annotations

ROOT = Path(__file__).resolve().parent.parent.parent
TEXTS = {
    "emoji": (
        "🔥 The pier burned 🔥 for hours. “Nobody,” said the 👩🏽‍🚒, “was hurt 🙏🏾.” "
        "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f and 🇪🇺 flew."
    ),
    "combining accents": (
        "Cafe\u0301 or café? Z\u0337\u034ea\u0334lg wrote n\u0303andu\u0301 twice: "
        "n\u0303andu\u0301."
    ),
    "right to left": (
        "She said שלום to him, and he said مرحبا بالعالم. \u200f“שלום,” she said. \u200eEnd."
    ),
    "other scripts": "हिन्दी में कहा, 日本語で言った、พูดว่า ไทย. 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𐍈 and 𠜎 are letters.",
    "curly quotes": (
        "‘We waited,’ she said. “They’ll ‘never’ come,” he said. «Non», dit-il. „Nein“ — so."
    ),
    "white space": (
        "One\u00a0word\u202fhere,\u2009\tanother\n\nthere.\n\n\u2028Then\u200b no\u200dmore.  Two."
    ),
}


def samples() -> list[dict[str, Any]]:
    articles = [Article(text, title=f"On {name} 🔥", language="en") for name, text in TEXTS.items()]
    articles += [load_article(file) for file in sorted((ROOT / "seeds").glob("ferry-*.txt"))]
    return [_sample(article) for article in articles]


def _sample(article: Article) -> dict[str, Any]:
    words = find_words(article.text)
    spans = [(word,) for word in words[:60]]
    spans += [
        (Span(one.start, other.end),) for one, other in zip(words[:37], words[3:40], strict=False)
    ]
    spans += [(Span(n, n + 1),) for n in range(min(60, len(article.text)))]
    spans += list(itertools.pairwise(words[:20]))
    marks = [
        Annotation(
            label=f"label {number % 7}",
            spans=places,
            comment="why? 🔥" if number % 3 else "",
            reader="Blue Heron",
            values=(("kind", "direct"),),
            codebook="news close reading",
            blind=number % 2 == 0,
            links=(f"mark-{number - 1}",) if number else (),
            id=f"mark-{number}",
        )
        for number, places in enumerate(spans)
    ]
    marks += [Annotation("cue", (word,), place="headline") for word in find_words(article.title)]
    with tempfile.TemporaryDirectory() as folder:
        file = save_annotations(marks, article, Path(folder) / "marks.jsonld")
        document = json.loads(file.read_bytes())
    return {
        "name": article.title,
        "text": article.text,
        "headline": article.title,
        "marks": [
            {"label": mark.label, "place": mark.place, "words": mark.words_in(article)}
            for mark in marks
        ],
        "document": document,
    }


if __name__ == "__main__":
    json.dump(samples(), sys.stdout)
