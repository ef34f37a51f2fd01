"""A spare copy of the checkout, in which something may be broken to see who notices.

Drawn pages are left out: they say "redraw", not "wrong".
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.repository import tree

DRAWN: Final = "test_the_page_is_current"
# A fault may make a loop that never ends: whoever waits so long has noticed.
PATIENCE: Final = 600
NOTHING_FAILED, A_TEST_FAILED = 0, 1
# Said of a fault that no test tried, since what it stands in could not be loaded.
AT_START: Final = "only at start"


@contextmanager
def copy() -> Iterator[Path]:
    """Give a folder with every file that git knows, gone at the end."""
    with TemporaryDirectory(prefix="stepstool-spare-") as folder:
        spare = Path(folder)
        for path in tree.files():
            target = spare / path.relative_to(tree.ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
        yield spare


@contextmanager
def changed(path: Path, text: str) -> Iterator[None]:
    """Write another text into a file of the copy, and the old one back."""
    before = path.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(before, encoding="utf-8")


def noticed(spare: Path, stages: Sequence[Sequence[str]]) -> str:
    """Name the first test that fails, stage by stage; empty where none does.

    It begins with AT_START where no test could be run.
    """
    for stage in stages:
        found = _first_failure(
            spare,
            [each for each in stage if (spare / each.partition("::")[0]).exists()],
        )
        if found:
            return found
    return ""


def fails_anyway(spare: Path, by: str) -> bool:
    """Whether what noticed fails without any fault, too, and so noticed nothing."""
    test = by.removeprefix("FAILED ").partition(" - ")[0]
    return bool(noticed(spare, [[test]]))


def _first_failure(spare: Path, paths: Sequence[str]) -> str:
    if not paths:
        return ""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:randomly"]
    command += ["-p", "no:cacheprovider", "-k", f"not {DRAWN}", "--tb=no", *paths]
    there = os.environ | {
        "PYTHONPATH": str(spare / "src"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "STEPSTOOL_DATA": str(spare / "data"),
    }
    try:
        run = subprocess.run(
            command,
            cwd=spare,
            env=there,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "it never ended"
    if run.returncode == NOTHING_FAILED:
        return ""
    lines = [
        line for line in run.stdout.splitlines() if line[:6] in ("FAILED", "ERROR ")
    ]
    if run.returncode == A_TEST_FAILED and lines:
        return lines[0]
    return f"{AT_START}: {''.join(lines[:1]) or (run.stderr or run.stdout)[-200:]}"
