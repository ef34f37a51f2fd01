"""The one sentence and the one thing to do, as tables: comfort first, then calm, then the plan.

While comfort is good the plan may speak; a fight or a break is said whenever nothing hurts. What is
asked of a family shrinks as the state gets more serious (`comfort.ALLOWED`), and the diaper is always
there. The first evening's one thing comes from the family's own
answers, comfort before place; "start where it happens today" is always safe.

After harsh words were noted, the one thing of that day is for the grown-up (M20): more abuse
happens around toilet training than at any other step of growing up (AAP-SAFETY),
so "step away, the child is safe" goes before every plan; only a doctor who is to be called goes
before it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, NamedTuple

from stepstool.method.advice.ending import Ending
from stepstool.method.advice.jump import Jump
from stepstool.method.advice.moments import Scene
from stepstool.method.advice.night import is_asleep, is_night
from stepstool.method.calm import Calm, CalmLevel, PlanPlace
from stepstool.method.comfort import Comfort, State, Urgency, Variant
from stepstool.method.evidence import topic
from stepstool.method.ladder import MoveMark, PlanAdvice, was_fight_a_week_ago
from stepstool.method.record import UNKNOWN, Because, Record, Saying
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.interview import Interview, Told, Topic

N: Final = topic("today")
REASONS: Final = topic("reasons")


@dataclass(frozen=True, kw_only=True)
class Todo:
    """The one thing to do; key `nothing` when there is nothing."""

    key: str
    says: Saying

    @property
    def is_a_call(self) -> bool:
        """Whether it says to call a doctor, today or tomorrow."""
        return self.key in CALLS


CALLS: Final = frozenset(
    {
        "ask_about_medicine",
        "ask_for_a_look",
        "ask_for_a_visit",
        "call_about_a_baby",
        "call_about_softening",
        "call_now",
        "call_office_soon",
        "call_office_today",
        "call_out_of_hours",
        "full_bowel",
        "no_potty_talk",
        "soon_waits",
        "what_was_ordered",
    }
)


def todo(key: str) -> Todo:
    """Give one of the things that comfort asks for."""
    return Todo(key=key, says=Saying(key=f"todo.{key}"))


@dataclass(frozen=True, kw_only=True)
class FirstAnswers:
    """What the family answered: how it was in the last weeks, and where it comes now."""

    baby: bool
    """Whether the child may still be too young for any first step."""
    weeks: tuple[Told, ...]
    place: tuple[Told, ...]
    stays_out: bool
    """Whether the child won't go near the bathroom."""


@dataclass(frozen=True, kw_only=True)
class EveningRow(Row[FirstAnswers]):
    """The one thing that some first answers lead to."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The one thing."""
        return (f"todo.{self.key}",)


def _weeks(*any_of: Told) -> Callable[[FirstAnswers], bool]:
    return lambda answers: not set(any_of).isdisjoint(answers.weeks)


def _place(where: Told) -> Callable[[FirstAnswers], bool]:
    return lambda answers: where in answers.place


def _baby(*any_of: Told) -> Callable[[FirstAnswers], bool]:
    return lambda answers: answers.baby and _weeks(*any_of)(answers)


_hides = _place(Told.DIAPER_IN_HIDING_PLACE)
_goes_anywhere = _place(Told.DIAPER_ANYWHERE)
# fmt: off
HARD: Final = (Told.HARD, Told.HURTS, Told.HOLDS_3_DAYS, Told.HUGE, Told.BLOOD)
TONIGHT: Final = decision_table(
    EveningRow(key="call_about_a_baby", fits=_baby(*HARD)),
    EveningRow(key="diapers_are_right", fits=lambda answers: answers.baby),
    EveningRow(key="full_bowel", fits=_weeks(Told.LEAKS)),
    EveningRow(key="no_potty_talk", fits=_weeks(*HARD)),
    EveningRow(key="nothing_to_change", fits=_weeks(Told.DONT_KNOW)),
    EveningRow(key="hiding_place_there", fits=lambda answers: answers.stays_out and _hides(answers)),
    EveningRow(key="diaper_there", fits=lambda answers: answers.stays_out and _goes_anywhere(answers)),
    EveningRow(key="hiding_place", fits=_hides),
    EveningRow(key="carry_diapers", fits=_goes_anywhere),
    EveningRow(key="bathroom_works", fits=_place(Told.DIAPER_IN_BATHROOM)),
    EveningRow(key="pants_kindly", fits=_place(Told.PANTS)),
    EveningRow(key="sleep_diaper", fits=_place(Told.ONLY_ASLEEP)),
    EveningRow(key="potty_sometimes", fits=_place(Told.SOMETIMES_POTTY)),
    EveningRow(key="tap_next", fits=always),
)
# fmt: on

