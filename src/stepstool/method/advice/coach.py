"""An idea for a calm day: the next good move of a coach who knows this child.

When all is soft and calm and nothing else is to do, today proposes one small thing, chosen by
what this family told. It is read from the record and the child's day alone: three turns (steps,
hands, knowing) take two days each, so that nothing stands on three days running, and within a
turn the ideas that fit take turns as well. What was done rests, and *not this* rests longer.
Nothing is proposed while it hurts or is tense, at night, on a break, or once the child is there.
When to keep still follows comfort, calm and the plan; each row names the sources of its idea.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum
from functools import cached_property
from typing import Final

from stepstool.method.advice.beginning import Habits
from stepstool.method.advice.ending import Ending
from stepstool.method.advice.moments import Scene
from stepstool.method.calm import CalmLevel, PlanPlace
from stepstool.method.comfort import State
from stepstool.method.evidence import topic
from stepstool.method.ladder import Judged, MoveMark
from stepstool.method.record import UNKNOWN, Because, Entry, Reads, Saying
from stepstool.method.record.decision import (
    Row,
    all_that_fit,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.ideas import Idea, IdeaAnswer, IdeaKey
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import Sit

N: Final = topic("coach")
LADDER: Final = topic("ladder")
REASONS: Final = topic("reasons")

READING: Final = (
    Reads(kind=Idea, back=N.span.not_this),
    *(Reads(kind=kind, back=N.span.lately) for kind in (Poop, Sit)),
    Reads(kind=Interview),
)
FREE_FEET: Final = {Told.FEET_DANGLE, Told.TOO_BIG}
CHANCES: Final = {Judged.SUCCESS, Judged.AHEAD, Judged.EARLIER, Judged.SORE}
NO_LADDER: Final = "no_ladder"


@dataclass(frozen=True, kw_only=True)
class IdeaScene(Scene):
    """A moment, with what the family told and the diary shows that an idea may rest on."""

    ending: Ending

    @cached_property
    def habits(self) -> Habits:
        """What the child does about it, as told and as written lately."""
        return Habits(self.record)

    @property
    def told(self) -> frozenset[Told]:
        """All newest answers to the questions that ideas rest on."""
        return self.habits.told

    def was_asked(self, *topics: Topic) -> bool:
        """Whether the family answered one of these questions."""
        return any(each.topic in topics for each in self.record.of(Interview))

    @property
    def is_small(self) -> bool:
        """Whether the child may be too young for a ladder of its own."""
        return self._is_under(LADDER.count.babies_until)

    @property
    def is_too_young(self) -> bool:
        """Whether the child may be too young for any first step."""
        return self._is_under(REASONS.count.first_step_from)

    def _is_under(self, months: int) -> bool:
        age = self.record.child.youngest_months(self.record.today)
        return age is not UNKNOWN and age < months

    @property
    def has_no_ladder(self) -> bool:
        """Whether no ladder was chosen yet."""
        return self.plan.rule == NO_LADDER

    @property
    def feet_are_free(self) -> bool:
        """Whether the feet have nothing to stand on, as told or as written lately."""
        sits = (sit.feet_supported is YesNo.NO for sit in self.habits.lately(Sit))
        return not self.told.isdisjoint(FREE_FEET) or any(sits)

    @property
    def shuns_the_bathroom(self) -> bool:
        """Whether the child won't enter it: as told, or it never came near its step."""
        if Told.WONT_GO_NEAR_IT in self.told:
            return True
        since = self.plan.since
        chances = [
            verdict
            for verdict in self.plan.verdicts
            if verdict.judged in CHANCES and since and verdict.at > since
        ]
        never = not any(verdict.reached for verdict in chances)
        return never and len(chances) >= N.count.never_there

    @property
    def offered_today(self) -> bool:
        """Whether a sit was offered today."""
        begins = self.record.clock.start(self.record.today)
        sits = self.record.within(Sit, begins, self.record.at)
        return any(sit.offered is YesNo.YES for sit in sits)

    @property
    def answered_today(self) -> bool:
        """Whether an idea was answered today: one a day is enough."""
        begins = self.record.clock.start(self.record.today)
        return bool(self.record.within(Idea, begins, self.record.at))

    def rests(self, row: "IdeaRow") -> bool:
        """Whether an idea rests, since it was done or is not wanted."""
        return any(
            idea.idea is row.idea and self._days_since(idea) < row.rests_after(idea)
            for idea in self.record.within(
                Idea, self.record.at - N.span.not_this, self.record.at
            )
        )

    def _days_since(self, entry: Entry) -> timedelta:
        return self.record.today - self.record.clock.day(entry.at)


