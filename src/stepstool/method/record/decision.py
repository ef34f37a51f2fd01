"""The one kind of decision table: rows in their order, of which the first that fits decides.

A table is data that a doctor can read from top to bottom. It refuses, when the module that
holds it is read, what would only show on a family's page: two rows of one name, a row that
stands below one that always fits, and a case that no row decides.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Case = TypeVar("Case")


@dataclass(frozen=True, kw_only=True)
class Row(Generic[Case]):
    """One row. key: its name in the table; fits: of which cases; when: the same for people."""

    key: str
    fits: Callable[[Case], object]
    when: str = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The keys of all sentences that the row may say; a test asks for each of them."""
        return ()


R = TypeVar("R", bound=Row[Any])


class TableError(ValueError):
    """A table does not decide every case in one way; it says which row to mend."""


def always(_: object) -> bool:
    """Fit every case: the last row of a table, and no other."""
    return True


def decision_table(*rows: R) -> tuple[R, ...]:
    """Give the rows as they are. Raises TableError where they are no decision table."""
    faults = list(_faults(rows))
    if faults:
        raise TableError("; ".join(faults))
    return rows


def first_that_fits(rows: Iterable[R], case: object) -> R:
    """Give the row that decides a case."""
    return next(row for row in rows if row.fits(case))


def all_that_fit(rows: Iterable[R], case: object) -> tuple[R, ...]:
    """Give every row that fits, in order, where a table lists what speaks for something."""
    return tuple(row for row in rows if row.fits(case))


def _faults(rows: tuple[Row[Any], ...]) -> Iterator[str]:
    names = Counter(row.key for row in rows)
    for key, times in names.items():
        if times > 1:
            yield f"{times} rows are named “{key}”: give each a key of its own"
    for row in rows[:-1]:
        if row.fits is always:
            yield f"no row below “{row.key}” can be reached: put it last"
    if not rows or rows[-1].fits is not always:
        yield "no row may be left to decide: end with one that has fits=always"
