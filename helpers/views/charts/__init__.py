"""Findings as pictures, each with a sentence that says the same and a table of its numbers.

One file a subject; what they share is in ``chart``.
"""

from helpers.views.charts.chart import Chart
from helpers.views.charts.marks import plot_agreement, plot_marks
from helpers.views.charts.quotes import plot_speakers, plot_timeline
from helpers.views.charts.sentences import plot_sentence_lengths, plot_shape
from helpers.views.charts.summaries import plot_sentence_graph, plot_sentence_scores
from helpers.views.charts.words import (
    plot_dispersion,
    plot_keyness,
    plot_places,
    plot_word_counts,
    plot_zipf,
)

__all__ = [
    "Chart",
    "plot_agreement",
    "plot_dispersion",
    "plot_keyness",
    "plot_marks",
    "plot_places",
    "plot_sentence_graph",
    "plot_sentence_lengths",
    "plot_sentence_scores",
    "plot_shape",
    "plot_speakers",
    "plot_timeline",
    "plot_word_counts",
    "plot_zipf",
]
