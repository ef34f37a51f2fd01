"""What the family promises: its own price for a step, and the prize in sight."""

from enum import StrEnum

from stepstool.method.record.entry import Entry, kind
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.question import Choice, Text, Unknown, Whole, ask


@kind("price", lasting=True)
class Price(Entry):
    """What a step earns in this family, in place of what the ladder says.

    jar: so many pieces stand ready from this moment on; unknown: nobody counted them.
    """

    ladder: str | Unknown = ask(Text("Of which ladder?", 60))
    step: int | Unknown = ask(Whole("For which step?", 1, 50, "step, counted from 1"))
    thing: str | Unknown = ask(Text("What is given?", 60))
    chokes: YesNo | Unknown = ask(Choice("Is it hard, round, sticky or chewy?", YesNo))
    first: int | Unknown = ask(Whole("How many the first time?", 1, 50, "pieces"))
    then: int | Unknown = ask(Whole("How many after that?", 1, 50, "pieces"))
    jar: int | Unknown = ask(Whole("How many are in the jar?", 1, 300, "pieces"))


class PrizePicture(StrEnum):
    """What the prize looks like, for a child that cannot read its name."""

    CAR = "car"
    TEDDY = "teddy"
    DINOSAUR = "dinosaur"
    BALL = "ball"
    BOOK = "book"
    KITE = "kite"
    CRAYONS = "crayons"
    SOMETHING = "something"


@kind("prize", lasting=True)
class Prize(Entry):
    """The one small thing that stands in sight, for the first poop in the potty."""

    what: str | Unknown = ask(Text("What is the prize?", 60))
    place: str | Unknown = ask(Text("Where does it stand?", 60))
    picture: PrizePicture | Unknown = ask(
        Choice("Which picture is most like it?", PrizePicture)
    )
