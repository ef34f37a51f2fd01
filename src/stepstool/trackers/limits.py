"""How much of a stranger's file is read, in one place: far above any real export, far below harm.

Together they keep the reading of a file within 200 MB of memory (tests/trackers/test_floods.py).
"""

from datetime import timedelta
from typing import Final

LARGEST: Final = 20_000_000
"""Bytes of a file. Ten years of a busy diary are about 5 MB."""

MOST_ROWS: Final = 50_000
"""Rows, or entries, of a tracker's file: five years of 27 a day."""

MOST_ENTRIES: Final = 100_000
"""Entries of a diary of ours, with what they said before; 20 MB hold about so many."""

MOST_PARTS: Final = 1_500_000
"""Cells of a table, lines of a text, values of a JSON. Each costs memory, however short it is."""

MOST_COLUMNS: Final = 200
LONGEST_CELL: Final = 10_000
"""Characters of a cell or a line. A row with a longer one is not understood; the others are."""

YEARS: Final = range(1900, 2200)
"""Of days that are read; the diary itself asks more. Moments beyond their ends are none."""

LONGEST_SPAN: Final = timedelta(days=31)
"""A length that a row says. What is longer is a slip of the thumb or of the tracker."""

MOST_MEMBERS: Final = 100
"""Files in a zip. Its directory may list ten times as many: folders, and what a computer hides."""

LARGEST_UNPACKED: Final = LARGEST
"""Bytes of all files in a zip together, as they are unpacked and not as the zip says."""

TIGHTEST: Final = 100
"""How many times smaller a zip may make its files; text comes to about 20."""

EXAMPLES: Final = 3
LONGEST_EXAMPLE: Final = 200
"""Characters of a row that is shown because it was not understood."""
