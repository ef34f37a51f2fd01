"""Move each number of the method by a little, and tell which nobody but a drawn page notices.

    .venv/bin/python -m tests.nightly.move_numbers comfort ladder [--down] [--only NAME …]

A number that counts moves by one, another by a tenth. It takes minutes to hours and is no
part of `./test`.
"""

import argparse
import re
import sys
from pathlib import Path
from typing import Final

from stepstool.method.evidence import NUMBERS, Number
from tests.nightly import spare

HOME: Final = Path("src/stepstool/method/evidence/numbers")
TENTH: Final = 10


def moved(each: Number, down: bool) -> str:
    """Give the number moved by one, or by a tenth where it is no whole number."""
    if isinstance(each.value, int):
        return str(each.value + (-1 if down else 1))
    return str(round(each.value * (1 - 1 / TENTH if down else 1 + 1 / TENTH), 6))


def rewritten(text: str, name: str, value: str) -> str:
    """Write another value under one name of a file of numbers."""
    row = re.compile(rf"(^\[{name}\]$[^\[]*?^value = )\S+$", re.MULTILINE)
    new, times = row.subn(rf"\g<1>{value}", text)
    assert times == 1, f"[{name}] has no line `value = …`."
    return new


# The stories that tell most of a topic, where there is such a file.
STORIES: Final = {"comfort": "test_stories", "ladder": "test_ladder_stories"}


def stages(topic: str, *, near: bool) -> list[list[str]]:
    """Give who should notice, the nearest first."""
    first = f"tests/stories/{STORIES.get(topic, 'test_stories')}.py"
    stages = [[first, f"tests/method/{topic}"], ["tests/stories"], ["tests/method"]]
    return stages[:1] if near else stages


def main() -> None:
    """Move, run, tell."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("topics", nargs="+")
    asked.add_argument("--down", action="store_true", help="make them less, not more")
    asked.add_argument("--near", action="store_true", help="ask its own tests alone")
    asked.add_argument("--only", nargs="*", default=[], help="names within the topics")
    told = asked.parse_args()
    keys = [key for key in NUMBERS if key.split(".")[0] in told.topics]
    keys = [key for key in keys if not told.only or key.split(".")[1] in told.only]
    survived = []
    with spare.copy() as copy:
        for key in keys:
            topic, name = key.split(".")
            home, value = copy / HOME / f"{topic}.toml", moved(NUMBERS[key], told.down)
            with spare.changed(home, rewritten(home.read_text("utf-8"), name, value)):
                by = spare.noticed(copy, stages(topic, near=told.near))
            survived += [] if by else [key]
            line = (
                f"{key} {NUMBERS[key].value:g} -> {value}: {by or 'NOBODY NOTICED'}\n"
            )
            sys.stdout.write(line)
            sys.stdout.flush()
    caught = len(keys) - len(survived)
    sys.stdout.write(f"\n{caught} of {len(keys)} noticed; not: {', '.join(survived)}\n")


if __name__ == "__main__":
    main()
