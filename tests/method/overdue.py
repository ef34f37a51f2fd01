"""The build's warning: numbers that nobody held against their sources for too long.

See it with `.venv/bin/python -m tests.method.overdue`; it never fails the build.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime

from stepstool.method.evidence import NUMBERS, REVIEWED_AGAIN, overdue


def warnings(on: date) -> Iterator[str]:
    """Warn of each number that is overdue on a day."""
    for each in overdue(on):
        yield (
            f"Warning: {each.key} ({each.value:g} {each.unit}) was last reviewed on "
            f"{each.reviewed}; sources: {', '.join(each.sources)}."
        )


def main() -> None:
    """Tell of today."""
    fine = f"All {len(NUMBERS)} numbers were reviewed within {REVIEWED_AGAIN} months."
    today = datetime.now(UTC).date()
    sys.stdout.write("\n".join(list(warnings(today)) or [fine]) + "\n")


if __name__ == "__main__":
    main()
