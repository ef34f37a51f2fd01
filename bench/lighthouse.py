"""What Lighthouse says of five pages: performance, accessibility, best practices, median of three.

    python bench/lighthouse.py [--json] [--times 3]

The house is served as families get it, to a parent whose diary holds a thousand entries, and each
page is loaded as Lighthouse's slow phone does. Beside node and Chromium it needs Lighthouse, which
is no dependency of ours: `npm install --global lighthouse`, or LIGHTHOUSE names its program.
Performance is lost to a busy machine first; `calibration_ms`, a fixed Python loop, tells how busy.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from calibration import calibration
from needs import CHROMIUM, need

need("stepstool", "django", "granian", chromium=True)

from served import House, served, set_up_django

ENTRIES = 1_000
CATEGORIES = ("performance", "accessibility", "best-practices")
FLAGS = "--headless=new --no-sandbox --disable-quic"
Scores = dict[str, float]


def main() -> None:
    """Measure and print."""
    args = _arguments()
    program = os.environ.get("LIGHTHOUSE") or shutil.which("lighthouse")
    if not program:
        sys.exit(
            "bench/lighthouse.py needs Lighthouse: npm install --global lighthouse"
        )
    with tempfile.TemporaryDirectory(prefix="stepstool-bench-") as folder:
        os.environ["STEPSTOOL_DATA"] = folder
        figures = measured(program, Path(folder), args.times)
    print(json.dumps(figures, indent=1) if args.json else _for_people(figures))


def measured(program: str, data: Path, times: int) -> dict[str, Any]:
    """Serve a house and look at its pages."""
    with served(data) as house:
        set_up_django()
        pages = {
            name: _median([_scores(program, house, *page) for _ in range(times)])
            for name, page in _pages().items()
        }
    return {"calibration_ms": calibration(), "times": times, "pages": pages}


def _pages() -> dict[str, tuple[str, str]]:
    """Give the address of each page, and the cookie of who looks; empty for a stranger."""
    from django.urls import reverse
    from family import family_with

    home = family_with(ENTRIES)
    mia = [home.family_id, home.child_id]
    return {
        "today": (f"{reverse('today', args=mia)}?face=day", home.cookie),
        "poop": (reverse("poop", args=mia), home.cookie),
        "plan": (reverse("plan", args=mia), home.cookie),
        "sign in": (reverse("account_login"), ""),
        "front page": (reverse("home"), ""),
    }


def _scores(program: str, house: House, path: str, cookie: str) -> Scores:
    """Let Lighthouse look once."""
    command = [
        program,
        house.address.rstrip("/") + path,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--extra-headers={json.dumps({'Cookie': cookie} if cookie else {})}",
        f"--chrome-flags={FLAGS}",
    ]
    environment = os.environ | {"CHROME_PATH": str(CHROMIUM)}
    said = subprocess.run(command, env=environment, check=True, capture_output=True)  # noqa: S603  as the host named it
    report: Mapping[str, Any] = json.loads(said.stdout)
    return {name: report["categories"][name]["score"] * 100 for name in CATEGORIES}


def _median(runs: list[Scores]) -> Scores:
    return {name: median(run[name] for run in runs) for name in CATEGORIES}


def _for_people(figures: Mapping[str, Any]) -> str:
    return "\n".join(_lines(figures))


def _lines(figures: Mapping[str, Any]) -> Iterator[str]:
    yield f"Median of {figures['times']}; calibration {figures['calibration_ms']} ms."
    for name, scores in figures["pages"].items():
        told = ", ".join(f"{what} {score:.0f}" for what, score in scores.items())
        yield f"{name:>10}: {told}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--json", action="store_true", help="print for programs")
    parser.add_argument("--times", type=int, default=3, help="looks at each page")
    return parser.parse_args()


if __name__ == "__main__":
    main()
