"""What is said at once after a poop, wherever it landed; and the first times of all.

Of parents who were asked to praise the poop in the diaper, begun before training, the children
refused for a shorter time (TAUBMAN-RCT-2003): so the words to say aloud stand there without a
tap. Leaks, illness and a clean-out apart, and what hurt, where comfort comes first. A first time
is a joy for the grown-up; beside a child that was uneasy or upset there is no party, since a
success may frighten (account B).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from stepstool.method.calm import Course, PlanPlace, course_of
from stepstool.method.comfort import Comfort, Urgency
from stepstool.method.evidence import topic
from stepstool.method.ladder import Ladder, Verdict, ladder_in, question_about
from stepstool.method.ladder.verdict import reached
from stepstool.method.record import UNKNOWN, Because, Record, Saying
from stepstool.method.record.bout import Bout
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.answers import UNEASY, Mood, YesNo
from stepstool.method.record.kinds.interview import Interview, Told
from stepstool.method.record.kinds.lasting import Loudness, Plan, Reward, RewardKind
from stepstool.method.record.kinds.poop import IN_CLOTHES, Sleeping
from stepstool.method.rewards.events import PAID, OnLadder

N: Final = topic("rewards")
WORDS: Final = topic("words")
BACK: Final = WORDS.span.first_looks_back + N.span.words_for

NO_STEP: Final = 0


class First(StrEnum):
    """What happened for the first time."""

    STEP = "step"
    POTTY = "potty"


@dataclass(frozen=True, kw_only=True)
class FirstTime:
    """A first time. step: which of the ladder; 0 and no ladder for the potty."""

    what: First
    at: datetime
    day: date
    entries: tuple[str, ...]
    ladder: Ladder | None = None
    step: int = NO_STEP


def first_times(record: Record, since: datetime) -> tuple[FirstTime, ...]:
    """Give the first poop in the potty or toilet, and the first at each step, in time.

    since: no poop before is looked at. What was given for one then says that it was not the
    first, and so does who told that the potty is met sometimes.
    """
    bouts = [each for each in record.bouts if each.at > since and _is_glad(each)]
    firsts = [*_in_potty(record, bouts), *_at_steps(record, bouts)]
    return tuple(sorted(firsts, key=lambda each: (each.at, each.step)))


def _is_glad(bout: Bout) -> bool:
    """Whether it may be a first time: whole, awake, willing, and it did not hurt."""
    upset = any(poop.mood is Mood.UPSET for poop in bout.poops)
    made_to = any(poop.made_to is YesNo.YES for poop in bout.poops)
    asleep = bout.sleeping is Sleeping.ASLEEP
    return bout.is_full and not (bout.hurt or upset or made_to or asleep)


def _in_potty(record: Record, bouts: Iterable[Bout]) -> Iterator[FirstTime]:
    first = next((each for each in bouts if each.in_toilet), None)
    if first is not None and not _was_known(record, first.at):
        yield _first(record, first, First.POTTY)


FOR_THE_POTTY: Final = {RewardKind.SPECIAL_STICKER, RewardKind.PRIZE}


def _was_known(record: Record, at: datetime) -> bool:
    """Whether a poop in the potty was known before a moment, though none is in sight."""
    given = (each for each in record.of(Reward) if each.at < at)
    told = (each for each in record.of(Interview) if each.at < at)
    return any(each.reward in FOR_THE_POTTY for each in given) or any(
        each.answers is not UNKNOWN and Told.SOMETIMES_POTTY in each.answers
        for each in told
    )


def _at_steps(record: Record, bouts: Sequence[Bout]) -> Iterator[FirstTime]:
    course = course_of(record.of(Plan))
    on_ladders = (each.standing for each in course.stretches)
    for key, version in dict.fromkeys((on.ladder, on.version) for on in on_ladders):
        ladder = ladder_in(record, key, version)
        if ladder is not None:
            yield from _on_ladder(record, bouts, course, ladder)


def _on_ladder(
    record: Record, bouts: Iterable[Bout], course: Course, ladder: Ladder
) -> Iterator[FirstTime]:
    """Give the poops that went as far as the child's step, or beyond, as none before."""
    before: set[int] = set()
    for bout in bouts:
        step = _step_at(course, ladder, bout.at)
        number = max(reached(ladder, poop, step).step for poop in bout.poops)
        if NO_STEP < step <= number and number not in before | _paid(
            record, ladder, bout.at
        ):
            yield _first(record, bout, First.STEP, ladder, number)
        before.update(range(1, number + 1))


