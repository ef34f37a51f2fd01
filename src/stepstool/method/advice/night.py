"""The night: nothing is offered in it, and pages are black."""

from datetime import datetime
from typing import Final

from stepstool.method.evidence import topic

N: Final = topic("today")


def is_night(local: datetime) -> bool:
    """Whether the child's wall clock says night: 20:00 to 06:00."""
    return local.hour >= N.count.night_begins or local.hour < N.count.night_ends