Fits = Callable[[IdeaScene], object]


class Turn(IntEnum):
    """What an idea is about; they take turns by the day."""

    STEPS = 0
    HANDS = 1
    KNOWING = 2


@dataclass(frozen=True, kw_only=True)
class IdeaRow(Row[IdeaScene]):
    """One idea. fits: for whom; answers: it rests on something that this family told."""

    idea: IdeaKey
    turn: Turn
    rests: timedelta  # so long after it was done
    sources: tuple[str, ...]
    because: str = "calm_day"  # what is said of why
    answers: bool = False
    bathroom: bool = False  # the child needs to enter it
    for_small: bool = False  # for babies, and only for them
    ladder: str = ""  # the ladder that it is about

    @property
    def sentences(self) -> tuple[str, ...]:
        """The idea, and why."""
        return (f"ideas.{self.idea}", f"ideas.because.{self.because}")

    def rests_after(self, idea: Idea) -> timedelta:
        """Give how long it rests after an answer."""
        return N.span.not_this if idea.answer is IdeaAnswer.NOT_THIS else self.rests

    def has_its_turn(self, known: IdeaScene, turn: int) -> bool:
        """Whether it is its turn; beside the goodbye to the last diaper nothing has one."""
        if _is_the_last_diaper(known):
            return self.idea is IdeaKey.LAST_DIAPER
        return self.turn == turn

    def suits(self, known: IdeaScene) -> bool:
        """Whether it is for a child of this age, who enters the room that it needs."""
        age = self.for_small is known.is_small
        return age and not (self.bathroom and known.shuns_the_bathroom)


def _told(*any_of: Told) -> Fits:
    return lambda known: not known.told.isdisjoint(any_of)


def _begins(fits: Fits) -> Fits:
    """A ladder is proposed only where none was chosen yet."""
    return lambda known: known.has_no_ladder and fits(known)


def _may_wave(known: IdeaScene) -> bool:
    return Told.AFRAID_OF_THE_FLUSH not in known.told


def _naps_first(known: IdeaScene) -> bool:
    """A sit is an offer: none where the family chose none, and no second one that day."""
    chosen = known.record.settings.windows != 0 and not known.offered_today
    return Told.ONLY_ASLEEP in known.told and chosen


def _not_asked(*topics: Topic) -> Fits:
    return lambda known: not known.was_asked(*topics)


def _is_the_last_diaper(known: IdeaScene) -> bool:
    return known.ending is Ending.LAST_DIAPER


K, SOON, LATER = IdeaKey, N.span.done_soon, N.span.done_later


