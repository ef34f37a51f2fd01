"""How much a worker grows over many cold pages: an entry before each, of one child.

    python bench/memory.py [--json] [--pages 200] [--entries 10000]

Today's page is asked for in this process, as a worker answers it, on SQLite. Figures are the
megabytes that the process holds after the first pages, which fill the shelves, and after all.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from needs import need

need("stepstool", "django")

from served import memory, set_up_django

WARM_UP = 20


def main() -> None:
    """Measure and print."""
    args = _arguments()
    with tempfile.TemporaryDirectory(prefix="stepstool-bench-") as folder:
        os.environ["STEPSTOOL_DATA"] = folder
        figures = measured(args.entries, args.pages)
    print(json.dumps(figures, indent=1) if args.json else _for_people(figures))


def measured(entries: int, pages: int) -> dict[str, float]:
    """Ask for so many cold pages of a child with so many entries."""
    set_up_django()
    from django.core.management import call_command
    from family import family_with

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    ask = _asking(family_with(entries))
    for _ in range(WARM_UP):
        ask()
    before = memory()
    for _ in range(pages):
        ask()
    return {
        "pages": pages,
        "before_mb": round(before, 1),
        "after_mb": round(memory(), 1),
    }


def _asking(home: Any) -> Callable[[], None]:
    from browsing import today_page
    from django.test import Client
    from family import add_entry

    client, page = Client(headers={"cookie": home.cookie}), today_page(home)

    def ask() -> None:
        add_entry(home)
        answer = client.get(page, headers={"host": "localhost"})
        if answer.status_code != 200:
            raise RuntimeError(f"{page} answered {answer.status_code}.")

    return ask


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--entries", type=int, default=10_000)
    return parser.parse_args()


def _for_people(figures: dict[str, float]) -> str:
    return (
        f"{figures['pages']} cold pages: {figures['before_mb']} MB before, "
        f"{figures['after_mb']} MB after"
    )


if __name__ == "__main__":
    main()
