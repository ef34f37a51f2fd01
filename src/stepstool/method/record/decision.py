"""Decisions: the one kind of table that makes them, and the reasons that they yield.

A table is rows in their order, of which the first that fits decides: data that a doctor can
read from top to bottom. It refuses, when the module that holds it is read, what would only
show on a family's page: two rows of one name, a row that stands below one that always fits,
and a case that no row decides. What a rule saw and what follows is a saying, in no language.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Generic, TypeVar

Case = TypeVar("Case")


@dataclass(frozen=True, kw_only=True)
class Row(Generic[Case]):
    """One row of a decision table."""

    key: str
    """Its name in the table."""
    fits: Callable[[Case], object]
    """Of which cases it is true."""
    when: str = ""
    """The same for people."""

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


@dataclass(frozen=True, order=True)
class Dates:
    """From a day to a day, both included; said as "on …" or "between … and …"."""

    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class Saying:
    """A sentence not yet in any language; `words` turns it into one."""

    key: str
    """Where the catalogue has it."""
    values: Mapping[str, "Value"] = field(default_factory=dict)
    """What fills its gaps, by their names."""


Value = str | int | float | date | datetime | Dates | Saying


@dataclass(frozen=True, kw_only=True)
class Because:
    """One reason of a judgement."""

    rule: str
    """The name of the rule, such as `C2`."""
    saw: Saying
    """What was seen."""
    sources: tuple[str, ...]
    """Where the rule comes from: keys of `evidence.SOURCES`, never empty."""
