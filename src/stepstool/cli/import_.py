"""`stepstool import`: another app's export, or a diary of ours, into a diary file."""

import argparse
import sys
from dataclasses import replace
from typing import TextIO

from stepstool import method, trackers
from stepstool.cli import Subparsers, files
from stepstool.cli.complaint import ComplaintError
from stepstool.cli.imported import lines

NOWHERE = method.DiaryFile(child=method.Child(), entries=())
CURES = {
    "date_order": "Say it with --dates day-first or --dates month-first.",
    "child": "Say it with --child NAME.",
}


def add_parser(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    words = "read another app's export into a diary file"
    parser = subparsers.add_parser("import", help=words, description=words)
    names = ", ".join(tracker.key for tracker in trackers.FORMATS)
    parser.add_argument(
        "file", metavar="FILE", help="the export; - reads what comes in"
    )
    parser.add_argument(
        "--format", metavar="NAME", help=f"{names}; without it we look for ourselves"
    )
    parser.add_argument(
        "--zone", help="where the family was, such as Europe/London; files seldom say"
    )
    parser.add_argument("--born", metavar="MONTH", help="birth month, such as 2021-11")
    parser.add_argument("--into", metavar="DIARY", help="a diary file to add to")
    parser.add_argument(
        "-o", "--output", metavar="DIARY", required=True, help="- writes it out"
    )
    parser.add_argument(
        "--dates",
        choices=("day-first", "month-first"),
        help="what 3/4/2025 means, where the file does not show it",
    )
    parser.add_argument(
        "--child", default="", metavar="NAME", help="which one, if it is about several"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read, unite, write, and report what was not understood."""
    diary = _born(files.read_diary(args.into) if args.into else NOWHERE, args.born)
    data = files.read_bytes(args.file, trackers.LARGEST)
    reading = _read(data, args, diary)
    united = trackers.unite(diary, reading)
    files.write_text(args.output, method.write_diary(united.diary))
    _report(reading, united, _beside(args.output))
    return 0


def _read(
    data: bytes, args: argparse.Namespace, diary: method.DiaryFile
) -> trackers.Reading:
    try:
        return trackers.read(
            data,
            _zone(args.zone, diary, data),
            diary.child.id,
            name=args.file,
            format=args.format,
            date_order=args.dates and args.dates.replace("-", "_"),
            child=args.child,
        )
    except trackers.NotUnderstoodError as error:
        raise ComplaintError(f"{error} {CURES.get(error.key, '')}".rstrip()) from None


def _zone(named: str | None, diary: method.DiaryFile, data: bytes) -> str:
    """Give the zone that was told, else the diary's own; a file of ours knows it itself."""
    if named:
        return named
    for zone in reversed(method.zones_of(diary.entries)):
        return str(zone.zone)
    if trackers.recognise(None, data).has_zone:
        return method.NOWHERE
    raise ComplaintError(
        "These times have no time zone. Say where the family was with --zone, such as "
        "--zone Europe/London."
    )


def _born(diary: method.DiaryFile, born: str | None) -> method.DiaryFile:
    if born is None:
        return diary
    try:
        return replace(diary, child=replace(diary.child, born=method.month(born)))
    except ValueError as error:
        raise ComplaintError(f"--born: {error}.") from None


def _beside(output: str) -> TextIO:
    """Give where to report, so that a diary that is written out stays clean."""
    return sys.stderr if output == files.STREAM else sys.stdout


def _report(reading: trackers.Reading, united: trackers.United, where: TextIO) -> None:
    for line in lines(reading, united):
        print(line.replace("\n", " "), file=where)
