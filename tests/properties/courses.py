"""Made-up courses: a family lives with the advice, morning by morning, for some weeks.

The child's poops, its answers and what the family decides come from one seed. Families
follow the advice, follow it now and then, or only write down. No evidence about children:
it is there so that the advice is tried by what it brings about.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from stepstool.method import comfort, ladder
from stepstool.method.calm import PlanPlace
from stepstool.method.comfort import Comfort, Past, State, Variant
from stepstool.method.ladder import Advised, PlanAdvice
from stepstool.method.record import (
    Because,
    Child,
    Entry,
    Month,
    Record,
    Saying,
    read_entry,
)
from stepstool.method.record.clock import Clock, Days

FIRST = datetime(2026, 3, 1, tzinfo=UTC)
MIA = Child(born=Month(2021, 9), name="Mia", id="mia")
DIAPER = {"place": "diaper", "wearing": "diaper", "where": "bathroom"}
# How a poop comes on each step of the ladder B; 0 is below the first.
STEPS: Sequence[Mapping[str, str]] = (
    DIAPER | {"where": "living_room"},
    DIAPER,
    DIAPER | {"posture": "sitting_on_lid"},
    DIAPER | {"posture": "sitting_on_seat"},
    {"place": "toilet", "wearing": "diaper_with_hole", "posture": "sitting_on_seat"},
    {"place": "potty", "wearing": "nothing", "posture": "sitting_on_potty"},
)
Span = tuple[datetime, datetime]
QUIET = timedelta(days=2)
ASKING = (Advised.START, Advised.MOVE_ON, Advised.GO_ON)


@dataclass(frozen=True)
class Morning:
    """What was advised on one day, and how many decisions of the family came before."""

    day: int
    at: datetime
    comfort: Comfort
    plan: PlanAdvice
    decisions: int


@dataclass(frozen=True)
class Ways:
    """What a child and its family are like; chances between 0 and 1."""

    poops: float  # a day
    able: Sequence[float]  # by step: that it comes there
    ahead: float
    upset: float
    sore: float
    holds: float
    yes: float  # that the child agrees
    follows: float  # that the family does what is advised
    keeps: float  # that it decides to stay instead, or taps nothing
    writes: float  # that a day is written down
    events: float  # that something comes in between, a day


@dataclass
class Course:
    """A course as it grows."""

    chance: Random
    ways: Ways
    entries: list[Entry] = field(default_factory=list)
    # What made-up comfort remembers.
    holding: list[datetime] = field(default_factory=list)
    hurt: list[datetime] = field(default_factory=list)
    ill: list[Span] = field(default_factory=list)
    stuck: list[Span] = field(default_factory=list)
    tender: list[Span] = field(default_factory=list)
    heard: datetime = FIRST

    def write(self, kind: str, at: datetime, **data: Any) -> None:
        """Write something down; `until` is its end."""
        raw: dict[str, Any] = {"id": f"{len(self.entries):05}", "kind": kind}
        until = data.pop("until", None)
        if until:
            raw["until"] = until.isoformat()
        self.entries.append(read_entry({**raw, "at": at.isoformat(), "data": data}))
        self._feel(kind, at, until, data)

    def _feel(
        self, kind: str, at: datetime, until: datetime | None, data: Mapping[str, Any]
    ) -> None:
        """Remember what made-up comfort rests on; how long it lasts is made up too."""
        days = self.chance.choice([1, 3, 5, 30])
        span = (at, until or at + timedelta(days=days))
        if kind in ("poop", "none_came", "interview"):
            self.heard = at
        if kind == "signal":
            self.holding.append(at)
        if kind == "illness":
            self.ill.append(span)
        if kind in ("clinician_word", "danger_sign"):
            self.stuck.append(span)
        if data.get("pain") or data.get("answers") == ["no"]:
            self.hurt.append(at)
            self._grow_tender(span)

    def _grow_tender(self, span: Span) -> None:
        """Let it be tender; what follows without a day between is one time."""
        if self.tender and span[0] <= self.tender[-1][1] + timedelta(days=1):
            since, until = self.tender.pop()
            span = (since, max(until, span[1]))
        self.tender.append(span)

    @property
    def decisions(self) -> int:
        """How often the family decided something about the plan."""
        return sum(each.KIND == "plan" for each in self.entries)

    def so(self, likely: float) -> bool:
        """Whether something likely comes true."""
        return self.chance.random() < likely


Feels = Callable[["Course", Record], Comfort]


def assessed(_: "Course", record: Record) -> Comfort:
    """Feel as the rules of comfort say."""
    return comfort.assess(record)


def made_up(lived: "Course", record: Record) -> Comfort:
    """Feel in a made-up way, which takes a tenth of the time."""
    at = record.at
    stuck = [each for each in lived.stuck if each[0] <= at]
    spans = tuple((since, min(until, at)) for since, until in stuck)
    tender = [each for each in lived.tender if each[0] <= at < each[1]]
    quiet = at - lived.heard >= QUIET
    state = State.COMFORTABLE
    if any(until > at for _, until in stuck):
        state = State.CONSTIPATED
    elif tender:
        state = State.WATCH
    elif quiet:
        state = State.UNKNOWN
    past = Past(
        holding=lived.holding, hurt=lived.hurt, ill=tuple(lived.ill), stuck=spans
    )
    return Comfort(
        state=state,
        urgency=None,
        because=(Because(rule="made_up", saw=Saying(key="made.up"), sources=("I",)),),
        body=state,
        variant=Variant.PLAIN,
        days=_days(record.today),
        past=past,
        is_quiet=quiet,
        tender_since=tender[0][0] if tender else None,
    )


@cache
def _days(today: date) -> Days:
    days = Days(Clock(()), FIRST.date() - timedelta(days=30), today)
    days.know([True] * len(days))
    return days


def course(seed: int, days: int, feels: Feels = made_up) -> Iterator[Morning]:
    """Live a course, and give what was advised on each of its mornings."""
    lived = Course(Random(f"course {seed}"), Ways(**_ways(Random(f"ways {seed}"))))
    _begin(lived)
    for day in range(days):
        at = FIRST + timedelta(days=day, hours=8)
        felt, plan = advised(lived, at, feels)
        yield Morning(day, at, felt, plan, lived.decisions)
        _answer(lived, at + timedelta(minutes=18), felt, plan)
        _happen(lived, at)
        if lived.so(lived.ways.writes):
            _poop(lived, at, plan.step or 0)


def advised(lived: "Course", at: datetime, feels: Feels) -> tuple[Comfort, PlanAdvice]:
    """Give the advice of a moment."""
    record = Record(MIA, lived.entries, at)
    felt = feels(lived, record)
    return felt, ladder.advise(record, felt, ladder.calm_of(record, felt))


def _ways(chance: Random) -> dict[str, Any]:
    worst, best = sorted((chance.random(), chance.random()))
    able = sorted((chance.uniform(worst, best) for _ in STEPS[1:]), reverse=True)
    return {
        "poops": chance.choice([0.4, 0.7, 1, 1, 1.5]),
        "able": [1, *able],
        "ahead": chance.choice([0, 0, 0.05, 0.3]),
        "upset": chance.choice([0, 0, 0.1, 0.4]),
        "sore": chance.choice([0, 0, 0.03, 0.15]),
        "holds": chance.choice([0, 0, 0.03, 0.15]),
        "yes": chance.choice([0, 0.3, 0.7, 1]),
        "follows": chance.choice([0, 0.3, 1, 1]),
        "keeps": chance.choice([0, 0.1, 0.6]),
        "writes": chance.choice([1, 1, 0.95, 0.8]),
        "events": chance.choice([0, 0, 0.01, 0.04]),
    }


def _begin(lived: Course) -> None:
    soft = {"topic": "four_weeks", "answers": ["soft_and_easy"]}
    lived.write("interview", FIRST + timedelta(hours=6), **soft)
    at = FIRST + timedelta(hours=7)
    if lived.so(0.3):
        lived.write("plan", at, ladder="b")
    else:
        step = lived.chance.choice([1, 1, 1, 2, 3, 5])
        lived.write("plan", at, move="start", ladder="b", step=step)


def _answer(lived: Course, at: datetime, felt: Comfort, plan: PlanAdvice) -> None:
    """Do what is advised, in this family's way."""
    if felt.questions and lived.so(0.5):
        lived.write("none_came", at)
    if any(each.key.endswith("soft_and_painless") for each in plan.ask):
        said = "no" if lived.so(0.1) else "yes"
        if lived.so(lived.ways.follows):
            lived.write("interview", at, topic="soft_and_painless", answers=[said])
    if lived.so(lived.ways.follows):
        _decide(lived, at, plan)
    elif plan.place is PlanPlace.ON_STEP and lived.so(lived.ways.keeps / 4):
        lived.write("plan", at, move="stay", ladder=plan.ladder, step=plan.step)


