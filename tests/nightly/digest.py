"""Whether a change of the house changed what it says: one line for each diary and moment.

    .venv/bin/python -m tests.nightly.digest --families 1000 > before.txt

A line is the diary, the moment, and a digest of all that `stepstool advise` prints, for
people and for programs. With STEPSTOOL_DIARIES the real diaries come after the made-up
ones. Two files that differ name the diaries to look at; `--show SEED` prints one in full.
"""

import argparse
import contextlib
import hashlib
import io
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from stepstool import cli, method
from tests import diaries
from tests.properties.families import family

# Of a real diary, which runs for hundreds of days, every so manieth day is asked.
EVERY: Final = 7
AS: Final = ((), ("--json",))


def told(file: Path, at: datetime) -> str:
    """Give all that the command line says of a diary at a moment."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        for more in AS:
            cli.main(["advise", str(file), "--at", at.isoformat(), *more])
    return said.getvalue()


def _moments(families: range) -> Iterator[tuple[str, method.DiaryFile, datetime]]:
    for seed in families:
        made = family(seed)
        diary = method.DiaryFile(child=made.child, entries=tuple(made.entries))
        yield from ((f"family-{seed}", diary, at) for at in made.at)
    for path in diaries.paths():
        real = diaries.read(path)
        for months in (0, 36):
            child = real.born_earlier(months)
            diary = method.DiaryFile(child=child, entries=real.entries)
            moments = [each.at for each in diaries.windows(real, child)][::EVERY]
            yield from ((f"{real.name}+{months}", diary, at) for at in moments)


def lines(families: range) -> Iterator[tuple[str, str]]:
    """Give the line of each diary and moment, and what was said."""
    with TemporaryDirectory(prefix="stepstool-digest-") as folder:
        file, before = Path(folder) / "diary.json", None
        for name, diary, at in _moments(families):
            if diary is not before:
                file.write_text(method.write_diary(diary), encoding="utf-8")
                before = diary
            text = told(file, at)
            digest = hashlib.sha256(text.encode()).hexdigest()[:16]
            yield f"{name} {at.isoformat()} {digest}", text


def main() -> None:
    """Print the lines, or one made-up family's in full."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--families", type=int, default=1000)
    parser.add_argument("--show", type=int, metavar="SEED")
    args = parser.parse_args()
    if args.show is not None:
        for line, text in lines(range(args.show, args.show + 1)):
            if line.startswith("family"):
                sys.stdout.write(f"{line}\n{text}\n")
        return
    for line, _ in lines(range(args.families)):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