# fmt: off
IDEAS: Final = (
    IdeaRow(key="hiding_place_ladder", idea=K.HIDING_PLACE_LADDER, turn=Turn.STEPS, rests=LATER,
        when="no ladder yet, and the child hides for it", fits=_begins(lambda known: known.habits.hides),
        sources=("HIDE-2003", "ACCOUNT-A"), because="hides", answers=True, ladder="hiding_place"),
    IdeaRow(key="flush_ladder", idea=K.FLUSH_LADDER, turn=Turn.STEPS, rests=LATER,
        when="no ladder yet, and afraid of the flush", fits=_begins(_told(Told.AFRAID_OF_THE_FLUSH)),
        sources=("FAMILIES", "I"), because="flush", answers=True, ladder="flush"),
    IdeaRow(key="floor_mark_ladder", idea=K.FLOOR_MARK_LADDER, turn=Turn.STEPS, rests=LATER,
        when="no ladder yet, and the child won’t enter the bathroom", fits=_begins(lambda known: known.shuns_the_bathroom),
        sources=("FAMILIES", "I"), because="not_the_bathroom", answers=True, ladder="floor_mark"),
    IdeaRow(key="fading_ladder", idea=K.FADING_LADDER, turn=Turn.STEPS, rests=LATER,
        when="no ladder yet, and it comes once the diaper is on", fits=_begins(_told(Told.GOES_ONCE_THE_DIAPER_IS_ON)),
        sources=("AUSTIN-2024", "CHW-2215"), because="diaper_on", answers=True, bathroom=True, ladder="diaper_fading"),
    IdeaRow(key="first_ladder", idea=K.FIRST_LADDER, turn=Turn.STEPS, rests=LATER,
        when="no ladder yet", fits=_begins(lambda known: not known.habits.hides),
        sources=("ACCOUNT-B", "I"), bathroom=True, ladder="b"),
    IdeaRow(key="why_not", idea=K.WHY_NOT, turn=Turn.STEPS, rests=LATER,
        when="nobody was asked what may be in the way", fits=_not_asked(Topic.WHEN_OFFERED, Topic.SAYS_OR_DOES),
        sources=("FAMILIES", "I"), because="not_asked"),
    IdeaRow(key="ready_list", idea=K.READY_LIST, turn=Turn.STEPS, rests=LATER,
        when="the list of what is in place was never ticked", fits=_not_asked(Topic.CAN_ALREADY),
        sources=("PARENTS-READY", "I")),
    IdeaRow(key="bare_bottom", idea=K.BARE_BOTTOM, turn=Turn.STEPS, rests=SOON,
        when="a baby", fits=always,
        sources=("BENDER-2021", "I"), for_small=True),
    IdeaRow(key="tent", idea=K.TENT, turn=Turn.HANDS, rests=LATER,
        when="the child hides for it", fits=lambda known: known.habits.hides,
        sources=("ACCOUNT-A", "HIDE-2003"), because="hides", answers=True),
    IdeaRow(key="before_sleep", idea=K.BEFORE_SLEEP, turn=Turn.HANDS, rests=SOON,
        when="it comes only in sleep, and no sit was offered today", fits=_naps_first,
        sources=("N7", "I"), because="only_asleep", answers=True),
    IdeaRow(key="feet", idea=K.FEET, turn=Turn.HANDS, rests=LATER,
        when="feet in the air, or a seat too big", fits=lambda known: known.feet_are_free,
        sources=("ACCOUNT-B", "I"), because="feet", answers=True),
    IdeaRow(key="flush_apart", idea=K.FLUSH_APART, turn=Turn.HANDS, rests=SOON,
        when="afraid of the flush", fits=_told(Told.AFRAID_OF_THE_FLUSH),
        sources=("FAMILIES", "I"), because="flush", answers=True),
    IdeaRow(key="ten_toes", idea=K.TEN_TOES, turn=Turn.HANDS, rests=SOON,
        when="afraid of losing a part of the body", fits=_told(Told.AFRAID_OF_LOSING_A_PART),
        sources=("ACCOUNT-C", "I"), because="losing_a_part", answers=True),
    IdeaRow(key="bubbles", idea=K.BUBBLES, turn=Turn.HANDS, rests=SOON,
        when="every child", fits=always,
        sources=("ACCOUNT-C", "I")),
    IdeaRow(key="teddy_first", idea=K.TEDDY_FIRST, turn=Turn.HANDS, rests=SOON,
        when="every child", fits=always,
        sources=("ACCOUNT-A", "I")),
    IdeaRow(key="story", idea=K.STORY, turn=Turn.KNOWING, rests=SOON,
        when="every child", fits=always,
        sources=("ACCOUNT-A", "I")),
    IdeaRow(key="everybody", idea=K.EVERYBODY, turn=Turn.KNOWING, rests=SOON,
        when="every child", fits=always,
        sources=("ACCOUNT-A", "I")),
    IdeaRow(key="goodbye", idea=K.GOODBYE, turn=Turn.KNOWING, rests=SOON,
        when="not afraid of the flush", fits=_may_wave,
        sources=("ACCOUNT-A", "I"), bathroom=True),
    IdeaRow(key="food_picture", idea=K.FOOD_PICTURE, turn=Turn.KNOWING, rests=LATER,
        when="every child", fits=always,
        sources=("NICE-QS62", "I")),
    IdeaRow(key="short_word", idea=K.SHORT_WORD, turn=Turn.KNOWING, rests=SOON,
        when="a baby", fits=always,
        sources=("ACCOUNT-A", "BENDER-2021"), for_small=True),
    IdeaRow(key="last_diaper", idea=K.LAST_DIAPER, turn=Turn.HANDS, rests=N.span.not_this,
        when="four weeks on the last step, and it has settled: then in each turn, alone", fits=_is_the_last_diaper,
        sources=("ACCOUNT-B", "I"), because="settled"),
)
# fmt: on