# What is for tonight only, and what takes its place from the next day on.
FROM_TOMORROW: Final[Mapping[str, str]] = {"no_potty_talk": "call_about_softening"}


def tonight(record: Record) -> str:
    """Give the key of the one thing that the family's first answers lead to."""
    months = record.child.youngest_months(record.today)
    answers = FirstAnswers(
        baby=months is not UNKNOWN and months < REASONS.count.first_step_from,
        weeks=answered(record, Topic.FOUR_WEEKS),
        place=answered(record, Topic.WHERE_NOW),
        stays_out=stays_out(record),
    )
    key = first_that_fits(TONIGHT, answers).key
    return key if _days_told(record) == 0 else FROM_TOMORROW.get(key, key)


def stays_out(record: Record) -> bool:
    """Whether the child won't go near the bathroom, as told: nothing there is proposed."""
    return Told.WONT_GO_NEAR_IT in answered(record, Topic.WHEN_OFFERED)


def answered(record: Record, topic: Topic) -> tuple[Told, ...]:
    """Give the family's newest answers to a question of the interview, if any."""
    told = [each for each in record.of(Interview) if each.topic is topic]
    answers = told[-1].answers if told else UNKNOWN
    return () if answers is UNKNOWN else answers


def _days_told(record: Record) -> int | None:
    """Count the days since the first evening's answers; None without any."""
    answers = [entry for entry in record.of(Interview) if entry.topic in FIRST_ASKED]
    if not answers:
        return None
    return (record.today - record.clock.day(answers[-1].at)).days


def is_first_evening(record: Record) -> bool:
    """Whether the first answers are of this day: what they lead to is read at any hour."""
    return _days_told(record) == 0


FIRST_ASKED: Final = {Topic.FOUR_WEEKS, Topic.WHERE_NOW}
# What takes the place of the first evening's thing once it has stood long enough.
AFTER_FIRST: Final[Mapping[State, str]] = {
    State.UNKNOWN: "tap_next",
    State.COMFORTABLE: "nothing",
}


NOTHING: Final = "nothing"
FIRST_EVENING: Final = "as the first evening's answers lead"
AS_ORDERED: Final = "as_ordered"
PRESCRIBER: Final = "ask_the_prescriber"
WITHOUT_AN_ORDER: Final[Mapping[State, str]] = {
    State.COMFORTABLE: NOTHING,
    State.WATCH: "give_diaper",
    State.CONSTIPATED: "what_was_ordered",
}
WITH_AN_ORDER: Final[Mapping[str, str]] = {"call_about_softening": PRESCRIBER}
# What needs the bathroom, and what takes its place for a child that won't enter it.
FROM_OUTSIDE: Final[Mapping[str, str]] = {
    "before_sleep": "before_sleep_there",
    "give_diaper": "give_diaper_there",
}
AT_NIGHT: Final[Mapping[str, str]] = {
    "call_office_soon": "soon_waits",
    "call_office_today": "call_out_of_hours",
}