def _decide(lived: Course, at: datetime, plan: PlanAdvice) -> None:
    here = {"ladder": plan.ladder, "ladder_version": plan.version}
    if plan.move in ASKING:
        move = _asked(lived, plan)
    elif plan.move is Advised.STEP_BACK:
        stays = lived.so(lived.ways.keeps)
        move = {"move": "step_back", "step": plan.to}
        move = {"move": "stay", "step": plan.step} if stays else move
    elif plan.move is Advised.TAKE_A_BREAK:
        look = (at + timedelta(days=28)).date().isoformat()
        keeps = plan.place is PlanPlace.ON_BREAK or lived.so(lived.ways.keeps)
        move = {} if keeps else {"move": "take_a_break", "until_day": look}
    else:
        move = {"move": "stay"} if lived.so(lived.ways.keeps / 8) else {}
        other = plan.rule == "another_ladder" and lived.so(0.3)
        here |= {"ladder": "diaper_fading", "ladder_version": 1} if other else {}
        move |= {} if not other else {"move": "unknown"}
    if move:
        lived.write("plan", at, **here, **move)


def _asked(lived: Course, plan: PlanAdvice) -> dict[str, Any]:
    """Ask the child; or the family decides to stay, and does not ask."""
    if plan.move is Advised.MOVE_ON and lived.so(lived.ways.keeps):
        return {"move": "stay", "step": plan.step}
    if lived.so(lived.ways.yes):
        return {"move": str(plan.move), "step": plan.to, "child_agreed": "yes"}
    if plan.move is Advised.START:
        return {"move": "start", "child_agreed": "no"}
    stays = plan.to if plan.move is Advised.GO_ON else plan.step
    on_break = plan.place is PlanPlace.ON_BREAK
    return {} if on_break else {"move": "stay", "step": stays, "child_agreed": "no"}


