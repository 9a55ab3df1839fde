"""Does the time stay in proportion to the length of the text?"""

import time
from collections.abc import Callable

SMALL, TIMES = 20_000, 8


def assert_linear(function: Callable[[str], object], unit: str) -> None:
    """Eight times the text takes less than forty times as long; square growth would take 64.

    The processor's time for this process, so that a busy machine does not matter, and the best of
    three; a twentieth of a second is allowed for what the clock cannot tell apart.
    """

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        best = float("inf")
        for _ in range(3):
            began = time.process_time()
            function(text)
            best = min(best, time.process_time() - began)
        return best

    short, long = seconds(SMALL), seconds(SMALL * TIMES)
    assert long < 5 * TIMES * short + 0.05, (
        f"{short:.4f} s, and for {TIMES} times that {long:.4f} s"
    )
