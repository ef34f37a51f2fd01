"""What is due, as lines with buttons: what is new one by one, what is older together."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final, NamedTuple

from stepstool import method
from stepstool.web.diary import words
from stepstool.web.diary.visit import Visit

Slot = method.Slot
# Asked about one by one: what was earned today and yesterday.
NEW: Final = timedelta(days=1)
PICTURES: Final[Mapping[Slot, str]] = {
    Slot.STEP: "reward",
    Slot.SPECIAL: "special_sticker",
    Slot.STICKER: "sticker",
    Slot.PRIZE: "prize",
}


class Choice(NamedTuple):
    """Something to give instead."""

    key: str
    words: str


class DueRow(NamedTuple):
    """One thing that is due."""

    id: str
    text: str
    when: str
    picture: str
    instead: tuple[Choice, ...]


def new_rows(visit: Visit) -> tuple[DueRow, ...]:
    """Give what was earned today and yesterday, and the prize, the newest first."""
    older = older_dues(visit)
    due = [each for each in visit.advice.rewards.due if each not in older]
    return tuple(_row(visit, each) for each in reversed(due))


def older_dues(visit: Visit) -> tuple[method.SpokenDue, ...]:
    """Give what was earned before yesterday; the prize is asked about by itself."""
    since = visit.today - NEW
    return tuple(
        each
        for each in visit.advice.rewards.due
        if each.due.day < since and each.due.slot is not Slot.PRIZE
    )


def _row(visit: Visit, spoken: method.SpokenDue) -> DueRow:
    due = spoken.due
    return DueRow(
        id=due.id,
        text=spoken.text,
        when=words.ago(visit.clock, due.at, visit.now),
        picture=PICTURES[due.slot],
        instead=tuple(_choice(visit, each) for each in due.instead),
    )


def _choice(visit: Visit, key: str) -> Choice:
    said = method.treat(method.Treat(thing=key), visit.speaker)
    return Choice(key, said[:1].upper() + said[1:])
