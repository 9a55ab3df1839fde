"""Counting, finding and pairing words beside NLTK, scikit-learn and a bare regular expression.

From one string in memory to the result, tokenizing and index building included on both sides, the
best of three runs in turns; imports are not included. NLTK's share for tokenizing is shown, too,
so that its numbers without it can be worked out. What each peer gives differs: FreqDist, Counter
and CountVectorizer give counts; ``count_words`` gives every place as well, and ``tally_words`` is
its form without places. Both concordances give every line, and both collect Python's garbage as
they would in a notebook; that is most of our time for the most common word, with its many lines.

The text is invented: words drawn from the frequencies of general English (wordfreq), with commas,
stops, quotation marks and paragraphs. It has the long tail of rare words that a repeated article
would not have, and no meaning.
"""

import random
import re
from collections import Counter
from itertools import islice

from _timing import best_of
from nltk import FreqDist
from nltk.collocations import BigramCollocationFinder
from nltk.metrics import BigramAssocMeasures
from nltk.text import Text
from nltk.tokenize import NLTKWordTokenizer
from sklearn.feature_extraction.text import CountVectorizer
from wordfreq import get_frequency_dict

from helpers import (
    compare_words,
    count_words,
    explore_words,
    find_collocations,
    find_concordance,
    load_article,
    tally_words,
)

RUNS = 3
VOCABULARY = 60_000
MINIMUM = 3
"""How often a pair has to occur, on both sides."""


def made_text(words: int) -> str:
    """So many words in sentences and paragraphs; the same each time."""
    draw = random.Random(1)
    frequencies = dict(islice(get_frequency_dict("en").items(), VOCABULARY))
    drawn = draw.choices(list(frequencies), list(frequencies.values()), k=words)
    paragraphs, first = [], 0
    while first < words:
        sentences = []
        for _ in range(draw.randint(2, 6)):
            length = draw.randint(6, 30)
            sentence = drawn[first : first + length]
            first += length
            if sentence:
                middle = len(sentence) // 2
                sentence[0] = sentence[0].capitalize()
                sentence[middle] += ","
                written = " ".join(sentence)
                quoted = draw.random() < 0.3
                sentences.append(f"“{written},” she said." if quoted else f"{written}.")
        paragraphs.append(" ".join(sentences))
    return "\n\n".join(paragraphs)


def print_table(title: str, seconds: dict[str, float], megabytes: float) -> None:
    """A line for each peer; the first is ours, and the ratio is to it."""
    ours = next(iter(seconds.values()))
    print(f"\n{title:52}{'s':>8}{'MB/s':>8}{'ours is × faster':>18}")
    for name, time in seconds.items():
        print(f"{name:52}{time:8.3f}{megabytes / time:8.1f}{time / ours:18.1f}")


def print_counting(text: str) -> None:
    """Counts of all words."""
    tokenizer = NLTKWordTokenizer()
    seconds = best_of(
        {
            "tally_words": lambda: tally_words(text),
            "count_words (with every place)": lambda: count_words(text),
            "FreqDist on NLTKWordTokenizer": lambda: FreqDist(tokenizer.tokenize(text.lower())),
            "scikit-learn CountVectorizer": lambda: CountVectorizer().fit_transform([text]),
            r"re.findall(r'\w+') and Counter": lambda: Counter(re.findall(r"\w+", text.lower())),
        },
        RUNS,
    )
    size = len(text.encode()) / 1e6
    print_table(f"counting the words of {size:.1f} MB", seconds, size)


def print_concordance(text: str) -> None:
    """The first query, for a rare, a common and the most common word."""
    tokenizer = NLTKWordTokenizer()
    size = len(text.encode()) / 1e6
    for word in ("harbour", "government", "the"):

        def by_nltk(word: str = word) -> None:
            Text(tokenizer.tokenize(text)).concordance_list(word, lines=len(text))

        seconds = best_of(
            {
                "find_concordance": lambda word=word: find_concordance(text, word),
                "NLTK Text.concordance_list, all lines": by_nltk,
                "  of which tokenizing": lambda: tokenizer.tokenize(text),
            },
            RUNS,
        )
        lines = len(find_concordance(text, word))
        print_table(f"“{word}” ({lines} lines) in {size:.1f} MB", seconds, size)


def print_collocations(text: str) -> None:
    """The fifty pairs of neighbours with the highest log-likelihood."""
    tokenizer = NLTKWordTokenizer()

    def by_nltk() -> None:
        finder = BigramCollocationFinder.from_words(tokenizer.tokenize(text.lower()))
        finder.apply_freq_filter(MINIMUM)
        finder.nbest(BigramAssocMeasures.likelihood_ratio, 50)

    options = {"minimum": MINIMUM, "borders": "none"}
    seconds = best_of(
        {
            "find_collocations, without places": lambda: find_collocations(
                text, places=False, minimum=MINIMUM
            ),
            "… across the ends of sentences, as NLTK": lambda: find_collocations(
                text, places=False, **options
            ),
            "… with every place": lambda: find_collocations(text, **options),
            "NLTK BigramCollocationFinder": by_nltk,
            "  of which tokenizing": lambda: tokenizer.tokenize(text.lower()),
        },
        RUNS,
    )
    words = sum(tally_words(text).values())
    size = len(text.encode()) / 1e6
    print_table(f"neighbours among {words:,} words", seconds, size)


def print_one_article() -> None:
    """What a reader waits for, on one article."""
    article, other = (
        load_article(f"seeds/{name}.txt")
        for name in ("ferry-line-the-strait-ledger", "ferry-line-the-ellar-lantern")
    )
    article.words, article.sentences  # noqa: B018  cut once, as in a notebook
    widget = explore_words(article)

    def move_slider() -> None:
        widget.top.value = 16 if widget.top.value == 15 else 15

    seconds = best_of(
        {
            "count_words": lambda: count_words(article),
            "count_words, lemmas": lambda: count_words(article, form="lemma"),
            "find_concordance": lambda: find_concordance(article, "pier"),
            "find_collocations": lambda: find_collocations(article),
            "compare_words": lambda: compare_words(article, other),
            "explore_words: slider moved, until drawn": move_slider,
        },
        RUNS,
    )
    print(f"\n{f'one article of {len(article.words)} words':52}{'ms':>8}")
    for name, time in seconds.items():
        print(f"{name:52}{time * 1000:8.2f}")


def main() -> None:
    """Print all of it."""
    text = made_text(1_800_000)
    print_counting(text)
    print_concordance(text)
    print_collocations(made_text(1_500_000))
    print_one_article()


if __name__ == "__main__":
    main()
