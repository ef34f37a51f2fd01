"""`stepstool export`: each child's whole diary as a file of its own, and as sheets."""

import argparse
import sys
from pathlib import Path

from stepstool.cli import Subparsers


def add_parser(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    words = "write each child's whole diary into a file, and as CSV sheets in a zip"
    parser = subparsers.add_parser("export", help=words, description=words)
    parser.add_argument("folder", type=Path, help="a new or empty folder")
    which = "only of this family, by the number that `stepstool user role` names"
    parser.add_argument("--family", type=int, help=which)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the files and name them; each family's parents read that it was done."""
    from stepstool.cli.house import diaries

    try:
        for file in diaries.export(args.folder, args.family):
            print(file)
    except diaries.DiaryError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0
