"""What leads to a poop, or does not: pees, sits, signals, requests and reminders."""

from enum import StrEnum
from typing import Final

from stepstool.method.record.entry import Entry, kind
from stepstool.method.record.kinds.answers import Mood, Where, YesNo
from stepstool.method.record.kinds.poop import Place
from stepstool.method.record.question import Choice, Several, Unknown, Whole, ask


class EndedBy(StrEnum):
    """Who ended a sit."""

    CHILD = "child"
    ADULT = "adult"


class Sign(StrEnum):
    """What a body or a child does before a poop, or against it."""

    GRUNTING = "grunting"
    RED_FACE = "red_face"
    SQUATTING = "squatting"
    HIDING = "hiding"
    GOING_QUIET = "going_quiet"
    GAS = "gas"
    TUMMY_HOLDING = "tummy_holding"
    STIFF_LEGS = "stiff_legs"
    CROSSED_LEGS = "crossed_legs"
    TIPTOES = "tiptoes"
    ARCHED_BACK = "arched_back"
    CLENCHED = "clenched"
    ASKING_FOR_DIAPER = "asking_for_diaper"
    OTHER = "other"


class Meaning(StrEnum):
    """What the grown-up took a signal for."""

    ABOUT_TO_GO = "about_to_go"
    HOLDING = "holding"


class PromptKind(StrEnum):
    """How a grown-up brought it up."""

    ASKED = "asked"
    REMINDED = "reminded"
    PUSHED = "pushed"
    HARSH_WORDS = "harsh_words"
    THREAT = "threat"
    PUNISHMENT = "punishment"


HARSH: Final = {PromptKind.HARSH_WORDS, PromptKind.THREAT, PromptKind.PUNISHMENT}


@kind("pee")
class Pee(Entry):
    """A pee."""

    place: Place | Unknown = ask(Choice("Where did it land?", Place))


@kind("sit")
class Sit(Entry):
    """Some minutes on the potty or toilet, or the offer of them."""

    offered: YesNo | Unknown = ask(Choice("Was it a grown-up’s idea?", YesNo))
    accepted: YesNo | Unknown = ask(Choice("Did %(name)s sit?", YesNo))
    place: Place | Unknown = ask(Choice("On what?", Place))
    minutes: int | Unknown = ask(Whole("How many minutes?", 0, 120, "minutes"))
    feet_supported: YesNo | Unknown = ask(Choice("Feet on something firm?", YesNo))
    ended_by: EndedBy | Unknown = ask(Choice("Who ended it?", EndedBy))
    made_to: YesNo | Unknown = ask(Choice("Did somebody insist?", YesNo))
    mood: Mood | Unknown = ask(Choice("How was %(name)s with it?", Mood))


@kind("signal")
class Signal(Entry):
    """Something seen that announces a poop or holds it back."""

    signs: tuple[Sign, ...] | Unknown = ask(Several("What was to be seen?", Sign))
    meaning: Meaning | Unknown = ask(Choice("About to go, or holding?", Meaning))


@kind("diaper_request")
class DiaperRequest(Entry):
    """The child asked for a diaper to poop in."""

    given: YesNo | Unknown = ask(Choice("Was it given?", YesNo))
    where: Where | Unknown = ask(Choice("Where was it put on?", Where))
    mood: Mood | Unknown = ask(Choice("How was %(name)s with it?", Mood))


@kind("prompt")
class Prompt(Entry):
    """A grown-up asked, reminded, or worse; written down to see it, never to blame."""

    how: PromptKind | Unknown = ask(Choice("How did it come up?", PromptKind))
    mood: Mood | Unknown = ask(Choice("How was %(name)s with it?", Mood))

    @property
    def is_harsh(self) -> bool:
        """Whether it was a harsh word, a threat or a punishment."""
        return self.how in HARSH
