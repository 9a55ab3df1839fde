"""Summaries beside their peers: how like the reference, how fast, and how long a text may be.

Like: ROUGE F1 (rouge-score 0.1.2, stemmed) against the reference summaries of the gold folder,
where there is one (GOLD_DIR, else ../shared/gold), the peers in the same run. For each the
difference to the lead with its 95 % interval: 1,000 resamples of the articles, from a fixed start.
An interval that holds 0 shows no difference. The lead is that of ``summarize``, without headings.
A high score on bbc_120 shows little: its references are sentences of the articles, and nobody wrote
down who or what chose them; methods that count shared words come suspiciously near to them.

Fast: from one string to the chosen sentences, cutting into sentences and words included. sumy once
gets our own cutting, and once cuts by NLTK, as it does for its users (untrained: the trained data
need a download). Best of 15 runs, in turns; imports are not included. Long: one text of 10,000
sentences, in a process of its own, with the most memory that it had.
"""

import json
import subprocess
import sys
import time
import warnings
from collections.abc import Callable

import numpy
from _gold import ROOT, gold_folder
from _timing import best_of
from nltk.tokenize import NLTKWordTokenizer, PunktSentenceTokenizer
from rouge_score.rouge_scorer import RougeScorer
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.nlp.tokenizers import Tokenizer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

from helpers import find_sentences, find_words, load_article, summarize
from helpers.analysis.summary import METHODS
from helpers.analysis.summary.body import find_body

GOLD = gold_folder("summaries")
COLLECTIONS = ("cnndm_100", "bbc_120")
MEASURES = ("rouge1", "rouge2", "rougeLsum")
PEERS = {
    "frequency": SumBasicSummarizer,
    "textrank": TextRankSummarizer,
    "lexrank": LexRankSummarizer,
    "lsa": LsaSummarizer,
    "kl-sum": KLSummarizer,
}
RUNS, RESAMPLES = 15, 1000
Summarizer = Callable[[str, int], list[str]]


class OurTokenizer:
    """Our words, in the form that sumy asks for."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(span.of(sentence) for span in find_words(sentence))


class NltkTokenizer:
    """What sumy's own ``Tokenizer("english")`` does, without the trained data."""

    def __init__(self) -> None:
        self._sentences, self._words = PunktSentenceTokenizer(), NLTKWordTokenizer()

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        return tuple(map(str.strip, self._sentences.tokenize(paragraph)))

    def to_words(self, sentence: str) -> tuple[str, ...]:
        # nltk.word_tokenize, too, first looks for sentences in what is a sentence already.
        pieces = self._sentences.tokenize(sentence)
        words = (word for piece in pieces for word in self._words.tokenize(piece))
        return tuple(filter(Tokenizer._is_word, words))


def cut_by_us(text: str) -> ObjectDocumentModel:
    """The body, for sumy."""
    tokenizer = OurTokenizer()
    sentences = [Sentence(span.of(text), tokenizer) for span in find_body(text).sentences]
    return ObjectDocumentModel([Paragraph(sentences)])


def cut_by_nltk(text: str) -> ObjectDocumentModel:
    """All sentences, as sumy's users have them."""
    return PlaintextParser.from_string(text, NltkTokenizer()).document


def ours(method: str, **options: object) -> Summarizer:
    """A method of ``summarize``."""

    def run(text: str, number: int) -> list[str]:
        chosen = summarize(text, number, method=method, **options).chosen  # type: ignore[arg-type]
        return [score.sentence.of(text) for score in chosen]

    return run


def sumys(method: str, cut: Callable[[str], ObjectDocumentModel] = cut_by_us) -> Summarizer:
    """The same method of sumy, with its own stemmer and stop words."""
    stemmer, stop_words = Stemmer("english"), get_stop_words("english")

    def run(text: str, number: int) -> list[str]:
        document = cut(text)
        summarizer = PEERS[method](stemmer)
        summarizer.stop_words = stop_words
        return [str(sentence) for sentence in summarizer(document, number)]

    return run


def every() -> dict[str, Summarizer]:
    """All that are compared, the lead first."""
    methods = {method: ours(method) for method in METHODS}
    early = {f"{m}, early": ours(m, early=True) for m in ("textrank", "lexrank", "centroid")}
    return {**methods, **early, **{f"sumy's {method}": sumys(method) for method in PEERS}}


def rouge(summarizer: Summarizer, articles: list[dict]) -> tuple[numpy.ndarray, float]:
    """One row an article, one column a measure, in percent; and the seconds for an article."""
    scorer = RougeScorer(list(MEASURES), use_stemmer=True)
    rows, seconds = [], 0.0
    for article in articles:
        began = time.perf_counter()
        chosen = summarizer(article["text"], article["n_sentences"])
        seconds += time.perf_counter() - began
        written = "\n".join(" ".join(sentence.split()) for sentence in chosen)
        scores = scorer.score(article["reference"], written)
        rows.append([100 * scores[measure].fmeasure for measure in MEASURES])
    return numpy.array(rows), seconds / len(articles)