HELP: Final[Mapping[State, Mapping[Variant, str]]] = {
    State.UNKNOWN: {
        Variant.NEW: FIRST_EVENING,
        Variant.SILENT: "answer_gap",
        Variant.SILENT_DAYS: "answer_gap",
        Variant.WAITING: NOTHING,
        Variant.WAITING_DAYS: NOTHING,
        Variant.ILL: "rest_and_cuddles",
        Variant.BUG: "sips_and_cuddles",
        Variant.BACK_AFTER_WEEKS: "answer_lately",
        Variant.PLAIN: FIRST_EVENING,
        Variant.NO_FORM: "tap_next",
        Variant.TOO_YOUNG: NOTHING,
        Variant.A_LITTLE_HARD: "bath_and_knees",
        Variant.A_LITTLE_RUNNY: "tap_next",
    },
    State.COMFORTABLE: {
        Variant.SILENT: "answer_gap",
        Variant.WAITING: NOTHING,
        Variant.PLAIN: NOTHING,
        Variant.WITH_MEDICINE: AS_ORDERED,
        Variant.OWN_MEDICINE: NOTHING,
        Variant.AS_TOLD: FIRST_EVENING,
    },
    State.WATCH: {
        Variant.PLAIN: "give_diaper",
        Variant.HURT_ONCE: "bath_and_knees",
        Variant.TWO_HARD: "bath_and_knees",
        Variant.LONG_GAP: "give_diaper",
        Variant.HOLDING: "give_diaper",
        Variant.COUNTING: NOTHING,
        Variant.LITTLE_PAINS: "bath_and_knees",
        Variant.SAID_NOT_SOFT: "bath_and_knees",
        Variant.ACHING: "answer_signs",
        Variant.ONLY_ASLEEP: "before_sleep",
        Variant.DAYS_TENDER: "bath_and_knees",
        Variant.DAYS_NOT_SOFT: "bath_and_knees",
        Variant.DAYS_HOLDING: "give_diaper",
        Variant.DAYS_ACHING: "answer_signs",
        Variant.DAYS_ASLEEP: "before_sleep",
        Variant.LONG_TENDER: "ask_for_a_visit",
        Variant.LEAKING_ON_MEDICINE: PRESCRIBER,
        Variant.BACK_AFTER_WEEKS: "answer_lately",
        Variant.MEDICINE_MISSED: AS_ORDERED,
        Variant.DAYS_MISSED: AS_ORDERED,
        Variant.MEDICINE_AGAIN: AS_ORDERED,
        Variant.MEDICINE_SLOW: PRESCRIBER,
        Variant.MEDICINE_OVER: "ask_about_medicine",
        Variant.DAYS_OVER: "ask_about_medicine",
        Variant.RUNNY: "answer_runny",
        Variant.DAYS_RUNNY: "answer_runny",
        Variant.TOLD_ONE: FIRST_EVENING,
    },
    State.CONSTIPATED: {
        Variant.PLAIN: "call_about_softening",
        Variant.LONG_GAP: "call_about_softening",
        Variant.HOLDING: "call_about_softening",
        Variant.LEAKING: "full_bowel",
        Variant.AS_TOLD: FIRST_EVENING,
        Variant.COUNTING: NOTHING,
        Variant.DOCTOR_KNOWS: AS_ORDERED,
        Variant.COUNTED_ANEW: AS_ORDERED,
        Variant.UP_AND_DOWN: AS_ORDERED,
        Variant.REVIEW: "ask_for_a_look",
        Variant.REVIEW_ANEW: "ask_for_a_look",
        Variant.CLEAN_OUT: AS_ORDERED,
        Variant.MEDICINE_MISSED: AS_ORDERED,
        Variant.LEAKING_ON_MEDICINE: PRESCRIBER,
        Variant.BACK_AFTER_WEEKS: "answer_lately",
    },
    State.SEE_A_DOCTOR: {
        Variant.SOON: "call_office_soon",
        Variant.TODAY: "call_office_today",
        Variant.NOW: "call_now",
    },
}


def one_thing(record: Record, comfort: Comfort) -> str:
    """Give the key of the one thing to do, or `nothing`.

    "As ordered" is said only where an order stands (rule 4: nobody is told to give what no
    clinician ordered). At night *soon* waits, and *today* goes to the out-of-hours line.
    """
    key = HELP[comfort.state][comfort.variant]
    if is_night(record.clock.local(record.at)):
        key = AT_NIGHT.get(key, key)
    if record.treatment.order_stands(record.at):
        key = WITH_AN_ORDER.get(key, key)
    elif key == AS_ORDERED:
        return WITHOUT_AN_ORDER[comfort.state]
    elif key == PRESCRIBER:
        return "ask_about_medicine"
    elif key in FROM_OUTSIDE and stays_out(record):
        return FROM_OUTSIDE[key]
    return _of_first_evening(record, comfort) if key == FIRST_EVENING else key


def _of_first_evening(record: Record, comfort: Comfort) -> str:
    """Give the first evening's thing, which stands for days only where nothing hurts."""
    days = _days_told(record)
    stale = days is not None and days >= N.span.first_evening.days
    return (AFTER_FIRST.get(comfort.state) if stale else None) or tonight(record)


AGAIN: Final = "P6"


def kindness(scene: Scene) -> Todo | None:
    """Give the one thing of a day on which words grew sharp; None on other days.

    While the child sleeps, a hug waits for the morning; stepping away does not.
    """
    if scene.comfort.state is State.SEE_A_DOCTOR or not scene.was_harsh_today:
        return None
    asleep = is_asleep(scene.record.clock.local(scene.record.at))
    back = "came_back_at_night" if asleep else "came_back"
    key = "step_away" if AGAIN in scene.calm.signs else back
    return Todo(key=key, says=Saying(key=f"calm.advice.{key}"))


