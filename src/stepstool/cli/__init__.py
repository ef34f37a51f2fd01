"""The command line: one module per command.

Each module in `COMMANDS` offers `add_parser(subparsers)`, which adds its parser
and calls `set_defaults(run=function)`; `function(args)` returns the exit code.
What needs Django imports `stepstool.cli.house` inside that function, so that
`advise`, `report`, `import` and `schema` work, and start quickly, without it.
"""

import argparse
import importlib
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from importlib import metadata
from typing import Any, Final, TextIO, TypeAlias
from unicodedata import category

Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - the type has no public name

INTERRUPTED = 130
"""The exit code of a command that Ctrl+C ended."""

COMMANDS = (
    "serve", "advise", "report", "import_", "schema", "export", "backup", "restore", "tidy", "nightly",
    "user", "doctor", "sentences",
)  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says how it went."""
    from stepstool.cli import complaint

    try:
        with plainly():
            args = parser().parse_args(argv)
            return complaint.answered(args.run, args)
    except KeyboardInterrupt:
        return INTERRUPTED


@contextmanager
def plainly() -> Iterator[None]:
    """Let no sign reach the terminal that would move, colour or hide what stands there.

    What a stranger's file says comes back in a report, an error, a diary that is written out.
    """
    out, err = sys.stdout, sys.stderr
    with redirect_stdout(_Plain(out)), redirect_stderr(_Plain(err)):
        yield


class _Plain:
    """A stream for people: other signs come as they stand in JSON, where they mean the same."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write what can be read, and the number of what can't."""
        self._stream.write(text if _is_readable(text) else "".join(map(_shown, text)))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _is_readable(text: str) -> bool:
    return text.isprintable() or all(map(_is_shown, text))


def _shown(sign: str) -> str:
    """Give a sign, or its number."""
    return (
        sign if _is_shown(sign) else json.dumps(sign)[1:-1].replace("\x7f", "\\u007f")
    )


def _is_shown(sign: str) -> bool:
    return sign in _LINES or sign in _JOINERS or category(sign) not in _UNSEEN


_LINES: Final = "\n\t"
_JOINERS: Final = "\u200c\u200d"
"""Between letters of some scripts, and the parts of a picture."""

_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Of the Unicode categories: control, format, half a character, and other ends of a line."""


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
