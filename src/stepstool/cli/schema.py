"""`stepstool schema`: the JSON Schema of a diary file."""

import argparse
import json

from stepstool import method
from stepstool.cli import Subparsers


def add_parser(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    words = "print the JSON Schema of a diary file: every kind, question and answer"
    parser = subparsers.add_parser("schema", help=words, description=words)
    parser.set_defaults(run=run)


def run(_args: argparse.Namespace) -> int:
    """Print it."""
    print(json.dumps(method.diary_schema(), ensure_ascii=False, indent=2))
    return 0