class Headline(NamedTuple):
    """One sentence for how it is, one thing to do, and why the sentence says so."""

    sentence: Saying
    todo: Todo
    because: tuple[Because, ...]


A_WEEK: Final = timedelta(weeks=1)
# No sentence stands for more than a week.
FIGHTS: Final = ("fight_goes_on", "fight_for_long")
UNWELL: Final = {Variant.ILL, Variant.BUG}


class Today(NamedTuple):
    """What today's headline rests on."""

    record: Record
    comfort: Comfort
    calm: Calm
    plan: PlanAdvice
    jump: Jump | None
    ending: Ending

    @property
    def plan_speaks(self) -> bool:
        """Whether the plan's own reason is the sentence of the day."""
        if self.comfort.state.is_shut:
            return False
        easy = self.comfort.state is State.COMFORTABLE
        return (MoveMark.SPEAKS if easy else MoveMark.FIRM) in self.plan.marks

    @property
    def is_a_fight(self) -> bool:
        """Whether it is a fight, with or without a plan, and no break has begun.

        What hurts goes before it, and an illness: a sick child's tears are no fight.
        """
        first = self.comfort.state.is_shut or self.comfort.variant in UNWELL
        rests = self.plan.place is PlanPlace.ON_BREAK
        return self.calm.level is CalmLevel.FIGHT and not first and not rests

    @property
    def is_easy_on_a_step(self) -> bool:
        """Whether it is soft and easy on a step, and nothing is to be asked first."""
        comfort = self.comfort
        easy = comfort.state is State.COMFORTABLE and comfort.quiet_since is None
        return easy and self.plan.place is PlanPlace.ON_STEP

    @property
    def is_done(self) -> bool:
        """Whether the way is over: the ladder has ended, and it all comes in the potty."""
        plain = self.comfort.variant is Variant.PLAIN
        return self.ending is Ending.DONE and plain and _counts_days(self) is not None

    @property
    def was_called(self) -> bool:
        """Whether a sign was called about within a day, and it is neither open nor stuck."""
        open_or_stuck = self.comfort.alerts or self.comfort.state.is_shut
        return bool(_of_the_call(self)) and not open_or_stuck

    @property
    def visit_waits(self) -> bool:
        """Whether it is night, when a visit within days waits for the morning."""
        night = is_night(self.record.clock.local(self.record.at))
        return night and self.comfort.urgency is Urgency.SOON


def _asked(now: Today) -> Todo:
    """Give what the plan asks first."""
    if not now.plan.ask:
        return todo(NOTHING)
    asked = now.plan.ask[0]
    return Todo(key=asked.key, says=asked)


def _after_a_jump(now: Today) -> Todo:
    """Give what the plan asks then; while tender, what helps the body."""
    return _helps(now) if now.comfort.state is State.WATCH else _asked(now)


def _says_fight(now: Today) -> Saying:
    """Say that it is one; from its second week on that it still is, in turns.

    The turns go by the weeks since it was last seen, and by the calendar while it still is.
    """
    if not was_fight_a_week_ago(now.record, now.comfort):
        return Saying(key="ladder.why.fight")
    quiet = (now.record.today - (now.calm.since or now.record.today)) // A_WEEK
    weeks = quiet - 1 if quiet else now.record.today.toordinal() // A_WEEK.days
    return Saying(key=f"ladder.why.{FIGHTS[weeks % len(FIGHTS)]}")


def _soft_days(now: Today) -> int:
    return now.comfort.soft_days


def _days_since_told(now: Today) -> int:
    """Count the days since the family said "soft and easy"."""
    told = now.comfort.said_soft or now.record.at
    return (now.record.today - now.record.clock.day(told)).days


class WordsForDays(NamedTuple):
    """How the days are said in which it has been soft and easy: in which words, from when on."""

    words: str
    days: Callable[[Today], int]
    said_from: int


# Sooner on a medicine, where one hard one only starts the count anew.
SOON: Final = N.count.days_in_a_row
COUNTED: Final[Mapping[Variant, WordsForDays]] = {
    Variant.PLAIN: WordsForDays("days", _soft_days, A_WEEK.days),
    Variant.WITH_MEDICINE: WordsForDays("days_with_medicine", _soft_days, SOON),
    Variant.OWN_MEDICINE: WordsForDays("days_own_medicine", _soft_days, SOON),
    Variant.AS_TOLD: WordsForDays("days_as_told", _days_since_told, A_WEEK.days),
}


