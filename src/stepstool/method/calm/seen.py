"""What may speak of a power struggle: which entry shows what (clinical_rules.md, part 6)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from stepstool.method.calm.numbers import LONG_SIT
from stepstool.method.record import UNKNOWN, Entry, Record
from stepstool.method.record.kinds.answers import Mood, YesNo
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import (
    DiaperRequest,
    Prompt,
    PromptKind,
    Sit,
)


class Seen(StrEnum):
    """One thing seen once."""

    OFFERED = "offered"
    REFUSED = "refused"
    TEARS = "tears"
    REMINDED = "reminded"
    MADE_TO = "made_to"
    DIAPER_DENIED = "diaper_denied"
    HARSH_WORDS = "harsh_words"
    HELD = "held"
    NOT_LIGHTER = "not_lighter"
    PARENT_SAYS_SO = "parent_says_so"


@dataclass(frozen=True, kw_only=True)
class Sighting:
    """Something seen at a moment."""

    seen: Seen
    at: datetime


REMINDERS: Final = {PromptKind.ASKED, PromptKind.REMINDED, PromptKind.PUSHED}


def _offered(sit: Sit) -> bool:
    return sit.offered is YesNo.YES


def _refused(sit: Sit) -> bool:
    return _offered(sit) and sit.accepted is YesNo.NO


def _kept_sitting(sit: Sit) -> bool:
    long = sit.minutes is not UNKNOWN and sit.minutes > LONG_SIT
    return long or sit.made_to is YesNo.YES


def _tears(entry: Sit | Prompt | Poop) -> bool:
    return entry.mood is Mood.UPSET


def _tears_without_pain(poop: Poop) -> bool:
    return _tears(poop) and (poop.pain is UNKNOWN or not poop.pain)


def _denied(poop: Poop) -> bool:
    return poop.diaper_asked is YesNo.YES and poop.diaper_given is YesNo.NO


def _says_so(told: Interview) -> bool:
    return told.topic is Topic.FIGHT and told.answers == (Told.YES,)


SIGHTS: Final[tuple[tuple[Seen, type[Entry], Callable[[Any], bool]], ...]] = (
    (Seen.OFFERED, Sit, _offered),
    (Seen.REFUSED, Sit, _refused),
    (Seen.TEARS, Sit, _tears),
    (Seen.TEARS, Prompt, _tears),
    (Seen.TEARS, Poop, _tears_without_pain),
    (Seen.REMINDED, Sit, _offered),
    (Seen.REMINDED, Prompt, lambda prompt: prompt.how in REMINDERS),
    (Seen.MADE_TO, Sit, _kept_sitting),
    (Seen.MADE_TO, Poop, lambda poop: poop.made_to is YesNo.YES),
    (Seen.DIAPER_DENIED, DiaperRequest, lambda asked: asked.given is YesNo.NO),
    (Seen.DIAPER_DENIED, Poop, _denied),
    (Seen.HARSH_WORDS, Prompt, lambda prompt: prompt.is_harsh),
    (Seen.PARENT_SAYS_SO, Interview, _says_so),
)


def sightings(record: Record, since: datetime) -> Iterator[Sighting]:
    """Give what was seen after a moment, kind by kind."""
    for seen, kind, shows in SIGHTS:
        for entry in record.within(kind, since, record.at):
            if shows(entry):
                yield Sighting(seen=seen, at=entry.at)
