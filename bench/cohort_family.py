"""A made-up family that lives with the advice for half a year, evening after evening.

Each evening it looks at the page once, answers what is asked, and mostly does what is advised;
the child says yes or not yet. What it read is kept for those who look for dead ends.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final, NamedTuple

from bench.cohort_child import ASKS, SOFTENER, WAY, Care, Child, Lived, kind_of
from bench.cohort_diary import BEGIN, DIARY, Diary, evening, lands
from stepstool import method
from stepstool.method.advice import Advice
from stepstool.method.calm import CalmLevel
from stepstool.method.comfort import SIGNS, Alert, Asked, Asking, Asks, State, Urgency
from stepstool.method.ladder import Advised, Ladder
from stepstool.method.record import Entry

WEEKS: Final = 26
DAYS: Final = WEEKS * 7
BEGINS: Final = (
    4  # on the evening of this day, and later when it is soft, a ladder is chosen
)
MINUTE: Final = timedelta(minutes=1)
LADDERS: Final = ("b", "diaper_fading", "floor_mark", "three_phases", "hiding_place")
NO_STEP, FIRST = 0, 1
A_LITTLE: Final = 0.5
ONCE: Final = frozenset(each.key for each in SIGNS if each.asked is Asked.ONCE)
ASKED: Final = (Advised.START, Advised.MOVE_ON, Advised.GO_ON)
TOLD: Final[Mapping[Asks, str]] = {
    Asks.RUNNY: "well_otherwise",
    Asks.FOUR_WEEKS: "soft_and_easy",
    Asks.ALWAYS_SO: "yes",
    Asks.SOFT_AND_PAINLESS: "yes",
    Asks.ALL_WRITTEN: "yes",
}
CALLS: Final = (
    "call_",
    "ask_for",
    "ask_about",
    "ask_the",
    "full_bowel",
    "no_potty_talk",
)


class Read(NamedTuple):
    """What the family read on one evening, and what held then."""

    day: int
    advice: Advice
    sentence: str
    todo: str

    @property
    def text(self) -> tuple[str, str]:
        """How it is, and the one thing to do, as they stand on the page."""
        return self.sentence, self.todo


@dataclass(frozen=True, kw_only=True)
class Life:
    """One child's half year. there: the day on which it first was there, if at all."""

    kind: str
    seed: int
    evenings: tuple[Read, ...]
    entries: tuple[Entry, ...]
    there: int | None


def life(seed: int, *, cost: float = 1.0, days: int = DAYS) -> Life:
    """Live with the advice. cost: times what being asked too high costs the child."""
    family = Family(seed, cost)
    evenings = tuple(family.lives(day) for day in range(days))
    return Life(
        kind=family.child.kind,
        seed=seed,
        evenings=evenings,
        entries=tuple(family.diary.entries),
        there=family.there,
    )


