"""What is wrong with an entry, said so that the one who wrote it can mend it."""

from collections.abc import Sequence
from dataclasses import dataclass
from reprlib import Repr

_shown = Repr()
_shown.maxstring = _shown.maxother = 60


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing that can't be true: the field, its value, what is allowed, the cure."""

    field: str
    value: object
    allowed: str
    cure: str

    def __str__(self) -> str:
        shown = _shown.repr(self.value)
        return f"{self.field} is {shown}; allowed is {self.allowed}. {self.cure}."


class NonsenseError(ValueError):
    """An entry that can't be; it names all its faults at once."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(" ".join(map(str, self.faults)))
