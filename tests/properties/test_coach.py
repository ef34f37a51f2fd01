"""What always holds of ideas for calm days, on made-up courses, and breakers that prove it.

A course is some weeks of one child at one hour of the day; most are soft, some are in a fight, on
a break, sore or ill for a time, and families answer ideas as they like.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from stepstool import method
from stepstool.method.advice.coach import IDEAS, Proposal
from stepstool.method.calm import CalmLevel, PlanPlace
from stepstool.method.comfort import State, Variant
from stepstool.method.evidence import count, span
from stepstool.method.record import UNKNOWN, Child, Month, Record, read_entry
from stepstool.method.record.kinds.ideas import Idea, IdeaAnswer, IdeaKey
from stepstool.method.record.kinds.interview import ANSWERS, Interview, Told, Topic
from stepstool.method.record.kinds.poop import Poop

pytestmark = pytest.mark.generated
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
BORN = (Month(2021, 9), Month(2022, 9), Month(2024, 9), Month(2025, 7), UNKNOWN)
DAYS, LAST, COURSES = 60, 24, 48
HOURS = (7, 9, 9, 13, 16, 19, 21, 3)
ASKED = (Topic.WHERE_NOW, Topic.WHEN_OFFERED, Topic.SAYS_OR_DOES, Topic.SEAT)
ROWS = {row.idea: row for row in IDEAS}


@dataclass(frozen=True, kw_only=True)
class Day:
    record: Record
    advice: method.Advice

    @property
    def idea(self) -> IdeaKey | None:
        return self.advice.proposal.idea if self.advice.proposal else None


Course = Sequence[Day]


def rows(chance: Random) -> Iterator[tuple[str, float, Mapping[str, Any]]]:
    """Give kind, day and answers of all that is written in a course."""
    hard = chance.choice([0, 0, 0, 0.08, 0.4])
    wet = chance.choice([0, 0.02])
    for day in range(DAYS):
        bristol = chance.choices([4, 2, 7], [1 - hard - wet, hard, wet])[0]
        yield "poop", day + 0.7, {"place": "diaper", "bristol": bristol, "pain": 0}
    for topic in ASKED:
        if chance.random() < 0.6:
            answers = chance.sample(ANSWERS[topic], k=len(ANSWERS[topic]) // 3)
            yield "interview", chance.random(), {"topic": topic, "answers": answers}
    for idea in chance.sample(list(IdeaKey), k=8):
        answer = chance.choice(list(IdeaAnswer))
        yield "idea", DAYS * chance.random(), {"idea": idea, "answer": answer}
    if chance.random() < 0.2:
        said = {"topic": "fight", "answers": ["yes"]}
        yield "interview", DAYS * chance.random(), said
    if chance.random() < 0.3:
        yield "plan", DAYS * chance.random(), {"move": "take_a_break"}
    if chance.random() < 0.3:
        step = {
            "move": "start",
            "ladder": chance.choice(["b", "hiding_place"]),
            "step": 1,
        }
        yield "plan", DAYS * chance.random(), step


@cache
def course(seed: int) -> Course:
    chance = Random(f"coach {seed}")
    entries = [
        read_entry(
            {
                "id": f"{number:03}",
                "kind": kind,
                "at": (FIRST + timedelta(days=day)).isoformat(),
                "data": data,
            }
        )
        for number, (kind, day, data) in enumerate(rows(chance))
    ]
    child = Child(born=chance.choice(BORN), name="Mia", id="mia")
    last = FIRST + timedelta(days=DAYS - 1, hours=chance.choice(HOURS))
    record = Record(child, entries, last)
    moments = (last - timedelta(days=back) for back in range(LAST, -1, -1))
    records = (record.until(moment) for moment in moments)
    return [Day(record=each, advice=method.advise(each)) for each in records]


def the_one_thing_and_no_second(days: Course) -> bool:
    """An idea is the one thing of its day, and stands nowhere beside another."""
    return all(
        (day.advice.todo.key == f"idea.{day.idea}")
        if day.idea
        else not day.advice.todo.key.startswith("idea.")
        for day in days
    )


def never_on_three_days_running(days: Course) -> bool:
    threes = zip(days, days[1:], days[2:], strict=False)
    return not any(a.idea and a.idea == b.idea == c.idea for a, b, c in threes)


def what_was_answered_rests(days: Course) -> bool:
    return not any(_rests(day, entry) for day in days for entry in day.record.of(Idea))


def _rests(day: Day, entry: Idea) -> bool:
    assert isinstance(entry.idea, IdeaKey)
    not_this = entry.answer is IdeaAnswer.NOT_THIS
    rests = span("coach.not_this") if not_this else ROWS[entry.idea].rests
    clock = day.record.clock
    since = day.record.today - clock.day(entry.at)
    return day.idea is entry.idea and since < rests


def only_while_soft_and_calm(days: Course) -> bool:
    """Never while sore, unknown, tense, in a fight, on a break, or beside a danger sign."""
    return all(_is_soft_and_calm(day) for day in days if day.idea)


def _is_soft_and_calm(day: Day) -> bool:
    advice = day.advice
    return (
        advice.comfort.state is State.COMFORTABLE
        and not advice.comfort.alerts
        and advice.calm.level is CalmLevel.CALM
        and advice.plan.place is not PlanPlace.ON_BREAK
    )


def never_at_night(days: Course) -> bool:
    return all(_is_awake(day) for day in days if day.idea)


def _is_awake(day: Day) -> bool:
    hour = day.record.at.hour
    return count("today.night_ends") <= hour < count("today.night_begins")


def never_into_a_bathroom_that_is_shunned(days: Course) -> bool:
    return not any(
        ROWS[day.idea].bathroom and _shuns(day.record) for day in days if day.idea
    )


def _shuns(record: Record) -> bool:
    asked = [each for each in record.of(Interview) if each.topic is Topic.WHEN_OFFERED]
    return bool(asked) and Told.WONT_GO_NEAR_IT in tuple(asked[-1].answers or ())


def never_new_with_a_full_diary(days: Course) -> bool:
    """Ten typed poops in two weeks are known: nobody is *getting to know* that child."""
    return not any(
        day.advice.comfort.state is State.UNKNOWN
        and day.advice.comfort.variant in (Variant.NEW, Variant.PLAIN)
        and _is_full(day.record)
        for day in days
    )


def _is_full(record: Record) -> bool:
    since = record.at - span("comfort.window")
    typed = record.within(Poop, since, record.at)
    return len(typed) >= count("comfort.well_known_typed")


def _spoiled(day: Day, **changes: Any) -> Day:
    return replace(day, advice=replace(day.advice, **changes))


def _proposing(day: Day, idea: IdeaKey, proposal: Proposal) -> Day:
    todo = replace(day.advice.todo, key=f"idea.{idea}")
    return _spoiled(day, proposal=replace(proposal, idea=idea), todo=todo)


def _every_day(change: Callable[[Day, Proposal], Day]) -> Callable[[Course], Course]:
    """Change every day on which something is proposed."""

    def spoil(days: Course) -> Course:
        return [
            change(day, day.advice.proposal) if day.advice.proposal else day
            for day in days
        ]

    return spoil


def _in_state(state: State) -> Callable[[Day, Proposal], Day]:
    return lambda day, _: _spoiled(
        day, comfort=replace(day.advice.comfort, state=state, variant=Variant.PLAIN)
    )


def _first_again(days: Course) -> Course:
    first = next((day.advice.proposal for day in days if day.advice.proposal), None)
    return [_proposing(day, first.idea, first) for day in days] if first else days


def _answered_again(day: Day, proposal: Proposal) -> Day:
    answered = day.record.of(Idea)
    idea = answered[-1].idea if answered else proposal.idea
    assert isinstance(idea, IdeaKey)
    return _proposing(day, idea, proposal)


def _at_night(day: Day, _: Proposal) -> Day:
    moment = day.record.at.replace(hour=3)
    return replace(day, record=day.record.until(moment))


Rule = Callable[[Course], bool]
Breaker = Callable[[Course], Course]
RULES: Sequence[tuple[Rule, Sequence[Breaker]]] = (
    (
        the_one_thing_and_no_second,
        [_every_day(lambda day, _: _spoiled(day, proposal=None))],
    ),
    (never_on_three_days_running, [_first_again]),
    (what_was_answered_rests, [_every_day(_answered_again)]),
    (
        only_while_soft_and_calm,
        [
            _every_day(_in_state(State.WATCH)),
            _every_day(_in_state(State.CONSTIPATED)),
            _every_day(
                lambda day, _: _spoiled(
                    day, calm=replace(day.advice.calm, level=CalmLevel.FIGHT)
                )
            ),
            _every_day(
                lambda day, _: _spoiled(
                    day, plan=replace(day.advice.plan, place=PlanPlace.ON_BREAK)
                )
            ),
        ],
    ),
    (never_at_night, [_every_day(_at_night)]),
    (
        never_into_a_bathroom_that_is_shunned,
        [_every_day(lambda day, it: _proposing(day, IdeaKey.GOODBYE, it))],
    ),
    (never_new_with_a_full_diary, [_every_day(_in_state(State.UNKNOWN))]),
)
NAMES = [rule.__name__ for rule, _ in RULES]


@pytest.mark.parametrize(("rule", "breakers"), RULES, ids=NAMES)
def test_it_holds_on_every_course(rule: Rule, breakers: Sequence[Breaker]) -> None:
    assert [seed for seed in range(COURSES) if not rule(course(seed))] == []
    for breaker in breakers:
        assert any(not rule(breaker(course(seed))) for seed in range(COURSES))


def test_courses_show_what_the_rules_are_about() -> None:
    """Most ideas were proposed somewhere, calm days have one, and it changes."""
    days = [day for seed in range(COURSES) for day in course(seed)]
    proposed = {day.idea for day in days} - {None}
    calm = [day for day in days if _may_have_one(day)]
    assert len(proposed) >= len(IdeaKey) - 2, set(IdeaKey) - proposed
    assert sum(day.idea is not None for day in calm) > len(calm) * 4 / 5
    assert any(a.idea != b.idea for a, b in pairwise(days) if a.idea and b.idea)


def _may_have_one(day: Day) -> bool:
    """Whether nothing else is to do by day, with a child old enough, soft and calm."""
    months = day.record.child.youngest_months(day.record.today)
    old_enough = months is UNKNOWN or months >= count("reasons.first_step_from")
    nothing_else = bool(day.idea) or day.advice.todo.key == "nothing"
    return old_enough and nothing_else and _is_awake(day) and _is_soft_and_calm(day)


def test_the_same_record_gives_the_same_idea_in_any_order() -> None:
    for seed in range(8):
        day = course(seed)[-1]
        again = Record(
            day.record.child, list(reversed(day.record.entries)), day.record.at
        )
        assert method.advise(again).proposal == day.advice.proposal
