"""`stepstool restore`: a backup takes the place of the diaries; the old ones are kept."""

import argparse
import sys
from pathlib import Path

from stepstool.cli import Subparsers


def add_parser(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    words = "put a backup in the place of the diaries, and keep the old ones beside it"
    parser = subparsers.add_parser("restore", help=words, description=words)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "file", nargs="?", type=Path, help="what `stepstool backup` wrote"
    )
    what.add_argument(
        "--already-in-place",
        action="store_true",
        help="the database itself was restored by other means, such as pg_restore",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exchange the database; a new epoch makes devices send again what they hold."""
    from stepstool.cli.house import copies, exchange

    try:
        kept = exchange.exchange(args.file) if args.file else None
    except copies.CopyError as problem:
        print(problem, file=sys.stderr)
        return 1
    if kept:
        print(f"The diaries as they were until now are kept in {kept}.")
    count = exchange.begin_again()
    print(f"Restored {count} {'diary' if count == 1 else 'diaries'}.")
    return 0
