"""The helpers from the command line: ``python -m helpers quotes my-article.txt``.

A thin second face: the same functions as in the notebooks, their tables as tab-separated lines.
"""

from __future__ import annotations

import argparse
import csv
import io
import os
import sys
from collections.abc import Callable, Sequence

from helpers.analysis.concordance import find_concordance
from helpers.analysis.frequency import count_words
from helpers.analysis.quotes import find_quotes
from helpers.analysis.summary import METHODS, summarize
from helpers.installation import check_installation
from helpers.text.article import Article
from helpers.text.loading import load_article
from helpers.views.table import Table, describe, table


def main(arguments: Sequence[str] | None = None) -> int:
    """0, or 1 where something was wrong; what was wrong is said in one line on stderr."""
    parser = argparse.ArgumentParser(prog="python -m helpers", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[..., Table], text: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=text, description=text)
        made.add_argument("article", nargs="?", help="a file; else the workbook's article")
        made.set_defaults(run=run)
        return made

    command("describe", describe, "what is known about the article, and its length")
    words = command("words", _words, "the most frequent words")
    words.add_argument("--top", type=_at_least_one, default=20, help="how many (20)")
    words.add_argument("--stop-words", action="store_true", help="count small words too")
    find = command("find", _find, "a word with its neighbours")
    find.add_argument("--word", required=True)
    command("quotes", _quotes, "what stands in quotation marks, and who says it")
    summary = command("summary", _summary, "the sentences that a method chooses")
    summary.add_argument("--sentences", type=_at_least_one, default=3, help="how many (3)")
    summary.add_argument("--method", choices=METHODS, default="lead")
    commands.add_parser("check", help="is everything in place?").set_defaults(run=None)

    options = vars(parser.parse_args(arguments))
    if isinstance(sys.stdout, io.TextIOWrapper):  # in UTF-8 on every system, into a file, too
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    run = options.pop("run")
    if run is None:
        report = check_installation()
        print(repr(report))
        return 0 if report.well else 1
    try:
        result = run(load_article(options.pop("article")), **options)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    writer = csv.writer(sys.stdout, dialect="excel-tab", lineterminator="\n")
    writer.writerow(result.columns)
    writer.writerows(result.rows)
    return 0


def _at_least_one(number: str) -> int:
    if not number.isdigit() or int(number) < 1:
        raise argparse.ArgumentTypeError(f"{number} is not a whole number of at least 1")
    return int(number)


def _words(article: Article, top: int, stop_words: bool) -> Table:
    return table(article, count_words(article, stop_words=stop_words)[:top])


def _find(article: Article, word: str) -> Table:
    return table(article, find_concordance(article, word))


def _quotes(article: Article) -> Table:
    return table(article, find_quotes(article))


def _summary(article: Article, sentences: int, method: str) -> Table:
    return table(article, summarize(article, sentences, method=method).chosen)


if __name__ == "__main__":
    try:
        ended = main()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough, as in "| head"
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        ended = 0
    sys.exit(ended)
