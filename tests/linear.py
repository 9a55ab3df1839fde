"""Does the time stay in proportion to the length of the text?"""

import time
from collections.abc import Callable

SMALL, TIMES = 20_000, 8


def assert_linear(function: Callable[[str], object], unit: str) -> None:
    """Eight times the text takes less than forty times as long; square growth would take 64.

    The processor's time for this process, so that a busy machine does not matter, and the best of
    three where one is not good enough; a twentieth of a second is allowed for what the clock cannot
    tell apart.
    """

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        began = time.process_time()
        function(text)
        return time.process_time() - began

    short = min(seconds(SMALL) for _ in range(3))
    most = 5 * TIMES * short + 0.05
    long = float("inf")
    for _ in range(3):
        long = min(long, seconds(SMALL * TIMES))
        if long < most:
            return
    raise AssertionError(f"{short:.4f} s, and for {TIMES} times that {long:.4f} s")
