"""What a made-up family writes down: the first evening, and of each day what it saw of it.

Some poops are never written, some have no picture, some pictures are one type off; how often
stands in cohort.toml. It never writes what it did not see.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final

from bench.cohort_child import Came, Lived, numbers
from stepstool import method
from stepstool.method.ladder import Ladder
from stepstool.method.record import Child as Whom
from stepstool.method.record import Entry, month, read_entry

BEGIN: Final = datetime(2026, 1, 5, 7, tzinfo=UTC)  # waking
EVENING: Final = timedelta(hours=12)  # seven o'clock, when the page is looked at
ZONE: Final = "Atlantic/Reykjavik"  # which has no summer time
MIA: Final = Whom(born=month("2022-09"), name="Mia", id="mia")
DIARY, BODY = numbers("diary"), numbers("body")
FIELDS: Final = ("place", "where", "wearing", "posture")
# What the diary says of a place before any step, by what a type is like.
ANYWHERE: Final = {"place": "diaper", "where": "living_room"}
HIDDEN: Final = {"place": "diaper", "where": "hiding_place"}
Answers = Mapping[str, Any]


def evening(day: int) -> datetime:
    """Give the moment at which the family looks at the page, from day 0."""
    return BEGIN + timedelta(days=day) + EVENING


def lands(ladder: Ladder | None, step: int, *, hides: bool) -> Answers:
    """Say where a poop lands that reaches a step of a ladder; 0 is where it always did."""
    if ladder is None or step < 1:
        return HIDDEN if hides else ANYWHERE
    wanted = ladder.step(step).success[0]
    said = {name: getattr(wanted, name) for name in FIELDS}
    where = {name: str(min(any_of)) for name, any_of in said.items() if any_of}
    return {"place": "diaper", **where}


class Diary:
    """The entries of one child, in the order in which they were written."""

    def __init__(self, chance: Random) -> None:
        """Begin with the zone."""
        self.chance = chance
        self.entries: list[Entry] = []
        self.unwritten: list[datetime] = []  # poops that nobody wrote down
        self.write("zone", BEGIN, zone=ZONE)

    def write(self, kind: str, at: datetime, **data: Any) -> Entry:
        """Write one entry."""
        row = {
            "id": f"{len(self.entries):05}",
            "kind": kind,
            "at": at.isoformat(),
            "data": data,
        }
        entry = read_entry(row)
        self.entries.append(entry)
        return entry

    def record(self, at: datetime) -> method.Record:
        """Give the record of a moment."""
        return method.Record(MIA, self.entries, at)

    def tell(self, at: datetime, answers: Mapping[str, list[str]]) -> None:
        """Answer questions of the interview."""
        for topic, told in answers.items():
            self.write("interview", at, topic=topic, answers=told)

    def write_poop(self, day: int, poop: Came, place: Answers) -> None:
        """Write a poop, or forget it; without a picture nothing is said of how it was."""
        at = BEGIN + timedelta(days=day, hours=poop.hour)
        if self.chance.random() >= DIARY["written"]:
            self.unwritten.append(at)
            return
        data = dict(place)
        if poop.pain or self.chance.random() < DIARY["typed"]:
            off = self.chance.choice((-1, 1))
            seen = poop.bristol + off * (self.chance.random() < DIARY["one_off"])
            data |= {"bristol": min(7, max(1, seen)), "pain": poop.pain}
        if poop.large:
            data |= {"amount": "large"}
        self.write("poop", at, **data)

    def write_holding(self, day: int, lived: Lived) -> None:
        """Write that it holds, where somebody saw it; and that none came."""
        if lived.holds and self.chance.random() < BODY["seen_holding"]:
            at = BEGIN + timedelta(days=day, hours=9)
            self.write("signal", at, signs=["crossed_legs"], meaning="holding")
        if not lived.poops and self.chance.random() < DIARY["none_tapped"]:
            self.write("none_came", evening(day) - timedelta(minutes=5))
