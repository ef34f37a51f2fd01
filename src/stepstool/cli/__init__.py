"""The command line: one module per command.

Each module in `COMMANDS` offers `add_parser(subparsers)`, which adds its parser
and calls `set_defaults(run=function)`; `function(args)` returns the exit code.
What needs Django imports `stepstool.cli.house` inside that function, so that
`advise`, `report`, `import` and `schema` work, and start quickly, without it.
"""

import argparse
import importlib
from collections.abc import Sequence
from importlib import metadata
from typing import TypeAlias

Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - the type has no public name

INTERRUPTED = 130
"""The exit code of a command that Ctrl+C ended."""

COMMANDS = (
    "serve", "advise", "report", "import_", "schema", "export", "backup", "restore", "tidy", "nightly",
    "user", "doctor", "sentences",
)  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says how it went."""
    try:
        from stepstool.cli import complaint

        args = parser().parse_args(argv)
        return complaint.answered(args.run, args)
    except KeyboardInterrupt:
        return INTERRUPTED


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    words = "A companion for families whose child will not poop on the potty."
    top = argparse.ArgumentParser(prog="stepstool", description=words)
    top.add_argument(
        "--version", action="version", version=metadata.version("stepstool")
    )
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for name in COMMANDS:
        importlib.import_module(f"stepstool.cli.{name}").add_parser(commands)
    return top
