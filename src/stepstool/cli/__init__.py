"""The command line: one module per command.

Each module in `COMMANDS` offers `add_parser(subparsers)`, which adds its parser
and calls `set_defaults(run=function)`; `function(args)` returns the exit code.
Modules import Django only inside their functions, so that `advise`, `import`
and `schema` work, and start quickly, without it.
"""

import argparse
import importlib
import importlib.util
from collections.abc import Sequence
from importlib import metadata

COMMANDS = ("serve", "advise", "import_", "schema", "backup", "restore", "user")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says how it went."""
    args = parser().parse_args(argv)
    return int(args.run(args))


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = argparse.ArgumentParser(prog="stepstool", description=__doc__)
    top.add_argument("--version", action="version", version=version())
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for name in filter(_is_there, COMMANDS):
        importlib.import_module(f"stepstool.cli.{name}").add_parser(commands)
    return top


def version() -> str:
    """Return the version of the installed package."""
    return metadata.version("stepstool")


def _is_there(name: str) -> bool:
    return importlib.util.find_spec(f"stepstool.cli.{name}") is not None