def _step_at(course: Course, ladder: Ladder, at: datetime) -> int:
    stretch = course.at(at)
    if stretch is None or stretch.standing.place is not PlanPlace.ON_STEP:
        return NO_STEP
    on = stretch.standing
    same = (on.ladder, on.version or ladder.version) == (ladder.key, ladder.version)
    return ladder.within(on.step) if same else NO_STEP


def _paid(record: Record, ladder: Ladder, at: datetime) -> set[int]:
    """Give the steps for which something was given before a moment."""
    return {
        each.step
        for each in record.of(Reward)
        if each.at < at and each.ladder == ladder.key and each.step is not UNKNOWN
    }


def _first(
    record: Record,
    bout: Bout,
    what: First,
    ladder: Ladder | None = None,
    step: int = NO_STEP,
) -> FirstTime:
    return FirstTime(
        what=what,
        at=bout.at,
        day=record.clock.day(bout.at),
        entries=tuple(poop.id for poop in bout.poops),
        ladder=ladder,
        step=step,
    )


class Tone(StrEnum):
    """How loud it is."""

    QUIET = "quiet"
    WARM = "warm"
    JOY = "joy"


@dataclass(frozen=True, kw_only=True)
class Praised:
    """A poop that may be praised, and what was so when it came."""

    bout: Bout
    verdict: Verdict | None  # None until nothing is open that the step hangs on
    relief: bool  # after days of holding, or while stuck or sore
    firsts: tuple[FirstTime, ...]
    quiet: bool  # the family asked for quiet praise, or a doctor is to be called

    @property
    def uneasy(self) -> bool:
        """Whether the child was uneasy or upset, or it hurt a little."""
        moods = (poop.mood in UNEASY for poop in self.bout.poops)
        return self.bout.hurt_a_little or any(moods)

    @property
    def done(self) -> bool:
        """Whether it was a success at the step, or more."""
        return self.verdict is not None and self.verdict.deserved in PAID

    @property
    def slipped_out(self) -> bool:
        """Whether it landed in the clothes, on the floor or in the bath."""
        return any(poop.place in IN_CLOTHES for poop in self.bout.poops)

    def is_first(self, what: First) -> bool:
        """Whether it was a first time of this sort."""
        return any(each.what is what for each in self.firsts)


@dataclass(frozen=True, kw_only=True)
class PraiseRow(Row[Praised]):
    """One row: what to say aloud, and how loud."""

    tone: Tone
    sources: tuple[str, ...]

    @property
    def words(self) -> str:
        """The key of its words."""
        return f"rewards.praise.{self.key}"

    @property
    def sentences(self) -> tuple[str, ...]:
        """Its words."""
        return (self.words,)


