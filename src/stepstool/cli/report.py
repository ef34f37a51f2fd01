"""`stepstool report`: the doctor's page from a diary file, for any moment and period."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Final, TypeAlias

from stepstool import method
from stepstool.cli import Subparsers, files
from stepstool.cli.advise import LANGUAGE
from stepstool.cli.complaint import ComplaintError
from stepstool.cli.moments import add_diary_and_moment, moment

LONGEST: Final = 366


def add_parser(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    words = "write the doctor's page of a diary file for a moment"
    parser = subparsers.add_parser("report", help=words, description=words)
    add_diary_and_moment(parser)
    parser.add_argument(
        "--days",
        type=int,
        default=method.evidence_count("report.days"),
        help=f"about how many days, 1 to {LONGEST} (default: %(default)s)",
    )
    parser.add_argument(
        "--leave-out",
        action="append",
        default=[],
        metavar="PART",
        help="a part that is not to go out, such as food; may be given more than once",
    )
    parser.add_argument("--letter", action="store_true", help="on Letter, not A4")
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="FILE",
        help="FILE.pdf, FILE.html, or FILE.json for programs (FHIR R4)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read the diary, write the page, draw it."""
    at, write = moment(args.at), _writer(args.output)
    if not 1 <= args.days <= LONGEST:
        raise ComplaintError(f"--days {args.days} lies outside 1 to {LONGEST}.")
    diary = files.read_diary(args.diary)
    record = method.Record(diary.child, diary.entries, at)
    files.write_bytes(args.output, write(record, args))
    return 0


def _writer(name: str) -> "Writer":
    """Give what writes a file of this name. Raises ComplaintError."""
    ending = PurePath(name).suffix.casefold()
    if ending not in WRITERS:
        endings = ", ".join(WRITERS)
        raise ComplaintError(f"{name}: write a file that ends in one of {endings}.")
    return WRITERS[ending]


def _page(record: method.Record, args: argparse.Namespace) -> method.SpokenReport:
    page = method.report_of(record, args.days)
    spoken = method.spoken_report(page, method.speaker_of(record, LANGUAGE))
    names = list(spoken.parts)
    strange = [name for name in args.leave_out if name not in names]
    if strange:
        raise ComplaintError(
            f"--leave-out {strange[0]}: there is no such part; "
            f"there are {', '.join(names)}."
        )
    return spoken.without(args.leave_out)


def _pdf(record: method.Record, args: argparse.Namespace) -> bytes:
    from stepstool import paper

    size = paper.PaperSize.LETTER if args.letter else paper.PaperSize.A4
    copy = method.bundle_of(record, args.days, args.leave_out)
    page = _page(record, args)
    return paper.pdf_of(page, language=LANGUAGE, paper=size, bundle=copy)


def _html(record: method.Record, args: argparse.Namespace) -> bytes:
    from stepstool import paper

    return paper.html_of(_page(record, args), language=LANGUAGE).encode()


def _bundle(record: method.Record, args: argparse.Namespace) -> bytes:
    _page(record, args)  # refuses a part that is not there
    return method.bundle_of(record, args.days, args.leave_out).encode()


Writer: TypeAlias = Callable[[method.Record, argparse.Namespace], bytes]
WRITERS: Final[Mapping[str, Writer]] = {
    ".pdf": _pdf,
    ".html": _html,
    ".json": _bundle,
}
