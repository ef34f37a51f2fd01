"""`stepstool backup`: a copy of all diaries in one file, also while the house is open."""

import argparse
from pathlib import Path

from stepstool.cli import Subparsers


def add_parser(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    words = "copy all diaries into one file, also while Stepstool runs"
    parser = subparsers.add_parser("backup", help=words, description=words)
    where = "a new file; without it, one in the folder backups of the data folder"
    parser.add_argument("file", nargs="?", type=Path, help=where)
    which = "show the backups that the house made by itself, oldest first"
    parser.add_argument("--list", action="store_true", help=which)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the copy and say where it is."""
    if args.list:
        return _list()
    from stepstool.cli import ground

    ground.enter()
    from stepstool.web.backups import copies, place

    target = copies.write(args.file or place.new_backup())
    print(f"Backed up to {target} ({target.stat().st_size / 1e6:.1f} MB).")
    return 0


def _list() -> int:
    """Print a line for each backup in the storage."""
    from stepstool.cli.house import backups

    for backup in backups.made_in(backups.storage()):
        print(backup.name)
    return 0
