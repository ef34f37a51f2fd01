"""How much a page costs: CPU time of the served house, cold and warm, by length of diary.

    python bench/pages.py [--json] [--requests 200] [--sizes 1000,10000,100000]

The house is served as families get it (`stepstool serve`, SQLite, two workers). Figures
are CPU milliseconds of all its processes for one request, over at least 200 signed-in
requests: cold means that an entry was written since the last load, warm that none was.
`calibration_ms` is a fixed Python loop on the same machine in the same run, taken before
and after each size (their median, since a shared machine changes its pace by half within a
minute): compare figures of different machines by their ratio to it.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from calibration import calibration
from needs import need

need("stepstool", "django", "granian", "playwright", chromium=True)

from served import House, served, set_up_django

SIZES = (1_000, 10_000, 100_000)
REQUESTS = 200
WARM_UP = 20


def main() -> None:
    """Measure and print."""
    args = _arguments()
    with tempfile.TemporaryDirectory(prefix="stepstool-bench-") as folder:
        os.environ["STEPSTOOL_DATA"] = folder
        figures = measured(Path(folder), args.sizes, args.requests)
    print(json.dumps(figures, indent=1) if args.json else _for_people(figures))


def measured(data: Path, sizes: tuple[int, ...], requests: int) -> dict[str, Any]:
    """Serve a house and measure today's page, logging a poop, and the first load."""
    with served(data) as house:
        set_up_django()
        import first_load
        from browsing import today_page
        from family import family_with

        today, log = {}, {}
        loops = [calibration()]
        for size in sizes:
            home = family_with(size)
            loops.append(calibration())
            today[str(size)] = _today(house, home, requests)
            loops.append(calibration())
            log[str(size)] = _log(house, home, requests)
            loops.append(calibration())
        weight = first_load.weigh(house, today_page(home), home.cookie)
    calm = median(loops)
    return {"calibration_ms": calm, "today": today, "log": log, "first_load": weight}


def _today(house: House, home: Any, requests: int) -> dict[str, float]:
    from browsing import queries_of, today_page
    from family import add_entry

    page = today_page(home)

    def warm() -> None:
        _expect(house.get(page, home.cookie).status, 200)

    def cold() -> None:
        add_entry(home)
        warm()

    return {
        "cpu_ms": _cpu_ms(house, cold, requests),
        "cpu_ms_warm": _cpu_ms(house, warm, requests),
        "queries": queries_of(page, home),
    }


def _log(house: House, home: Any, requests: int) -> dict[str, float]:
    from browsing import poop_writer

    tap = poop_writer(house, home)
    return {"cpu_ms": _cpu_ms(house, lambda: _expect(tap(), 302), requests)}


def _cpu_ms(house: House, once: Callable[[], None], requests: int) -> float:
    for _ in range(WARM_UP):
        once()
    before = house.cpu_seconds()
    for _ in range(requests):
        once()
    return round((house.cpu_seconds() - before) * 1000 / requests, 2)


def _expect(status: int, expected: int) -> None:
    if status != expected:
        raise RuntimeError(f"The house answered {status} instead of {expected}.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--requests", type=int, default=REQUESTS)
    parser.add_argument(
        "--sizes", type=_sizes, default=SIZES, help="entries, by commas"
    )
    return parser.parse_args()


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(",")))


def _for_people(figures: dict[str, Any]) -> str:
    rows = [
        f"{size:>7} entries: today {each['cpu_ms']} ms cold, {each['cpu_ms_warm']} warm, "
        f"{each['queries']} queries; a poop logged in {figures['log'][size]['cpu_ms']} ms"
        for size, each in figures["today"].items()
    ]
    first = figures["first_load"]
    rows.append(f"first load: {first['bytes']} bytes in {first['requests']} requests")
    return "\n".join([f"calibration loop: {figures['calibration_ms']} ms", *rows])


if __name__ == "__main__":
    main()
