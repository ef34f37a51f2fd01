"""Unknown: a value of its own, never the same as no, none or zero."""

from enum import Enum
from typing import Final


class Unknown(Enum):
    """The one answer that every question takes."""

    UNKNOWN = "unknown"

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = Unknown.UNKNOWN
