"""Facts that hold from a moment on: zone, settings, the plan, and rewards given."""

from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

from stepstool.method.record.entry import Entry, kind
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.question import (
    UNKNOWN,
    AnswerFault,
    Choice,
    Day,
    Text,
    Unknown,
    Whole,
    ask,
)


class Pronoun(StrEnum):
    """How sentences speak of the child."""

    SHE = "she"
    HE = "he"
    THEY = "they"
    NAME_ONLY = "name_only"


class Move(StrEnum):
    """A decision about the plan."""

    START = "start"
    MOVE_ON = "move_on"
    STAY = "stay"
    STEP_BACK = "step_back"
    TAKE_A_BREAK = "take_a_break"
    GO_ON = "go_on"
    END = "end"


class RewardKind(StrEnum):
    """What kind of thing was given."""

    STICKER = "sticker"
    SPECIAL_STICKER = "special_sticker"
    TREAT = "treat"
    PRIZE = "prize"
    OTHER = "other"


class Fading(StrEnum):
    """How loud a success is rewarded: from every time down to words."""

    EVERY_TIME = "every_time"
    EVERY_SECOND = "every_second"
    SURPRISE = "surprise"
    WORDS = "words"


class Talks(StrEnum):
    """How much the child talks."""

    SENTENCES = "sentences"
    FEW_WORDS = "few_words"
    NO_WORDS = "no_words"


class Loudness(StrEnum):
    """How loud the child likes praise."""

    ALOUD = "aloud"
    QUIET = "quiet"


@kind("zone", lasting=True)
class Zone(Entry):
    """The time zone the child lives in, from this moment on."""

    zone: str | Unknown = ask(Text("Which time zone?", 64))

    def _contradictions(self) -> list[AnswerFault]:
        name = self._sound("zone")
        if name is UNKNOWN or is_zone(name):
            return []
        allowed = "the name of a time zone such as Europe/London"
        cure = "Look the name up in the list of time zones"
        return [AnswerFault(field="zone", value=name, allowed=allowed, cure=cure)]


def is_zone(name: str) -> bool:
    """Whether this names a time zone of the IANA list."""
    try:
        return ZoneInfo(name).key == name
    except (KeyError, ValueError, OSError):
        return False


@kind("settings", lasting=True)
class Settings(Entry):
    """What the family chose; each answer replaces the one before, the others stay."""

    word: str | Unknown = ask(Text("The family’s own word for poop", 30))
    pronoun: Pronoun | Unknown = ask(Choice("How do we speak of %(name)s?", Pronoun))
    talks: Talks | Unknown = ask(Choice("How does %(name)s talk?", Talks))
    praise: Loudness | Unknown = ask(Choice("How does %(name)s like praise?", Loudness))
    sweets: YesNo | Unknown = ask(Choice("Are sweets fine as rewards?", YesNo))
    things: YesNo | Unknown = ask(Choice("Are things fine as rewards?", YesNo))
    treat: str | Unknown = ask(Text("What may %(name)s earn?", 60))
    treat_chokes: YesNo | Unknown = ask(
        Choice("Is it hard, round, sticky or chewy?", YesNo)
    )
    allergies: str | Unknown = ask(Text("What must %(name)s not eat?", 200))
    fading: Fading | Unknown = ask(Choice("When is there a treat?", Fading))
    windows: int | Unknown = ask(Whole("How many offers a day?", 0, 3, "offers a day"))


@kind("plan", lasting=True)
class Plan(Entry):
    """A decision about the plan: absolute, so that two of them can be compared."""

    move: Move | Unknown = ask(Choice("What was decided?", Move))
    ladder: str | Unknown = ask(Text("Which ladder?", 60))
    ladder_version: int | Unknown = ask(
        Whole("Which version of it?", 1, 10_000, "version")
    )
    step: int | Unknown = ask(Whole("On which step?", 1, 50, "step, counted from 1"))
    until_day: date | Unknown = ask(Day("When to look again?"))
    child_agreed: YesNo | Unknown = ask(
        Choice("Was %(name)s asked, and agreed?", YesNo)
    )


@kind("reward", lasting=True)
class Reward(Entry):
    """Something given, never taken back. cause: the id of the entry it was given for."""

    reward: RewardKind | Unknown = ask(Choice("What kind?", RewardKind))
    what: str | Unknown = ask(Text("What was it?", 100))
    amount: int | Unknown = ask(Whole("How many?", 0, 100, "pieces"))
    cause: str | Unknown = ask(Text("For what?", 100))
    ladder: str | Unknown = ask(Text("Of which ladder?", 60))
    step: int | Unknown = ask(Whole("For which step?", 1, 50, "step, counted from 1"))