def _happen(lived: Course, at: datetime) -> None:
    """Let something come in between, now and then."""
    chance = lived.chance
    if lived.so(lived.ways.holds):
        lived.write("signal", at + timedelta(hours=2), meaning="holding")
    if not lived.so(lived.ways.events):
        return
    until = at + timedelta(days=chance.randint(1, 16))
    what: Sequence[tuple[str, Mapping[str, Any]]] = (
        ("away", {"place": "travel", "until": until}),
        ("away", {"place": "other_home"}),
        ("illness", {"illness": "cold", "until": until}),
        ("big_change", {"change": "new_baby"}),
        ("clinician_word", {"word": "constipated"}),
        ("clinician_word", {"word": "not_constipated"}),
        ("interview", {"topic": "fight", "answers": ["yes"]}),
        ("danger_sign", {"sign": "ribbon_thin", "answer": "here"}),
        ("danger_sign", {"sign": "ribbon_thin", "answer": "doctor_knows"}),
        ("plan", {"move": "take_a_break"}),
    )
    kind, data = chance.choice(what)
    lived.write(kind, at + timedelta(hours=1), **data)


def _poop(lived: Course, at: datetime, step: int) -> None:
    ways, chance = lived.ways, lived.chance
    often = int(ways.poops) + lived.so(ways.poops % 1)
    for n in range(often):
        there = (
            step if lived.so(ways.able[min(step, 5)]) else chance.randrange(step + 1)
        )
        there = min(there + lived.so(ways.ahead) * chance.randint(1, 4), 5)
        mood = "upset" if lived.so(ways.upset) else chance.choice(["fine", "proud"])
        pain = chance.choice([1, 2]) if lived.so(ways.sore) else 0
        when = at + timedelta(hours=3 + 5 * n, minutes=chance.randrange(120))
        lived.write("poop", when, **STEPS[there], mood=mood, pain=pain, bristol=4)
    if not often and lived.so(ways.writes):
        lived.write("none_came", at + timedelta(hours=11))
