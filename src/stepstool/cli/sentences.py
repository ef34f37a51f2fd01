"""`stepstool sentences`: how much of each language is there, and a new language's folder."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from stepstool.cli import Subparsers
from stepstool.cli.complaint import ComplaintError

if TYPE_CHECKING:
    from stepstool.sentences import folders


def add_parser(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    words = (
        "count the sentences that each language has, and name those that are missing"
    )
    parser = subparsers.add_parser("sentences", help=words, description=words)
    parser.add_argument(
        "--in", dest="place", type=Path, help="another folder than ours"
    )
    first = parser.add_mutually_exclusive_group()
    first.add_argument(
        "--add",
        metavar="LANGUAGE",
        help="make the folder of a language (de, pt_BR), or bring it up to date",
    )
    first.add_argument(
        "--make-up",
        action="store_true",
        help="make the folder of a made-up language, to see what is not translated",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do what is asked, compile, and count."""
    from stepstool.sentences import compiling, folders, written

    place = args.place or compiling.LOCALE
    if args.add is not None:
        folders.add(place / _folder(args.add))
    if args.make_up:
        folders.make_up(place)
    for line in compiling.compile_all(place):
        print(line)
    of = {name: len(entries) for name, entries in written.written().items()}
    print("en: {method} sentences of the method, {django} of pages".format(**of))
    for count in folders.counts(place):
        _tell(count, with_names=not args.add)
    return 0


def _folder(language: str) -> str:
    """Give the folder's name, as gettext and Django write it."""
    from django.utils.translation import to_locale

    if not language.replace("-", "_").replace("_", "").isalnum():
        raise ComplaintError("A language is written like de or pt_BR.")
    return to_locale(language.lower().replace("_", "-"))


def _tell(count: "folders.Count", *, with_names: bool) -> None:
    state = "" if count.offered else ", a draft: not offered to families"
    print(f"{count.folder}: {count.there} of {count.of} sentences{state}")
    if with_names:
        for catalogue, names in count.missing.items():
            for name in names:
                print(f"  {catalogue}: {name}")
