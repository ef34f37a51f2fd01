"""Mia's six weeks, mid-way through the steps: sore at first, then soft, now on the seat.

They begin as the made-up diary of who looks around does; then her parents have a plan.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from stepstool import method
from stepstool.web.diary import writing
from stepstool.web.diary.example import example_entries
from tests.web.cast import Cast, Person

AFTERNOON: Final = datetime(2026, 3, 4, 16, 40, tzinfo=UTC)
# The plan began so many days before.
BEGUN: Final = 20
SOFT: Final = {"place": "diaper", "where": "bathroom", "bristol": 4, "pain": 0}
LID, SEAT = {"posture": "sitting_on_lid"}, {"posture": "sitting_on_seat"}
# Days ago, clock, kind, answers: as Anna wrote them, and as Ben did.
Line = tuple[int, str, str, dict[str, Any]]
PLAN: Final = {"ladder": "b", "ladder_version": 1, "child_agreed": "yes"}
ANNA: Final[tuple[Line, ...]] = (
    (21, "20:10", "settings", {"treat": "smarties", "sweets": "yes", "things": "yes"}),
    (20, "08:10", "plan", PLAN | {"move": "start", "step": 1}),
    (20, "17:20", "poop", SOFT | {"posture": "standing"}),
    (17, "12:40", "poop", SOFT | {"posture": "standing"}),
    (14, "17:10", "poop", SOFT | {"mood": "fine"}),
    (13, "08:05", "plan", PLAN | {"move": "move_on", "step": 2}),
    (12, "12:35", "sit", {"accepted": "yes", "place": "potty", "minutes": 3}),
    (11, "17:00", "poop", SOFT | LID | {"mood": "fine"}),
    (8, "12:50", "poop", SOFT | LID | {"mood": "proud"}),
    (6, "08:00", "plan", PLAN | {"move": "move_on", "step": 3}),
    (6, "17:15", "poop", SOFT | SEAT | {"mood": "uneasy"}),
    (5, "17:05", "signal", {"signs": ["going_quiet"], "meaning": "about_to_go"}),
    (3, "17:00", "poop", SOFT | SEAT | {"mood": "fine"}),
    (1, "17:20", "poop", SOFT | SEAT | {"mood": "fine"}),
    (0, "07:30", "meal", {"meal": "breakfast"}),
)
BEN: Final[tuple[Line, ...]] = (
    (18, "17:05", "poop", SOFT | {"mood": "fine"}),
    (15, "17:30", "poop", SOFT | {"bristol": 5}),
    (13, "17:25", "poop", SOFT | LID | {"mood": "fine"}),
    (10, "17:35", "poop", SOFT | LID | {"mood": "fine"}),
    (9, "18:20", "diaper_request", {"given": "yes", "where": "bathroom"}),
    (7, "17:05", "poop", SOFT | LID | {"mood": "fine"}),
    (4, "17:30", "poop", SOFT | SEAT | {"pain": 1}),
    (0, "12:50", "diaper_request", {"given": "yes", "where": "bathroom"}),
    (0, "12:55", "poop", SOFT | SEAT | {"mood": "proud"}),
    *((days, "19:45", "none_came", {}) for days in (19, 16, 12, 9, 5, 2)),
    *(
        (days, "07:50", "medicine_given", {"medicine": "softener", "outcome": "given"})
        for days in range(BEGUN, -1, -1)
    ),
)
# What pages about an entry are shown with, by the name of their address.
NEWEST: Final = {"poop": "ben 0 12:55", "diaper-given": "ben 0 12:50"}


def lived(cast: Cast) -> None:
    """Write all of it into Mia's diary."""
    _write(cast, cast.anna, [*_early(), *_read("anna", ANNA)])
    _write(cast, cast.ben, _read("ben", BEN))


def _early() -> Iterator[method.Entry]:
    until = AFTERNOON - timedelta(days=BEGUN)
    early = (entry for entry in example_entries(AFTERNOON) if entry.at < until)
    return (entry for entry in early if entry.KIND != "zone")


def _read(who: str, lines: tuple[Line, ...]) -> Iterator[method.Entry]:
    for days, clock, kind, data in lines:
        at = f"{(AFTERNOON - timedelta(days=days)).date()}T{clock}:00Z"
        raw = {"id": f"{who} {days} {clock}", "kind": kind, "at": at, "data": data}
        yield method.read_entry(raw)


def _write(cast: Cast, who: Person, entries: Iterator[method.Entry] | list) -> None:
    writing.write(who.membership, cast.mia, list(entries))
