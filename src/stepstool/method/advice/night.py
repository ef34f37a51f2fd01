"""The night: nothing is offered in it, and pages are black."""

from datetime import datetime
from typing import Final

from stepstool.method.evidence import count

NIGHT_BEGINS: Final = count("today.night_begins")
NIGHT_ENDS: Final = count("today.night_ends")


def is_night(local: datetime) -> bool:
    """Whether the child's wall clock says night: 20:00 to 06:00."""
    return local.hour >= NIGHT_BEGINS or local.hour < NIGHT_ENDS
