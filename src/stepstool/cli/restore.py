"""`stepstool restore`: a backup takes the place of the diaries; the old ones are kept.

With `--for NAME` it is one diary from its file, which opens a family beside all others.
"""

import argparse
import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from stepstool.cli import Subparsers

if TYPE_CHECKING:
    from stepstool.cli.house.exchange import Exchanged


def add_parser(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    words = "put a backup in the place of the diaries, and keep the old ones beside it"
    parser = subparsers.add_parser("restore", help=words, description=words)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "file",
        nargs="?",
        type=Path,
        help="what `stepstool backup` wrote, or a name that `backup --list` shows; with --for, "
        "the file of one diary",
    )
    newest = "the newest backup that the house made by itself"
    what.add_argument("--latest", action="store_true", help=newest)
    what.add_argument(
        "--already-in-place",
        action="store_true",
        help="the database itself was restored by other means, such as pg_restore",
    )
    whose = "restore one diary for this account, which is made if nobody has that name"
    parser.add_argument("--for", dest="name", metavar="NAME", help=whose)
    people = (
        "people as in the backup too: who was removed since is back, with old passwords"
    )
    parser.add_argument("--people-from-backup", action="store_true", help=people)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exchange the database; a new epoch makes devices send again what they hold."""
    if args.name is not None:
        return _one_diary(args)
    if not args.already_in_place:
        from stepstool.cli import ground

        ground.arrive()
    from stepstool.cli.house import belonging, exchange

    if not args.already_in_place:
        _exchange(args)
    count = exchange.begin_again()
    print(f"Restored {count} {'diary' if count == 1 else 'diaries'}.")
    print(
        "All sign in anew. Invitations and links for a doctor have ended: make new ones."
    )
    for line in belonging.lines():
        print(line)
    return 0


def _exchange(args: argparse.Namespace) -> None:
    """Exchange the database for a file, or for what has this name in the storage."""
    from stepstool.cli.house import backups, exchange
    from stepstool.web.backups import copies

    name = args.file
    if args.latest:
        newest = backups.newest()
        if newest is None:
            raise copies.CopyError("The house has made no backup by itself yet.")
        name = Path(newest.name)
    with backups.whole(name, _pass_phrase) as file:
        _tell(exchange.exchange(file, as_in_backup=args.people_from_backup))


def _pass_phrase() -> str:
    """Ask for it, where the settings do not have it."""
    return getpass.getpass("Pass phrase of the backup: ")


def _tell(exchanged: "Exchanged") -> None:
    if exchanged.kept:
        print(f"The diaries as they were until now are kept in {exchanged.kept}.")
    for line in exchanged.people:
        print(line)


def _one_diary(args: argparse.Namespace) -> int:
    """Restore a single diary beside what is there."""
    if args.file is None:
        print("Name the file of the diary too.", file=sys.stderr)
        return 2
    from stepstool.cli.house import diaries

    try:
        for line in diaries.restore(args.file, args.name):
            print(line)
    except diaries.DiaryError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0