def _counts_days(now: Today) -> WordsForDays | None:
    """Give how its days are said, once it has been soft and easy for so long."""
    counted = COUNTED.get(now.comfort.variant)
    if now.comfort.state is not State.COMFORTABLE or counted is None:
        return None
    return counted if counted.days(now) >= counted.said_from else None


def _says_on_step(now: Today) -> Saying:
    """Say why it is a good day to stay on the step."""
    if counted := _counts_days(now):
        values = {"count": counted.days(now)}
        return Saying(key=f"on_step.{counted.words}", values=values)
    return Saying(key=f"on_step.{now.comfort.variant}")


def _says_done(now: Today) -> Saying:
    """Say that the child does it alone."""
    return Saying(key="ending.done", values={"count": now.comfort.soft_days})


def _says_comfort(now: Today) -> Saying:
    """Say how the body feels."""
    if counted := _counts_days(now):
        values = {"count": counted.days(now)}
        return Saying(key=f"where_it_works.{counted.words}", values=values)
    return now.comfort.sentence


def _helps(now: Today) -> Todo:
    """Give what helps the body now."""
    return todo(one_thing(now.record, now.comfort))


def _of_the_body(now: Today) -> tuple[Because, ...]:
    """Give what comfort rests on."""
    return now.comfort.because


def _of_the_plan(now: Today) -> tuple[Because, ...]:
    """Give the reason of the plan, and what stands behind it."""
    return now.plan.because


def _of_both(now: Today) -> tuple[Because, ...]:
    """Give why it is soft and easy, and then why to stay."""
    return (*now.comfort.because, *now.plan.because)


def _of_the_call(now: Today) -> tuple[Because, ...]:
    """Give what to do if it comes again."""
    return tuple(note for note in now.comfort.notes if note.rule in AFTER_A_CALL)


def _of_the_fight(now: Today) -> tuple[Because, ...]:
    """Give what made it one."""
    return now.calm.because


# The notes of comfort after a call (`verdict.notes_of`).
AFTER_A_CALL: Final = {"called", "stopped"}


@dataclass(frozen=True, kw_only=True)
class HeadlineRow(Row[Today]):
    """One row. sentence: how it is; todo: the one thing; because: why the sentence says so."""

    sentence: Callable[[Today], Saying]
    todo: Callable[[Today], Todo]
    because: Callable[[Today], tuple[Because, ...]] = _of_the_body


# fmt: off
HEADLINES: Final = decision_table(
    HeadlineRow(key="called", when="a danger sign was called about within a day; none is open, and it is not stuck",
        fits=lambda now: now.was_called, sentence=lambda now: _of_the_call(now)[0].saw,
        todo=lambda _: todo("after_a_call"), because=_of_the_call),
    HeadlineRow(key="jump", when="a jump ahead today, and neither stuck, sore nor a fight",
        fits=lambda now: now.jump, sentence=lambda now: now.plan.because[0].saw, todo=_after_a_jump, because=_of_the_plan),
    HeadlineRow(key="plan", when="the plan has a reason to speak, and comfort lets it",
        fits=lambda now: now.plan_speaks, sentence=lambda now: now.plan.because[0].saw, todo=_asked, because=_of_the_plan),
    HeadlineRow(key="fight", when="a fight without a plan that says so",
        fits=lambda now: now.is_a_fight, sentence=_says_fight,
        todo=lambda _: todo("stop_asking"), because=_of_the_fight),
    HeadlineRow(key="on_step", when="soft and easy on a step, and nothing is to be asked first",
        fits=lambda now: now.is_easy_on_a_step,
        sentence=_says_on_step, todo=_asked, because=_of_both),
    HeadlineRow(key="done", when="the family ended the ladder, and it all comes in the potty",
        fits=lambda now: now.is_done, sentence=_says_done, todo=_helps),
    HeadlineRow(key="waits", when="at night, while a visit within days waits for the morning",
        fits=lambda now: now.visit_waits, sentence=lambda _: Saying(key="night.soon"), todo=_helps),
    HeadlineRow(key="comfort", when="everything else: comfort speaks",
        fits=always, sentence=_says_comfort, todo=_helps),
)
# fmt: on


def headline(scene: Scene, jump: Jump | None, ending: Ending) -> Headline:
    """Choose what today's page says. jump: that of today, which the plan says first."""
    now = Today(scene.record, scene.comfort, scene.calm, scene.plan, jump, ending)
    row = first_that_fits(HEADLINES, now)
    return Headline(row.sentence(now), row.todo(now), row.because(now))
