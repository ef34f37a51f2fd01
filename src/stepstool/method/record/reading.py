"""What a rule needs to read: which kinds of entry, and how far back (rule 8 of the house)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from stepstool.method.record.entry import Entry


@dataclass(frozen=True, kw_only=True)
class Reads:
    """One declaration: a kind, and how far back from the moment; None is in full.

    Only lasting kinds may be read in full: they are rare.
    """

    kind: type[Entry]
    back: timedelta | None = None

    def __post_init__(self) -> None:
        """Refuse to read in full what a family writes every day."""
        if self.back is None and not self.kind.LASTING:
            raise ValueError(f"{self.kind.KIND} is not lasting; say how far back.")


def union(declared: Iterable[Reads]) -> tuple[Reads, ...]:
    """For each kind the farthest look-back that any rule declares."""
    farthest: dict[type[Entry], timedelta | None] = {}
    for each in declared:
        known = farthest.get(each.kind, timedelta(0))
        full = each.back is None or known is None
        farthest[each.kind] = None if full else max(known, each.back)  # type: ignore[type-var]
    return tuple(Reads(kind=kind, back=back) for kind, back in farthest.items())
