"""What taking a whole diary along costs: CPU seconds and memory, by length of diary.

    python bench/export.py [--json] [--sizes 20000,100000]

The page of the export is asked for as a browser does (compressed), in this process, on SQLite.
`memory_mb` is how much the process grew beyond what it held before the answer began; flat means
that it does not grow with the diary. `calibration_ms` is a fixed Python loop on the same machine.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from calibration import calibration
from needs import need

need("stepstool", "django")

from served import memory, set_up_django

SIZES = (20_000, 100_000)


def main() -> None:
    """Measure and print."""
    args = _arguments()
    with tempfile.TemporaryDirectory(prefix="stepstool-bench-") as folder:
        os.environ["STEPSTOOL_DATA"] = folder
        figures = measured(args.sizes)
    print(json.dumps(figures, indent=1) if args.json else _for_people(figures))


def measured(sizes: tuple[int, ...]) -> dict[str, Any]:
    """Make diaries of these sizes and take each along."""
    set_up_django()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    exports = {str(size): _export(size) for size in sizes}
    return {"calibration_ms": calibration(), "export": exports}


def _export(size: int) -> dict[str, float]:
    from django.test import Client
    from django.urls import reverse
    from family import family_with

    home = family_with(size)
    client = Client(headers={"cookie": home.cookie, "accept-encoding": "gzip"})
    page = reverse("export", args=[home.family_id, home.child_id])
    before, started = memory(), time.process_time()
    answer = client.get(page, headers={"host": "localhost"})
    if answer.status_code != 200:
        raise RuntimeError(f"{page} answered {answer.status_code}.")
    sent = most = 0
    for piece in answer:
        sent, most = sent + len(piece), max(most, memory() - before)
    return {
        "cpu_s": round(time.process_time() - started, 2),
        "memory_mb": round(most, 1),
        "sent_mb": round(sent / 1e6, 1),
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument(
        "--sizes",
        type=lambda text: tuple(map(int, text.split(","))),
        default=SIZES,
        help="entries, by commas",
    )
    return parser.parse_args()


def _for_people(figures: dict[str, Any]) -> str:
    rows = [
        f"{size:>7} entries: {cost['cpu_s']} s of CPU, {cost['memory_mb']} MB more, "
        f"{cost['sent_mb']} MB sent"
        for size, cost in figures["export"].items()
    ]
    return "\n".join([f"calibration loop: {figures['calibration_ms']} ms", *rows])


if __name__ == "__main__":
    main()
