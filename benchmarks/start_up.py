"""How long it takes until the helpers can be used, beside NLTK, each in a Python of its own.

Included: everything from the import statement on; not included: the start of Python itself. The
best of nine runs, because the other runs measure the machine.
"""

import subprocess
import sys

RUNS = 9
MEASURED = {
    "import helpers": "import helpers",
    "… and count the article": "import helpers; helpers.count_words(helpers.load_article())",
    "… and find its quotations": "import helpers; helpers.find_quotes(helpers.load_article())",
    "… and draw a chart": (
        "import helpers as h; a = h.load_article(); h.plot_word_counts(a, h.count_words(a)).image()"
    ),
    "… and open a widget": "import helpers; helpers.explore_quotes(helpers.load_article())",
    "import nltk": "import nltk",
}


def seconds(code: str) -> float:
    """Of one run in a new process."""
    timed = f"import time; t = time.perf_counter(); exec({code!r}); print(time.perf_counter() - t)"
    run = subprocess.run([sys.executable, "-c", timed], capture_output=True, text=True, check=True)
    return float(run.stdout)


def main() -> None:
    """Print a line for each."""
    best = {name: min(seconds(code) for _ in range(RUNS)) for name, code in MEASURED.items()}
    print(f"{'':28}{'ms':>8}{'× import nltk':>16}")
    for name, time in best.items():
        print(f"{name:28}{time * 1000:8.1f}{time / best['import nltk']:16.2f}")


if __name__ == "__main__":
    main()
