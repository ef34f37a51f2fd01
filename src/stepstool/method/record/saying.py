"""What a rule saw and what follows, as a key and values; `words` turns it into language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, order=True)
class Dates:
    """From a day to a day, both included; said as "on …" or "between … and …"."""

    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class Saying:
    """A sentence not yet in any language. key: where `words` finds it; values: its gaps."""

    key: str
    values: Mapping[str, "Value"] = field(default_factory=dict)


Value = str | int | float | date | datetime | Dates | Saying


@dataclass(frozen=True, kw_only=True)
class Because:
    """One reason of a judgement: the rule, what was seen, and where the rule comes from.

    rule: its name, such as `C2`; sources: keys of `evidence.SOURCES`, never empty.
    """

    rule: str
    saw: Saying
    sources: tuple[str, ...]
