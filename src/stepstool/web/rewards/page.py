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


class Instead(NamedTuple):
    """Something to give instead."""

    key: str
    words: str


class DueRow(NamedTuple):
    """One thing that is due."""

    id: str
    text: str
    when: str
    picture: str
    instead: tuple[Instead, ...]


def new_rows(visit: Visit) -> tuple[DueRow, ...]:
    """Give what was earned today and yesterday, and the prize, the newest first."""
    older = older_dues(visit)
    due = [spoken for spoken in visit.advice.rewards.due if spoken not in older]
    return tuple(_due_row(visit, spoken) for spoken in reversed(due))


def older_dues(visit: Visit) -> tuple[method.SpokenDue, ...]:
    """Give what was earned before yesterday; the prize is asked about by itself."""
    since = visit.today - NEW
    return tuple(
        due
        for due in visit.advice.rewards.due
        if due.due.day < since and due.due.slot is not Slot.PRIZE
    )


def _due_row(visit: Visit, spoken: method.SpokenDue) -> DueRow:
    due = spoken.due
    return DueRow(
        id=due.id,
        text=spoken.text,
        when=words.ago(visit.clock, due.at, visit.now),
        picture=PICTURES[due.slot],
        instead=tuple(_instead(visit, thing) for thing in due.instead),
    )


def _instead(visit: Visit, key: str) -> Instead:
    thing = method.treat(method.Treat(thing=key), visit.speaker)
    return Instead(key, thing[:1].upper() + thing[1:])


class GivenRow(NamedTuple):
    """One thing that was given."""

    entry_id: str
    what: str
    when: str
    who: str


class RewardDay(NamedTuple):
    """A day on which something was given."""

    title: str
    rows: tuple[GivenRow, ...]


def days_of(
    visit: Visit, rewards: Sequence[Reward], names: Mapping[str, str]
) -> tuple[RewardDay, ...]:
    """Give the days, the newest first."""
    newest = sorted(rewards, key=method.in_time, reverse=True)
    by_day = groupby(newest, key=lambda reward: visit.clock.day(reward.at))
    return tuple(
        RewardDay(date_format(day, "l, j F Y"), _clock_rows(visit, group, names))
        for day, group in by_day
    )


def _clock_rows(
    visit: Visit, rewards: Iterable[Reward], names: Mapping[str, str]
) -> tuple[GivenRow, ...]:
    return tuple(
        _given_row(visit, reward, words.clock_time(visit.clock, reward.at), names)
        for reward in rewards
    )


def lately(
    visit: Visit, rewards: Iterable[Reward], names: Mapping[str, str]
) -> tuple[GivenRow, ...]:
    """Give some of them with how long ago it was."""
    return tuple(
        _given_row(visit, reward, words.ago(visit.clock, reward.at, visit.now), names)
        for reward in rewards
    )


def _given_row(
    visit: Visit, reward: Reward, when: str, names: Mapping[str, str]
) -> GivenRow:
    what = method.said_given(reward, visit.speaker)
    return GivenRow(reward.id, what, when, names.get(reward.by, ""))


class Looks(NamedTuple):
    """One picture to choose."""

    value: str
    picture: str
    words: str


def looks_of(visit: Visit) -> list[Looks]:
    """Give the pictures that a prize may have."""
    return [
        Looks(looks, f"prize_{looks}", answer_word(looks, visit.gaps))
        for looks in method.promises.PrizePicture
    ]


@dataclass(frozen=True, kw_only=True)
class PrizeCard:
    """The prize in sight."""

    # Its name in the album.
    picture: str
    what: str
    place: str
    # On which day; else empty.
    earned: str
    given: str


def prize_of(visit: Visit) -> PrizeCard | None:
    """Give the prize that stands in sight, if there is one."""
    in_sight = visit.advice.rewards.unspoken.prize
    if in_sight is None:
        return None
    looks = in_sight.prize.picture
    return PrizeCard(
        picture=LIKE_NONE if looks is method.UNKNOWN else f"prize_{looks}",
        what=_text(in_sight.prize.what),
        place=_text(in_sight.prize.place),
        earned=_day_of(visit, in_sight.earned.at) if in_sight.earned else "",
        given=_day_of(visit, in_sight.given.at) if in_sight.given else "",
    )


def _text(answer: str | method.Unknown) -> str:
    return "" if answer is method.UNKNOWN else answer


def _day_of(visit: Visit, at: datetime) -> str:
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
class RewardsPage:
    """What is due, and what was given."""

    due: tuple[DueRow, ...]
    # Texts of what is asked about together.
    older: tuple[str, ...]
    given: tuple[GivenRow, ...]
    prize: PrizeCard | None
    allergies: str
    notes: tuple[method.SpokenBecause, ...]
    guard: tuple[method.SpokenBecause, ...]
    may_give: bool
    may_choose: bool


def page_of(visit: Visit, names: Mapping[str, str]) -> RewardsPage:
    """Give it."""
    rewards, speaker = visit.advice.rewards, visit.speaker
    return RewardsPage(
        due=new_rows(visit),
        older=tuple(due.text for due in older_dues(visit)),
        given=lately(visit, reversed(rewards.given[-FEW:]), names),
        prize=prize_of(visit),
        allergies=allergies_of(visit),
        notes=speaker.reasons(rewards.unspoken.notes),
        guard=speaker.reasons(rewards.unspoken.guard),
        may_give=May.WRITE in visit.may(method.lasting.Reward.KIND),
        may_choose=May.WRITE in visit.may(method.lasting.Settings.KIND),
    )


def allergies_of(visit: Visit) -> str:
    """Give what must not be eaten, in the family's words."""
    allergies = visit.settings.allergies
    return "" if allergies in (method.UNKNOWN, NOTHING) else str(allergies)
