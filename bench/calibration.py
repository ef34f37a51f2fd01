"""How fast this machine is just now: figures of different machines compare by it."""

import time


def calibration() -> float:
    """Give the CPU milliseconds of a fixed loop of plain Python."""
    started = time.process_time()
    total = 0
    for number in range(1_000_000):
        total += number * number % 7
    return round((time.process_time() - started) * 1000, 1)