OPEN: Final = "open"
EVERY_OTHER: Final = 2


def _is_easy(known: IdeaScene) -> bool:
    comfort = known.comfort
    quiet = comfort.is_quiet or comfort.quiet_since is not None
    return comfort.state is State.COMFORTABLE and not quiet


class StillRow(Row[IdeaScene]):
    """One reason to keep still."""


# fmt: off
# When the coach keeps still, the first that fits.
STILL: Final = decision_table(
    StillRow(key="body", when="not soft and easy, or nothing heard", fits=lambda known: not _is_easy(known)),
    StillRow(key="tense", when="tense, or a fight", fits=lambda known: known.calm.level is not CalmLevel.CALM),
    StillRow(key="night", when="20:00 to 06:00", fits=lambda known: known.night),
    StillRow(key="break", when="on a break", fits=lambda known: known.plan.place is PlanPlace.ON_BREAK),
    StillRow(key="rests", when="the plan rests: away, or much that is new at home", fits=lambda known: MoveMark.RESTS in known.plan.marks),
    StillRow(key="called", when="a doctor was asked within a day", fits=lambda known: known.comfort.called_lately),
    StillRow(key="young", when="may be too young for any first step", fits=lambda known: known.is_too_young),
    StillRow(key="there", when="the last ones all came in the potty, and it is not time for the goodbye to the last diaper",
        fits=lambda known: known.is_there and not _is_the_last_diaper(known)),
    StillRow(key="answered", when="one was answered today", fits=lambda known: known.answered_today),
    StillRow(key=OPEN, when="everything else", fits=always),
)
# fmt: on


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """The idea of today, why, and the ladder that it is about, if it is about one."""

    idea: IdeaKey
    says: Saying
    because: Because
    ladder: str


def proposal_of(known: IdeaScene) -> Proposal | None:
    """Give the idea of this day; None where the coach keeps still, or has none."""
    if first_that_fits(STILL, known).key != OPEN:
        return None
    cycle, turn = divmod(_pair(known), len(Turn))
    rows = [row for row in all_that_fit(IDEAS, known) if row.has_its_turn(known, turn)]
    rows = [row for row in rows if row.suits(known) and not known.rests(row)]
    return _proposal(_next(rows, cycle)) if rows else None


def _pair(known: IdeaScene) -> int:
    """Count pairs of days, so that every idea stands on two days and then rests four."""
    return known.record.today.toordinal() // N.span.stays.days


def _next(rows: Sequence[IdeaRow], cycle: int) -> IdeaRow:
    """Take turns; every other time only among what answers something that was told."""
    answering = [row for row in rows if row.answers]
    if not answering:
        return rows[cycle % len(rows)]
    rounds, among_all = divmod(cycle, EVERY_OTHER)
    some = rows if among_all else answering
    return some[rounds % len(some)]


def _proposal(row: IdeaRow) -> Proposal:
    says, why = (Saying(key=key) for key in row.sentences)
    because = Because(rule=row.key, saw=why, sources=row.sources)
    return Proposal(idea=row.idea, says=says, because=because, ladder=row.ladder)
