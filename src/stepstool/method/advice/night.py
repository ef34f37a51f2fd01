"""The evening and the night: when no sit is offered, and when the child sleeps.

From evening on pages are dim, and parents plan; while the child sleeps nothing is asked of it
or said to it, and what would wait for the morning.
"""

from datetime import datetime
from typing import Final

from stepstool.method.evidence import topic

N: Final = topic("today")

# What is done with a child that is awake; the rest is for the grown-ups, or cannot wait.
WITH_THE_CHILD: Final = frozenset(
    {
        "bath_and_knees",
        "before_sleep",
        "give_diaper",
        "hiding_place",
        "pants_kindly",
    }
)
# What the ladder asks of the child, and what a jump ahead does.
ASKS_THE_CHILD: Final = ("ladder.", "advice.")


def is_night(local: datetime) -> bool:
    """Whether the child's wall clock says evening or night: 20:00 to 06:00."""
    return local.hour >= N.count.night_begins or local.hour < N.count.night_ends


def is_asleep(local: datetime) -> bool:
    """Whether the child is taken to sleep: 22:00 to 06:00."""
    return local.hour >= N.count.sleep_begins or local.hour < N.count.night_ends


def waits_for_morning(todo: str) -> bool:
    """Whether a thing to do, by its key, needs a child that is awake."""
    return todo in WITH_THE_CHILD or todo.startswith(ASKS_THE_CHILD)
