"""How large a file may be, in one place: far above any real export, far below harm."""

from typing import Final

LARGEST: Final = 20_000_000
"""Bytes of a file. Ten years of a busy diary are about 5 MB."""

MOST_ROWS: Final = 200_000
MOST_COLUMNS: Final = 200
LONGEST_CELL: Final = 10_000
"""Characters. A row with a longer cell is not understood; the others are."""

MOST_MEMBERS: Final = 100
"""Files in a zip."""

LARGEST_UNPACKED: Final = 60_000_000
"""Bytes of all files in a zip together."""

TIGHTEST: Final = 100
"""How many times smaller a zip may make its files; text comes to about 20."""

EXAMPLES: Final = 3
LONGEST_EXAMPLE: Final = 200
"""Characters of a row that is shown because it was not understood."""