def interval(differences: numpy.ndarray) -> tuple[float, float]:
    """What 95 % of the means of resampled articles lie between."""
    random = numpy.random.default_rng(0)
    size = len(differences)
    means = [differences[random.integers(0, size, size)].mean() for _ in range(RESAMPLES)]
    low, high = numpy.percentile(means, [2.5, 97.5])
    return float(low), float(high)


def print_likeness(collection: str) -> None:
    """ROUGE of each, and the difference to the lead."""
    file = GOLD / f"{collection}.jsonl"
    if not file.is_file():
        print(f"No {file}: how like the references was not measured.")
        return
    articles = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    print(f"{collection}, {len(articles)} articles")
    print(f"{'F1 in percent':22}{'R-1':>7}{'R-2':>7}{'R-Lsum':>8}{'ms':>8}   R-1 less the lead's")
    lead = None
    for name, summarizer in every().items():
        table, seconds = rouge(summarizer, articles)
        lead = table if lead is None else lead
        difference = table[:, 0] - lead[:, 0]
        low, high = interval(difference)
        one, two, longest = table.mean(axis=0)
        row = f"{name:22}{one:7.2f}{two:7.2f}{longest:8.2f}{1000 * seconds:8.2f}"
        print(f"{row}   {difference.mean():+6.2f} [{low:+.2f}, {high:+.2f}]")
    print()


def print_speed(name: str, text: str) -> None:
    """Milliseconds for one article, and how many times faster ours is."""
    functions: dict[str, Callable[[], object]] = {"cutting": lambda: find_body(text)}
    by_nltk = {f"sumy's {method} by NLTK": sumys(method, cut_by_nltk) for method in PEERS}
    for method, summarizer in {**every(), **by_nltk}.items():
        functions[method] = lambda f=summarizer: f(text, 3)
    seconds = best_of(functions, RUNS)
    print(f"{name}: {len(find_sentences(text))} sentences, {len(find_words(text))} words")
    print(f"{'':30}{'sumy, our cutting':>20}{'sumy, by NLTK':>20}")
    print(f"{'ms for an article':22}{'ours':>8}" + 2 * f"{'ms':>10}{'× faster':>10}")
    print(f"{'cutting alone':22}{1000 * seconds['cutting']:8.2f}")
    for method in METHODS:
        row = f"{method:22}{1000 * seconds[method]:8.2f}"
        for peer in (f"sumy's {method}", f"sumy's {method} by NLTK"):
            if peer in seconds:
                row += f"{1000 * seconds[peer]:10.2f}{seconds[peer] / seconds[method]:10.1f}"
        print(row)
    print()


def long_text(sentences: int) -> str:
    """Sentences of words of the invented reports, and of as many names that stand once or twice.

    In this they are like 10,000 sentences of real news: these have some five million pairs of
    sentences with a word in common.
    """
    reports = sorted((ROOT / "seeds").glob("ferry-*.txt"))
    text = " ".join(load_article(path).text for path in reports)
    words = [span.of(text).lower() for span in find_words(text)]
    random = numpy.random.default_rng(0)
    made = []
    for _ in range(sentences):
        drawn = [words[place] for place in random.integers(0, len(words), 7)]
        names = [f"name{number}" for number in random.integers(0, 6 * sentences, 14)]
        made.append(f"N{random.integers(0, sentences)} {' '.join([*drawn, *names])}.")
    return " ".join(made)


def print_long(sentences: int = 10_000) -> None:
    """Seconds and megabytes for one long text, each method in a process of its own."""
    print(f"{f'{sentences:,} sentences':22}{'seconds':>9}{'MB':>7}")
    for method in METHODS:
        command = [sys.executable, __file__, "--long", method, str(sentences)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        seconds, megabytes = map(float, done.stdout.split())
        print(f"{method:22}{seconds:9.2f}{megabytes:7.0f}")


def measure_long(method: str, sentences: int) -> None:
    """Print the seconds of one summary, and the most memory of this process in megabytes."""
    import resource

    text = long_text(sentences)
    seconds = best_of({"it": lambda: summarize(text, 3, method=method)}, 1)["it"]
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(seconds, used / (1024 * 1024 if sys.platform == "darwin" else 1024))


def main() -> None:
    """Print all of it."""
    warnings.filterwarnings("ignore", module="sumy")
    for collection in COLLECTIONS:
        print_likeness(collection)
    texts = [load_article(path).text for path in sorted((ROOT / "seeds").glob("ferry-*.txt"))]
    for name, text in (("one report", texts[0]), ("two reports as one", "\n\n".join(texts))):
        print_speed(name, text)
    print_long()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--long"]:
        measure_long(sys.argv[2], int(sys.argv[3]))
    else:
        main()
