"""How long a tap waits while others write: eight families at once, and one alone.

    python bench/writers.py [--json] [--taps 60] [--writers 8]

The house is served as families get it (`stepstool serve`, SQLite, a worker for each core). Each
writer is a signed-in parent of a family of its own, with a thousand entries, who logs one poop
after another without a pause. Figures are milliseconds from the tap to the answer, as the one
who taps waits; those who ask share the machine with the house, so the ratio of eight to one
says more than either. `calibration_ms` is a fixed Python loop on the same machine.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from calibration import calibration
from needs import need

need("stepstool", "django", "granian")

from served import House, served, set_up_django

ENTRIES = 1_000
WARM_UP = 5


def main() -> None:
    """Measure and print."""
    args = _arguments()
    with tempfile.TemporaryDirectory(prefix="stepstool-bench-") as folder:
        os.environ["STEPSTOOL_DATA"] = folder
        figures = measured(Path(folder), args.writers, args.taps)
    print(json.dumps(figures, indent=1) if args.json else _for_people(figures))


def measured(data: Path, writers: int, taps: int) -> dict[str, Any]:
    """Serve a house and let one write, then all at once."""
    with served(data) as house:
        set_up_django()
        tapping = [_writer(house) for _ in range(writers)]
        for tap in tapping:
            _waits(tap, WARM_UP)
        one, many = _waits(tapping[0], taps), _at_once(tapping, taps)
    return {
        "calibration_ms": calibration(),
        "cores": os.cpu_count(),
        "writers": writers,
        "one": _figures(one),
        "at_once": _figures(many),
        "ratio_p99": round(_quantile(many, 0.99) / _quantile(one, 0.99), 1),
    }


def _writer(house: House) -> Callable[[], int]:
    from browsing import poop_writer
    from family import family_with

    return poop_writer(house, family_with(ENTRIES))


def _at_once(tapping: list[Callable[[], int]], taps: int) -> list[float]:
    with ThreadPoolExecutor(len(tapping)) as pool:
        waits = pool.map(lambda tap: _waits(tap, taps), tapping)
        return [wait for of_one in waits for wait in of_one]


def _waits(tap: Callable[[], int], taps: int) -> list[float]:
    return [_wait(tap) for _ in range(taps)]


def _wait(tap: Callable[[], int]) -> float:
    started = time.perf_counter()
    status = tap()
    if status != 302:
        raise RuntimeError(f"The house answered {status} instead of 302.")
    return (time.perf_counter() - started) * 1000


def _figures(waits: list[float]) -> dict[str, float]:
    return {
        f"p{round(share * 100)}_ms": round(_quantile(waits, share), 1)
        for share in (0.5, 0.9, 0.99)
    }


def _quantile(waits: list[float], share: float) -> float:
    return sorted(waits)[min(len(waits) - 1, int(share * len(waits)))]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--taps", type=int, default=60, help="by each writer")
    parser.add_argument("--writers", type=int, default=8)
    return parser.parse_args()


def _for_people(figures: dict[str, Any]) -> str:
    one, many = (
        ", ".join(f"{name.removesuffix('_ms')} {ms} ms" for name, ms in waits.items())
        for waits in (figures["one"], figures["at_once"])
    )
    return "\n".join(
        [
            f"calibration loop: {figures['calibration_ms']} ms on {figures['cores']} cores",
            f"one writer: {one}",
            f"{figures['writers']} writers at once: {many}",
            f"p99 at once to p99 alone: {figures['ratio_p99']}",
        ]
    )


if __name__ == "__main__":
    main()