class Family:
    """A child, its diary, and where the plan stands."""

    def __init__(self, seed: int, cost: float) -> None:
        """Begin on the first day; everything comes from the seed."""
        self.chance = Random(f"family {seed}")  # noqa: S311 - for a made-up life
        self.child = Child(kind=kind_of(seed), chance=self.chance, cost=cost)
        self.diary = Diary(self.chance)
        self.diary.tell(evening(0) - 30 * MINUTE, self.child.type["told"])
        self.pushes = bool(self.child.type.get("pushes"))
        self.there: int | None = None
        self.ladder: Ladder | None = None
        self.step = NO_STEP
        self.on_break = False
        self.half_until = 0  # the day until which the step is cut in half
        self.visit_on: int | None = None
        self.alerts: tuple[Alert, ...] = ()
        self.state = State.UNKNOWN
        self.offered_another = 0  # evenings
        self.day, self.now = 0, evening(0)

    def lives(self, day: int) -> Read:
        """Live a day, look at the page, and do something about it."""
        self.day, self.now = day, evening(day)
        self._visits()
        lived = self.child.live(self._care())
        self._writes(lived)
        if self.child.is_there and self.there is None:
            self.there = day
        record = self.diary.record(self.now)
        advice, speaker = method.advise(record), method.speaker_of(record, "en")
        sentence = speaker.spoken(advice.sentence)
        todo = speaker.spoken(advice.todo.says)
        self._answers(advice)
        return Read(day, advice, sentence, todo)

    # The day.

    def _care(self) -> Care:
        """Ask for the step, unless the plan rests; in a fight the grown-ups push."""
        rests = self.on_break or self.state.is_shut or self.step == NO_STEP
        if self.pushes and self.chance.random() < DIARY["pushes"]:
            at = BEGIN + timedelta(days=self.day, hours=8)
            self._write("sit", at, offered="yes", accepted="no", mood="upset")
            return Care(height=WAY)
        height = 0.0 if rests else self._height(self.step)
        return Care(height=height, praised=not self.pushes, freed=self.on_break)

    def _height(self, step: int) -> float:
        """Give how high a step is for this child; half of it while it is cut in half."""
        if self.ladder is None:
            return 0.0
        first, steps = self.child.type["first"], len(self.ladder.steps)
        whole = first + (WAY - first) * (step - 1) / max(steps - 1, 1)
        halved = step == self.step and self.day < self.half_until
        return whole * (DIARY["half_step"] if halved else 1.0)

    def _writes(self, lived: Lived) -> None:
        """Write down what was seen of the day."""
        reached = self._reached(lived.can)
        for poop in lived.poops:
            self.diary.write_poop(
                self.day, poop, self._place(reached, upset=lived.upset)
            )
        if lived.poops and self.step and reached >= self.step:
            self.child.succeeds()
        self.diary.write_holding(self.day, lived)
        if self.chance.random() < self.child.type["asks"] and not self.child.is_there:
            at = BEGIN + timedelta(days=self.day, hours=1)
            self._write("diaper_request", at, given="yes")

    def _reached(self, can: float) -> int:
        """Give the step that a poop of today reaches; 0 where it always was."""
        if self.ladder is None or self.child.is_there:
            return len(self.ladder.steps) if self.ladder else NO_STEP
        asked = range(self.step, NO_STEP, -1)
        step = next((each for each in asked if self._height(each) <= can), NO_STEP)
        goes_on = step and step == self.step < len(self.ladder.steps)
        if goes_on and self._height(step + 1) <= can:
            step += self.chance.random() < ASKS["ahead"]
        return step

    def _place(self, reached: int, *, upset: bool) -> Mapping[str, Any]:
        hides = self.chance.random() < self.child.type["hides"]
        if self.child.is_there and self.ladder is None:
            return {"place": "potty"}
        place = dict(lands(self.ladder, reached, hides=hides))
        return place | ({"mood": "upset"} if upset else {})

    # The evening.

    def _answers(self, advice: Advice) -> None:
        """Answer what is asked, then do what is advised, mostly."""
        self.state, self.alerts = advice.comfort.state, advice.comfort.alerts
        self.now += 5 * MINUTE
        for asking in advice.comfort.questions:
            self._answer(asking)
        if advice.calm.level is CalmLevel.FIGHT:
            self.pushes = self.pushes and self.chance.random() > DIARY["follows"]
        self._calls(advice)
        name, _, idea = advice.todo.key.partition("idea.")
        if idea and not name and self.chance.random() < DIARY["idea"]:
            self._write("idea", self.now, idea=idea, answer="done")
        if self.chance.random() < DIARY["follows"]:
            self._decides(advice)

    def _answer(self, asking: Asking) -> None:
        """Answer one question truly."""
        if asking.asks is Asks.DANGER_SIGNS:
            self._write("danger_sign", self.now, answer="not_here")
            for sign in (each for each in asking.signs if each in ONCE):
                self._write("danger_sign", self.now, sign=sign, answer="not_here")
        elif asking.asks is Asks.IS_IT_OVER:
            for sign in asking.signs:
                self._write("danger_sign", self.now, sign=sign, answer="seen")
        elif asking.asks is Asks.GAP:
            self._answer_gap(asking)
        elif told := TOLD.get(asking.asks):
            last = self.child.fear < A_LITTLE
            answer = told if asking.asks is not Asks.SOFT_AND_PAINLESS or last else "no"
            self.diary.tell(self.now, {str(asking.topic): [answer]})

    def _answer_gap(self, asking: Asking) -> None:
        """Write the poop that was forgotten, or say that none came."""
        since = asking.since or self.now.date()
        forgotten = [at for at in self.diary.unwritten if at.date() > since]
        self.diary.tell(self.now, {"gap": ["yes" if forgotten else "no"]})
        for at in forgotten:
            self._write("poop", at, place="diaper")
        self.diary.unwritten.clear()

    def _calls(self, advice: Advice) -> None:
        """Call the doctor where that is advised; a visit comes some days later."""
        urgent = [e for e in self.alerts if e.urgency is not Urgency.SOON]
        for alert in urgent:
            self._write("danger_sign", self.now, sign=alert.key, answer="called")
        wanted = self.alerts or advice.todo.key.startswith(CALLS)
        asked = any(each.key == "ladder.ask.clinician" for each in advice.plan.ask)
        if (wanted or asked) and self.visit_on is None:
            wait = 1 if urgent else round(self.chance.expovariate(1 / DIARY["visit"]))
            self.visit_on = self.day + 1 + wait
        for alert in self.alerts:
            if alert not in urgent:
                answer = {"sign": alert.key, "answer": "visit_booked"}
                self._write("danger_sign", self.now, **answer)

    def _visits(self) -> None:
        """See the doctor, who knows about it from now on and orders a softener if it is sore."""
        at = BEGIN + timedelta(days=self.day, hours=3)
        if self.visit_on == self.day:
            self.visit_on = None
            for alert in self.alerts:
                self._write("danger_sign", at, sign=alert.key, answer="seen")
            stuck = self.child.sore or self.state is State.CONSTIPATED
            word = "constipated" if stuck else "not_constipated"
            if self.child.softened:
                word = "knows_about_it"
            self._write("clinician_word", at, word=word, name="Dr Ito")
            if stuck and not self.child.softened:
                self.child.softened = True
                self._write("medicine_ordered", at, medicine="softener")
        elif self.child.softened:
            given = self.chance.random() < SOFTENER["given"]
            outcome = "given" if given else "missed"
            self._write("medicine_given", at, medicine="softener", outcome=outcome)

    # The plan.

    def _decides(self, advice: Advice) -> None:
        plan = advice.plan
        if plan.move is Advised.NONE:
            self._chooses(advice)
        elif plan.move is Advised.TAKE_A_BREAK and not self.on_break:
            self._takes_a_break()
        elif plan.move in ASKED:
            self._asks(plan.move, plan.to or plan.step or FIRST)
        elif plan.move is Advised.STEP_BACK:
            self._steps(Advised.STEP_BACK, max(plan.to or 0, FIRST))
        elif plan.move is Advised.STAY:
            self._helps({each.key.removeprefix("ladder.ask.") for each in plan.ask})

    def _chooses(self, advice: Advice) -> None:
        """Choose the ladder that fits, once it may be begun."""
        free = advice.comfort.state not in (State.WATCH, State.SEE_A_DOCTOR)
        if (
            free
            and not self.state.is_shut
            and self.day >= BEGINS
            and self.ladder is None
        ):
            self._takes(self.child.type["ladder"])

    def _takes(self, key: str) -> None:
        self.ladder, self.step = method.ladder_of(key, 0), NO_STEP
        self._write("plan", self.now, ladder=key)

    def _takes_a_break(self) -> None:
        self.on_break, self.pushes = True, False
        until = (self.now + timedelta(days=DIARY["break"])).date().isoformat()
        self._write(
            "plan",
            self.now,
            move="take_a_break",
            until_day=until,
            step=max(self.step, FIRST),
        )

    def _asks(self, move: Advised, to: int) -> None:
        """Ask the child before a step; its no is written down."""
        to = min(to, len(self.ladder.steps)) if self.ladder else to
        if self.child.agrees(self._height(to)):
            self._steps(move, to)
        elif move is Advised.START:
            self._write(
                "plan", self.now, move="start", child_agreed="no", **self._named()
            )
        elif not self.on_break:
            self._write(
                "plan", self.now, move="stay", step=self.step or to, child_agreed="no"
            )
        else:
            self._takes_a_break()

    def _steps(self, move: Advised, to: int) -> None:
        self.step, self.on_break, self.half_until = to, False, 0
        agreed = {} if move is Advised.STEP_BACK else {"child_agreed": "yes"}
        self._write("plan", self.now, move=move, step=to, **agreed, **self._named())

    def _helps(self, asked: set[str]) -> None:
        """Do what a step that takes long asks for."""
        if "half_step" in asked and self.day >= self.half_until:
            self.half_until = self.day + 7
        if "why_not" in asked:
            self.diary.tell(self.now, self.child.type["told"])
        if "fade" in asked:
            self._write("settings", self.now, fading="words")
        if "another_ladder" in asked:
            self.offered_another += 1
        if self.offered_another >= DIARY["another"] and self.ladder:
            self.offered_another = 0
            after = (LADDERS.index(self.ladder.key) + 1) % len(LADDERS)
            self._takes(LADDERS[after])

    def _named(self) -> Mapping[str, Any]:
        return {"ladder": self.ladder.key} if self.ladder else {}

    def _write(self, kind: str, at: datetime, **data: Any) -> None:
        self.diary.write(kind, at, **data)
