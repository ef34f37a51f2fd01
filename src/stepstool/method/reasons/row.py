"""A row of the weights: a fact, what it does to a reason, and who says so."""

from dataclasses import dataclass
from typing import Final

from stepstool.method.reasons.keys import Of, Speaks


@dataclass(frozen=True)
class Row:
    """One row. sources: keys of `evidence.SOURCES`.

    of: what the fear is of, or which event; without it the row speaks to all of them.
    alone: it counts only if nothing else is known. caps: while it holds, small signs alone,
    however many, make the reason no more than possible. decides: while it holds, the reason
    is likely, whatever speaks against it.
    """

    fact: str
    speaks: Speaks
    sources: tuple[str, ...]
    of: Of | None = None
    alone: bool = False
    caps: bool = False
    decides: bool = False


FOR_2: Final = Speaks.STRONGLY_FOR
FOR: Final = Speaks.FOR
AGAINST: Final = Speaks.AGAINST
AGAINST_2: Final = Speaks.STRONGLY_AGAINST
