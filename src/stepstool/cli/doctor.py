"""`stepstool doctor`: looks whether the house is well, and says what to do where it is not.

It needs no network, changes nothing, and may run beside the house. It reads the same settings
from the environment as the house does, so they must be the same.
"""

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from stepstool.cli import Subparsers

if TYPE_CHECKING:
    from stepstool.cli.checkup import CheckupRow

FINE: Final = "fine"
LOOK: Final = "look at this"


def add_parser(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    words = "look whether data, database, disk, clock, proxy and backups are well"
    parser = subparsers.add_parser("doctor", help=words, description=words)
    listed = "write a list for programs instead"
    parser.add_argument("--json", action="store_true", help=listed)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print one row for each thing; fail if something is to be done."""
    rows = list(_whatever_happens())
    for line in _listed(rows) if args.json else _shown(rows):
        print(line)
    return 0 if all(row.is_fine for row in rows) else 1


def _whatever_happens() -> "Iterator[CheckupRow]":
    """Look, and say as a row what kept from looking on; what was looked at before stands."""
    from stepstool.cli import checkup
    from stepstool.web.shell import faults

    try:
        yield from _rows()
    except Exception as fault:
        if not (words := faults.sentence_of(fault)):
            raise
        yield checkup.CheckupRow("the rest", False, words)


def _rows() -> "Iterator[CheckupRow]":
    """Look from the ground up; of a house whose ground does not hold nothing more is asked."""
    from stepstool.cli import checkup, ground

    folder = ground.data_folder()
    standing = checkup.data_folder(folder)
    yield standing
    if not folder.is_dir():
        return
    yield checkup.disk(folder)
    yield (diary := checkup.database(folder))
    yield (set_up := checkup.settings())
    if diary.is_fine and set_up.is_fine:
        from stepstool.cli.house import checkup_inside

        yield from checkup_inside.rows()


def _listed(rows: "list[CheckupRow]") -> Iterator[str]:
    plain = [
        {"check": row.about, "fine": row.is_fine, "words": row.words} for row in rows
    ]
    yield json.dumps(plain, indent=2, ensure_ascii=False)


def _shown(rows: "list[CheckupRow]") -> Iterator[str]:
    widest = max(len(row.about) for row in rows)
    for row in rows:
        verdict = FINE if row.is_fine else LOOK
        yield f"{verdict:<{len(LOOK)}}  {row.about:<{widest}}  {row.words}"
