"""What is due, what was given, the prize in sight, and what was just done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Final, NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary import words
from stepstool.web.diary.undo import Done, done
from stepstool.web.diary.visit import Visit
from stepstool.web.diary.words import answer_word
from stepstool.web.families.roles import May
from stepstool.web.rewards.forms import NOTHING

Slot = method.Slot
# Asked about one by one: what was earned today and yesterday.
NEW: Final = timedelta(days=1)
PICTURES: Final[Mapping[Slot, str]] = {
    Slot.STEP: "reward",
    Slot.SPECIAL: "special_sticker",
    Slot.STICKER: "sticker",
    Slot.PRIZE: "prize",
}
Reward = method.lasting.Reward
LIKE_NONE: Final = "prize"
Settings = method.lasting.Settings
Price = method.promises.Price
Prize = method.promises.Prize
FEW: Final = 5


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
    return tuple(_due_row(visit, each) for each in reversed(due))


def older_dues(visit: Visit) -> tuple[method.SpokenDue, ...]:
    """Give what was earned before yesterday; the prize is asked about by itself."""
    since = visit.today - NEW
    return tuple(
        each
        for each in visit.advice.rewards.due
        if each.due.day < since and each.due.slot is not Slot.PRIZE
    )


def _due_row(visit: Visit, spoken: method.SpokenDue) -> DueRow:
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


class GivenRow(NamedTuple):
    """One thing that was given."""

    entry_id: str
    what: str
    when: str
    who: str


class Day(NamedTuple):
    """A day on which something was given."""

    title: str
    rows: tuple[GivenRow, ...]


def days_of(
    visit: Visit, rewards: Sequence[Reward], names: Mapping[str, str]
) -> tuple[Day, ...]:
    """Give the days, the newest first."""
    newest = sorted(rewards, key=lambda each: each.in_time, reverse=True)
    by_day = groupby(newest, key=lambda each: visit.clock.day(each.at))
    return tuple(
        Day(date_format(day, "l, j F Y"), _clock_rows(visit, group, names))
        for day, group in by_day
    )


def _clock_rows(
    visit: Visit, rewards: Iterable[Reward], names: Mapping[str, str]
) -> tuple[GivenRow, ...]:
    return tuple(
        _given_row(visit, each, words.clock_time(visit.clock, each.at), names)
        for each in rewards
    )


def lately(
    visit: Visit, rewards: Iterable[Reward], names: Mapping[str, str]
) -> tuple[GivenRow, ...]:
    """Give some of them with how long ago it was."""
    return tuple(
        _given_row(visit, each, words.ago(visit.clock, each.at, visit.now), names)
        for each in rewards
    )


def _given_row(
    visit: Visit, reward: Reward, when: str, names: Mapping[str, str]
) -> GivenRow:
    said = method.said_given(reward, visit.speaker)
    return GivenRow(reward.id, said, when, names.get(reward.by, ""))


class Looks(NamedTuple):
    """One picture to choose."""

    value: str
    picture: str
    words: str


def looks_of(visit: Visit) -> list[Looks]:
    """Give the pictures that a prize may have."""
    return [
        Looks(each, f"prize_{each}", answer_word(each, visit.gaps))
        for each in method.promises.PrizePicture
    ]


@dataclass(frozen=True, kw_only=True)
class PrizeCard:
    """The prize. picture: its name in the album; earned, given: the day, else empty."""

    picture: str
    what: str
    place: str
    earned: str
    given: str


def prize_of(visit: Visit) -> PrizeCard | None:
    """Give the prize that stands in sight, if there is one."""
    found = visit.advice.rewards.found.prize
    if found is None:
        return None
    looks = found.prize.picture
    return PrizeCard(
        picture=LIKE_NONE if looks is method.UNKNOWN else f"prize_{looks}",
        what=_told(found.prize.what),
        place=_told(found.prize.place),
        earned=_day_said(visit, found.earned.at) if found.earned else "",
        given=_day_said(visit, found.given.at) if found.given else "",
    )


def _told(answer: str | method.Unknown) -> str:
    return "" if answer is method.UNKNOWN else answer


def _day_said(visit: Visit, at: datetime) -> str:
    return date_format(visit.clock.day(at), "l, j F")


def is_of_rewards(entry: method.Entry) -> bool:
    """Whether an entry is written, and taken back, in this room."""
    return isinstance(entry, Reward | Settings | Price | Prize)


def touched_of(visit: Visit, entry: method.Entry) -> Done:
    """Say it."""
    when = words.ago(visit.clock, entry.at, visit.now)
    if isinstance(entry, Reward):
        gaps = {"what": method.said_given(entry, visit.speaker), "when": when}
        line = _("Given: %(what)s, %(when)s.") % gaps
    else:
        gaps = {"what": words.title(entry, visit.gaps), "when": when}
        line = _("Written down: %(what)s, %(when)s.") % gaps
    if entry.removed:
        line = _("Taken out again: %(what)s, %(when)s.") % gaps
    return done(entry, line, ways=("reward-undo", "reward-restore"))


@dataclass(frozen=True, kw_only=True)
class Page:
    """What is due, and what was given."""

    due: tuple[DueRow, ...]
    # Texts of what is asked about together.
    older: tuple[str, ...]
    given: tuple[GivenRow, ...]
    prize: PrizeCard | None
    allergies: str
    notes: tuple[method.Reason, ...]
    guard: tuple[method.Reason, ...]
    may_give: bool
    may_choose: bool


def page_of(visit: Visit, names: Mapping[str, str]) -> Page:
    """Give it."""
    rewards, speaker = visit.advice.rewards, visit.speaker
    return Page(
        due=new_rows(visit),
        older=tuple(each.text for each in older_dues(visit)),
        given=lately(visit, reversed(rewards.given[-FEW:]), names),
        prize=prize_of(visit),
        allergies=allergies_of(visit),
        notes=speaker.reasons(rewards.found.notes),
        guard=speaker.reasons(rewards.found.guard),
        may_give=May.WRITE in visit.may(method.lasting.Reward.KIND),
        may_choose=May.WRITE in visit.may(method.lasting.Settings.KIND),
    )


def allergies_of(visit: Visit) -> str:
    """Give what must not be eaten, in the family's words."""
    told = visit.settings.allergies
    return "" if told in (method.UNKNOWN, NOTHING) else str(told)
