"""A listening session: feelings about the potty, heard and not argued with (M10)."""

from enum import StrEnum

from stepstool.method.record.entry import Entry, kind
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.question import Choice, Unknown, Whole, ask


class StoppedBy(StrEnum):
    """What ended a session."""

    CHILD = "child"
    ADULT = "adult"
    OVER = "over"
    TIME = "time"


class GrownUp(StrEnum):
    """How the grown-up was who listened."""

    RESTED = "rested"
    TIRED = "tired"
    AT_THE_END = "at_the_end"


STRENGTH = "0 none, 4 a storm"


@kind("listening", lasting=True)
class Listening(Entry):
    """A listening session. Rare, and read in full: whether the storms become lighter.

    One without minutes and end may still go on.
    """

    strength_before: int | Unknown = ask(
        Whole("How strong were the feelings when they came?", 0, 4, STRENGTH)
    )
    strength_after: int | Unknown = ask(
        Whole("And at the end?", 0, 4, STRENGTH),
    )
    minutes: int | Unknown = ask(Whole("How many minutes?", 0, 240, "minutes"))
    stopped_by: StoppedBy | Unknown = ask(Choice("What ended it?", StoppedBy))
    child_talks: YesNo | Unknown = ask(
        Choice("Does %(name)s talk in sentences?", YesNo)
    )
    grown_up: GrownUp | Unknown = ask(Choice("How was the one who listened?", GrownUp))
