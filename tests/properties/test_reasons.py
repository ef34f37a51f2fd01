"""What holds for the reasons of every diary, whatever its order, gaps or nonsense."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from random import Random
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stepstool.method import ladder, reasons
from stepstool.method.comfort import Comfort, State, assess
from stepstool.method.evidence import SOURCES
from stepstool.method.reasons import BODY, READING, Key, Reason, ReasonLevel, Reasons
from stepstool.method.record import (
    Because,
    Child,
    Entry,
    Month,
    Record,
    Saying,
    read_or_keep,
)
from stepstool.method.record.kinds.answers import Mood, Where
from stepstool.method.record.kinds.days import AwayKind, ChangeKind
from stepstool.method.record.kinds.interview import ANSWERS, Topic
from stepstool.method.record.kinds.poop import Beginning, Place, Posture
from stepstool.method.record.kinds.toileting import EndedBy, PromptKind, Sign
from tests.properties.diaries import asked, children, diaries, moments, some, yes_no
from tests.properties.families import family

MIA = Child(born=Month(2022, 9), name="Mia", id="mia")
SAID: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "interview": st.sampled_from(list(Topic)).flatmap(
        lambda topic: st.fixed_dictionaries(
            {
                "topic": st.just(topic),
                "answers": st.lists(
                    st.sampled_from(ANSWERS[topic]), max_size=4, unique=True
                ),
            }
        )
    ),
    "poop": some(
        place=st.sampled_from(list(Place)),
        where=st.sampled_from(list(Where)),
        posture=st.sampled_from(list(Posture)),
        mood=st.sampled_from(list(Mood)),
        bristol=st.sampled_from([1, 4, 4, 4]),
        pain=st.integers(0, 3),
        diaper_asked=yes_no,
        began=st.lists(st.sampled_from(list(Beginning)), max_size=2, unique=True),
    ),
    "sit": some(
        offered=yes_no,
        accepted=yes_no,
        made_to=yes_no,
        minutes=st.integers(0, 12),
        feet_supported=yes_no,
        ended_by=st.sampled_from(list(EndedBy)),
        mood=st.sampled_from(list(Mood)),
    ),
    "signal": some(
        signs=st.lists(st.sampled_from(list(Sign)), max_size=2, unique=True)
    ),
    "prompt": some(how=st.sampled_from(list(PromptKind))),
    "diaper_request": some(given=yes_no),
    "big_change": some(change=st.sampled_from(list(ChangeKind))),
    "away": some(place=st.sampled_from(list(AwayKind))),
    "plan": some(
        move=st.sampled_from(["start", "take_a_break"]),
        ladder=st.just("b"),
        step=st.integers(1, 5),
    ),
}


@st.composite
def rows(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from([*["interview"] * 6, *["poop"] * 4, *SAID]))
    at = draw(moments).isoformat()
    return {"kind": kind, "at": at, "data": draw(SAID[kind])}


def _entries(made: list[dict[str, Any]]) -> list[Entry]:
    return [read_or_keep({"id": f"r{n:03}", **row}) for n, row in enumerate(made)]


told = st.lists(rows(), max_size=40).map(_entries)
records = st.builds(
    lambda child, diary, more, at: Record(child, [*diary, *more], at),
    children,
    diaries,
    told,
    asked,
)
slow = settings(suppress_health_check=[HealthCheck.too_slow])


# Made-up families, and in how many moments of theirs a rule must have its say.
FAMILIES, SAID_OFTEN = range(400), 20


class Case(NamedTuple):
    """What comfort says of a record, and what is found from it."""

    comfort: Comfort
    found: Reasons

    @property
    def says(self) -> set[str]:
        """What is said for and against constipation."""
        stuck = self.found.of(Key.CONSTIPATION)
        return {each.rule for each in (*stuck.speaks_for, *stuck.speaks_against)}


def case(record: Record) -> Case:
    comfort = assess(record)
    return Case(comfort, reasons.find(record, comfort, ladder.calm_of(record, comfort)))


def find(record: Record) -> Reasons:
    return case(record).found


def bounded(record: Record) -> Record:
    """Read no more than `READING` declares."""
    reads = {each.kind: each.back for each in READING}
    kept = [
        each
        for each in record.entries
        if type(each) in reads
        and ((back := reads[type(each)]) is None or each.at >= record.at - back)
    ]
    return Record(record.child, [*kept, *record.unread], record.at)


@slow
@given(records, st.randoms(use_true_random=False))
def test_the_order_of_the_entries_changes_nothing(record: Record, chance: Random):
    mixed = [*record.entries, *record.unread, *record.entries[:3]]
    chance.shuffle(mixed)
    assert find(Record(record.child, mixed, record.at)) == find(record)


@slow
@given(records)
def test_the_bounded_reading_gives_the_same_reasons(record: Record):
    assert find(bounded(record)) == find(record)


@slow
@given(records)
def test_every_reason_shows_what_it_rests_on(record: Record):
    for each in find(record).reasons:
        because = (*each.speaks_for, *each.speaks_against)
        assert bool(because) == (each.level is not ReasonLevel.NOT_ASKED)
        assert all(why.sources and set(why.sources) <= set(SOURCES) for why in because)


@slow
@given(records)
def test_the_body_is_looked_at_first_and_every_reason_once(record: Record):
    keys = [each.key for each in find(record).reasons]
    assert tuple(keys[:2]) == BODY
    assert sorted(keys) == sorted(Key)


@slow
@given(records)
def test_nothing_harder_is_asked_while_stuck_or_calling(record: Record):
    """Rule 1."""
    comfort = assess(record)
    found = reasons.find(record, comfort, ladder.calm_of(record, comfort))
    tender = {State.CONSTIPATED, State.WATCH} & {comfort.body, comfort.state}
    if tender or comfort.alerts:
        asks = {key for key, help_ in reasons.HELP.items() if help_.asks} - {Key.FEAR}
        assert asks <= {each.key for each in found.reasons if each.waits}


@slow
@given(records)
def test_a_stuck_body_leads(record: Record):
    comfort = assess(record)
    found = reasons.find(record, comfort, ladder.calm_of(record, comfort))
    if comfort.body is State.CONSTIPATED:
        assert found.leads[0].key is Key.CONSTIPATION
        assert found.leads[0].level is ReasonLevel.LIKELY


@slow
@given(diaries, asked)
def test_a_question_that_was_skipped_says_nothing(diary: list[Entry], at: Any):
    without = [each for each in diary if each.KIND != "interview"]
    skipped = [
        read_or_keep(
            {
                "id": f"skip{n}",
                "kind": "interview",
                "at": "2026-03-01T05:00+00:00",
                "data": {"topic": topic, "answers": []},
            }
        )
        for n, topic in enumerate(ANSWERS)
        if topic in {each.topic for each in reasons.QUESTIONS}
    ]
    before = find(Record(MIA, without, at))
    assert find(Record(MIA, [*without, *skipped], at)).reasons == before.reasons


def is_said_to_be_kept_soft(told: Case) -> bool:
    return any("helped" in fact for fact in told.says)


def the_body_is_soft(told: Case) -> bool:
    return told.comfort.body is State.COMFORTABLE


def both_are_likely_and_it_is_stuck(told: Case) -> bool:
    likely = all(told.found.of(key).level is ReasonLevel.LIKELY for key in BODY)
    return likely and not told.says.isdisjoint({"body_stuck", "stuck_sign"})


def constipation_leads(told: Case) -> bool:
    keys = [each.key for each in told.found.leads]
    return keys[0] is Key.CONSTIPATION and keys.index(Key.PAIN) > 0


def _said_of_all(told: Case) -> Case:
    """Whoever takes a medicine is kept soft by it."""
    saw = Saying(key="reasons.saw.helped")
    helped = (Because(rule="helped", saw=saw, sources=("NHSE",)),)
    helped_all = tuple(replace(one, speaks_for=helped) for one in told.found.reasons)
    return told._replace(found=replace(told.found, reasons=helped_all))


def _led(order: Callable[[Reason], Any]) -> Callable[[Case], Case]:
    """Let them lead in another order."""

    def spoil(told: Case) -> Case:
        leads = tuple(sorted(told.found.leads, key=order))
        return told._replace(found=replace(told.found, leads=leads))

    return spoil


@dataclass(frozen=True)
class Rule:
    """What must hold where its premise is true, and ways to break it on purpose."""

    premise: Callable[[Case], bool]
    holds: Callable[[Case], bool]
    breakers: Sequence[Callable[[Case], Case]]

    def is_broken(self, told: Case) -> bool:
        return self.premise(told) and not self.holds(told)


RULES = {
    "medicine is said to keep soft only what is soft": Rule(
        is_said_to_be_kept_soft, the_body_is_soft, (_said_of_all,)
    ),
    "stuck leads before pain": Rule(
        both_are_likely_and_it_is_stuck,
        constipation_leads,
        (
            _led(lambda each: -each.points),
            _led(lambda each: each.key is not Key.PAIN),
        ),
    ),
}
every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())


@cache
def of_families() -> Sequence[Case]:
    return [case(record) for seed in FAMILIES for record in family(seed).records()]


@pytest.mark.generated
@every_rule
def test_a_rule_holds_for_made_up_families_and_has_its_say(rule: Rule):
    assert not any(map(rule.is_broken, of_families()))
    assert sum(map(rule.premise, of_families())) >= SAID_OFTEN


@pytest.mark.generated
@every_rule
def test_whatever_breaks_a_rule_is_caught(rule: Rule):
    for breaker in rule.breakers:
        assert any(rule.is_broken(breaker(told)) for told in of_families())


@slow
@given(records)
def test_a_rule_holds_for_every_diary(record: Record):
    told = case(record)
    assert [name for name, rule in RULES.items() if rule.is_broken(told)] == []
