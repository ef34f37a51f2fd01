"""The files of the checkout, as git sees them, and those not yet added."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
BINARY = {".ico", ".jpg", ".mo", ".png", ".webp", ".woff2", ".xlsx", ".zip"}


def files(*patterns: str) -> list[Path]:
    """Return the files whose path matches one of the patterns of git."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(
        [*command, "--", *patterns],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    paths = sorted({ROOT / name for name in listed.split("\0") if name})
    return [path for path in paths if path.is_file()]


def texts(*patterns: str) -> list[Path]:
    """Return those of them that hold text."""
    return [path for path in files(*patterns) if path.suffix not in BINARY]


def name(path: Path) -> str:
    """Return the path as a reader of a failure wants it."""
    return path.relative_to(ROOT).as_posix()


def read(path: str) -> str:
    """Return the text of one file of the checkout."""
    return (ROOT / path).read_text(encoding="utf-8")
