"""`stepstool tidy`: let go of what families removed or edited more than 30 days ago."""

import argparse

from stepstool.cli import Subparsers


def add_parser(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    words = "let go of ended sessions, and of what was removed or edited more than 30 days ago"
    parser = subparsers.add_parser("tidy", help=words, description=words)
    parser.set_defaults(run=run)


def run(_args: argparse.Namespace) -> int:
    """Tidy, and say what was let go of."""
    from stepstool.cli.house import tidying

    tidied = tidying.tidy()
    print(
        f"Emptied {tidied.removed} entries that were removed long ago, and what others "
        f"said before ({tidied.edited})."
    )
    return 0