# fmt: off
PRAISE: Final = decision_table(
    PraiseRow(key="comfort", when="the child was uneasy or upset, or it hurt a little", tone=Tone.QUIET, sources=("ACCOUNT-B", "I"),
        fits=lambda poop: poop.uneasy),
    PraiseRow(key="quietly", when="the family asked for quiet praise, or a doctor is to be called", tone=Tone.QUIET, sources=("TAUBMAN-RCT-2003", "I"),
        fits=lambda poop: poop.quiet),
    PraiseRow(key="first_in_potty", when="the first one in the potty or toilet", tone=Tone.JOY, sources=("ACCOUNT-B", "ACCOUNT-C"),
        fits=lambda poop: poop.is_first(First.POTTY)),
    PraiseRow(key="first_at_step", when="the first one at a step", tone=Tone.JOY, sources=("ACCOUNT-B", "I"),
        fits=lambda poop: poop.done and poop.is_first(First.STEP)),
    PraiseRow(key="relief", when="after days of holding, or while stuck or sore", tone=Tone.WARM, sources=("TAUBMAN-RCT-2003",),
        fits=lambda poop: poop.relief),
    PraiseRow(key="in_potty", when="in the potty or toilet", tone=Tone.WARM, sources=("TAUBMAN-RCT-2003", "MORRIS-2014"),
        fits=lambda poop: poop.bout.in_toilet),
    PraiseRow(key="at_step", when="a success at the step", tone=Tone.WARM, sources=("TAUBMAN-RCT-2003", "ACCOUNT-B"),
        fits=lambda poop: poop.done),
    PraiseRow(key="slipped_out", when="in the clothes, on the floor or in the bath", tone=Tone.WARM, sources=("TAUBMAN-RCT-2003", "ACCOUNT-A"),
        fits=lambda poop: poop.slipped_out),
    PraiseRow(key="let_go", when="anywhere else", tone=Tone.WARM, sources=("TAUBMAN-RCT-2003",),
        fits=always),
)
# fmt: on


@dataclass(frozen=True, kw_only=True)
class Praise:
    """What to say aloud after a poop. entries: the ids of the poop."""

    entries: tuple[str, ...]
    tone: Tone
    because: Because
    firsts: tuple[FirstTime, ...]


CALLS: Final = {Urgency.TODAY, Urgency.NOW}


def praise_of(
    record: Record, comfort: Comfort, judged: Sequence[OnLadder], relief: Sequence[Bout]
) -> tuple[Praise, ...]:
    """Give the praise for the poops of the last day, in time.

    relief: those that came after days of holding, or while stuck or sore.
    """
    firsts = first_times(record, record.at - BACK)
    quiet = record.settings.praise is Loudness.QUIET or comfort.urgency in CALLS
    verdicts = {each.verdict.at: each for each in judged}
    poops = (
        Praised(
            bout=bout,
            verdict=settled(bout, verdicts.get(bout.at)),
            relief=bout in relief,
            firsts=tuple(each for each in firsts if each.at == bout.at),
            quiet=quiet,
        )
        for bout in latest(record)
        if _is_praised(bout, comfort)
    )
    return tuple(map(_praise, poops))


def settled(bout: Bout, judged: OnLadder | None) -> Verdict | None:
    """Give the verdict, unless the step still hangs on what was not said of the poop."""
    if judged is None:
        return None
    step, ladder = judged.verdict.step, judged.ladder
    open_ = any(question_about(ladder, step, poop) for poop in bout.poops)
    return None if open_ else judged.verdict


def latest(record: Record) -> Sequence[Bout]:
    """Give the poops of the last day."""
    return [each for each in record.bouts if each.at > record.at - N.span.words_for]


def _is_praised(bout: Bout, comfort: Comfort) -> bool:
    """Whether it is: not what hurt, or leaked, or came ill, asleep or in a clean-out."""
    past = comfort.past
    spans = (*past.ill, *past.clean_outs)
    apart = any(since <= bout.at < until for since, until in spans)
    asleep = bout.sleeping is Sleeping.ASLEEP
    return bout.is_full and not (bout.hurt or bout.is_leak or asleep or apart)


def _praise(poop: Praised) -> Praise:
    row = first_that_fits(PRAISE, poop)
    saw = Saying(key=row.words)
    return Praise(
        entries=tuple(each.id for each in poop.bout.poops),
        tone=row.tone,
        because=Because(rule=f"praise_{row.key}", saw=saw, sources=row.sources),
        firsts=poop.firsts,
    )
