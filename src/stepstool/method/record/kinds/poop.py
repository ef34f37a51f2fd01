"""Poops, and days said to be without one."""

from datetime import date
from enum import StrEnum
from typing import Final

from stepstool.method.record.entry import Entry, kind
from stepstool.method.record.kinds.answers import Mood, Where, YesNo
from stepstool.method.record.question import (
    UNKNOWN,
    AnswerFault,
    Choice,
    Day,
    Several,
    Text,
    Unknown,
    Whole,
    ask,
)


class Place(StrEnum):
    """What the poop landed in."""

    DIAPER = "diaper"
    PULL_UP = "pull_up"
    PANTS = "pants"
    POTTY = "potty"
    TOILET = "toilet"
    FLOOR = "floor"
    BATH = "bath"
    OTHER = "other"


POTTY_OR_TOILET: Final = frozenset({Place.POTTY, Place.TOILET})
IN_A_DIAPER: Final = frozenset({Place.DIAPER, Place.PULL_UP})
IN_CLOTHES: Final = frozenset({Place.PANTS, Place.FLOOR, Place.BATH})


class Wearing(StrEnum):
    """What the child wore."""

    DIAPER = "diaper"
    DIAPER_WITH_SLIT = "diaper_with_slit"
    DIAPER_WITH_HOLE = "diaper_with_hole"
    PULL_UP = "pull_up"
    PANTS = "pants"
    NOTHING = "nothing"


class Posture(StrEnum):
    """How the child stood, squatted, sat or lay."""

    STANDING = "standing"
    LYING = "lying"
    SQUATTING = "squatting"
    SQUATTING_ON_LID = "squatting_on_lid"
    SQUATTING_ON_SEAT = "squatting_on_seat"
    SITTING_ON_LID = "sitting_on_lid"
    SITTING_ON_SEAT = "sitting_on_seat"
    SITTING_ON_POTTY = "sitting_on_potty"


class Witness(StrEnum):
    """Whether somebody saw it come."""

    SEEN = "seen"
    FOUND_LATER = "found_later"


class Sleeping(StrEnum):
    """Whether the child slept."""

    ASLEEP = "asleep"
    AWAKE = "awake"


class Beginning(StrEnum):
    """How it began."""

    TOLD = "told"
    WAS_PROMPTED = "was_prompted"
    HID = "hid"


class Brussels(StrEnum):
    """The four classes of the Brussels Infant and Toddler Stool Scale (diapers)."""

    HARD = "hard"
    FORMED = "formed"
    LOOSE = "loose"
    WATERY = "watery"


class Amount(StrEnum):
    """How much came."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"
    BLOCKS_THE_TOILET = "blocks_the_toilet"


class Blood(StrEnum):
    """Where blood was seen."""

    NONE = "none"
    ON_THE_SURFACE = "on_the_surface"
    MIXED_IN = "mixed_in"


class Soiling(StrEnum):
    """Poop in the clothes that is not a whole poop."""

    SMEAR = "smear"
    MORE = "more"


@kind("poop")
class Poop(Entry):
    """A poop, wherever it landed.

    imported and bristol_low to bristol_high hold another app's word for the texture and
    the range of Bristol types it may mean; such a range is never a type.
    """

    place: Place | Unknown = ask(Choice("Where did it land?", Place))
    where: Where | Unknown = ask(Choice("Where was that?", Where))
    wearing: Wearing | Unknown = ask(Choice("What was %(name)s wearing?", Wearing))
    posture: Posture | Unknown = ask(Choice("In which position?", Posture))
    witness: Witness | Unknown = ask(Choice("Seen, or found later?", Witness))
    sleeping: Sleeping | Unknown = ask(Choice("Asleep or awake?", Sleeping))
    diaper_asked: YesNo | Unknown = ask(Choice("Did %(name)s ask for a diaper?", YesNo))
    diaper_given: YesNo | Unknown = ask(Choice("Was it given?", YesNo))
    began: tuple[Beginning, ...] | Unknown = ask(
        Several("How did it begin?", Beginning)
    )
    made_to: YesNo | Unknown = ask(Choice("Did somebody insist on that place?", YesNo))
    mood: Mood | Unknown = ask(Choice("How was %(name)s with it?", Mood))
    bristol: int | Unknown = ask(
        Whole("Which one looks most like it?", 1, 7, "Bristol type")
    )
    brussels: Brussels | Unknown = ask(
        Choice("Which one looks most like it?", Brussels)
    )
    amount: Amount | Unknown = ask(Choice("How much?", Amount))
    pain: int | Unknown = ask(
        Whole("Did it hurt?", 0, 3, "0 no, 1 a little, 2 cried or said so, 3 screamed")
    )
    strain: YesNo | Unknown = ask(Choice("Was it hard work?", YesNo))
    blood: Blood | Unknown = ask(Choice("Any blood?", Blood))
    soiling: Soiling | Unknown = ask(Choice("Only in the clothes: how much?", Soiling))
    noticed: YesNo | Unknown = ask(Choice("Did %(name)s notice?", YesNo))
    imported: str | Unknown = ask(Text("In the other app’s words", 200))
    bristol_low: int | Unknown = ask(
        Whole("Picture 1 to 7, at least", 1, 7, "Bristol type")
    )
    bristol_high: int | Unknown = ask(
        Whole("Picture 1 to 7, at most", 1, 7, "Bristol type")
    )

    def _contradictions(self) -> list[AnswerFault]:
        low, high = self._sound("bristol_low"), self._sound("bristol_high")
        if low is UNKNOWN or high is UNKNOWN or low <= high:
            return []
        cure = "Swap the two"
        allowed = f"{low} to 7, since bristol_low is {low}"
        return [
            AnswerFault(field="bristol_high", value=high, allowed=allowed, cure=cure)
        ]


@kind("none_came")
class NoneCame(Entry):
    """A day said to be without poop; with `since`, all days from that one on."""

    since: date | Unknown = ask(Day("None since which day?"))
