"""How the benchmarks measure time."""

import time
from collections.abc import Callable, Mapping


def best_of(functions: Mapping[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """The best seconds of each, run in turns so that all meet the same noise."""
    best = dict.fromkeys(functions, float("inf"))
    for _ in range(runs):
        for name, function in functions.items():
            began = time.perf_counter()
            function()
            best[name] = min(best[name], time.perf_counter() - began)
    return best
