"""What holds for every family that rewards; each with a breaker that shows it can fail."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import pytest

from stepstool.method.record import Entry, Month, read_entry
from stepstool.method.record.kinds.lasting import Reward
from stepstool.method.record.kinds.poop import Amount, Place, Posture
from stepstool.method.rewards import (
    READING,
    Due,
    Rewards,
    Risk,
    Slot,
    Tone,
    events,
    purse,
    things,
)
from stepstool.method.rewards.events import RewardsGiven
from stepstool.method.rewards.praise import Praised
from stepstool.method.rewards.purse import Paying
from tests.properties.families_that_reward import MIA, changed, lived, poops, rewards
from tests.properties.test_ladder import asked

pytestmark = pytest.mark.generated
FAMILIES = range(150)
APART = timedelta(hours=2)


@cache
def family(seed: int) -> tuple[tuple[Entry, ...], datetime]:
    return tuple(lived(seed)), asked(seed)


def fails_in(check: Any, families: Sequence[int] = FAMILIES) -> bool:
    return any(not check(seed) for seed in families)


def holds_in_enough(premise: Any) -> None:
    """A rule whose premise is seldom true says nothing."""
    assert sum(bool(premise(seed)) for seed in FAMILIES) >= len(FAMILIES) / 5


def test_there_is_enough_to_say_something() -> None:
    holds_in_enough(lambda seed: rewards(*family(seed)).due)
    holds_in_enough(
        lambda seed: any(isinstance(each, Reward) for each in family(seed)[0])
    )


# Nothing given is ever taken back, whatever is edited or removed.


def edited(seed: int) -> tuple[Entry, ...]:
    """Remove some poops, and move others to another place."""
    chance = random.Random(seed)
    entries = family(seed)[0]
    moved = (
        changed(each, place=Place.PANTS, posture=Posture.STANDING)
        for each in poops(entries)
    )
    gone = (changed(each, removed=True) for each in poops(entries))
    both = zip(moved, gone, strict=True)
    return (*entries, *(chance.choice(pair) for pair in both if chance.random() < 0.5))


def nothing_is_taken_back(seed: int) -> bool:
    at = family(seed)[1]
    before, after = rewards(*family(seed)), rewards(edited(seed), at)
    given = {each.id for each in before.given}
    return before.given == after.given and not given & {each.id for each in after.due}


def test_nothing_given_is_taken_back_or_due_again() -> None:
    assert not fails_in(nothing_is_taken_back)


def test_forgetting_what_was_given_would_be_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(RewardsGiven, "settled", lambda *_: set())
    assert fails_in(nothing_is_taken_back)


# Nobody makes a party over a child that was uneasy, upset or hurt.


def frightening(seed: int) -> Entry:
    """Give a poop in the potty of just now that was too much, or a little sore."""
    chance = random.Random(seed)
    how = chance.choice([{"mood": "uneasy"}, {"mood": "upset"}, {"pain": 1}])
    at = family(seed)[1].isoformat()
    data = {"place": "potty", "bristol": 4, **how}
    return read_entry({"id": "frightening", "kind": "poop", "at": at, "data": data})


def it_is_greeted_quietly(seed: int) -> bool:
    entries, at = family(seed)
    praise = rewards((*entries, frightening(seed)), at).praise
    greeted = [each.tone for each in praise if "frightening" in each.entries]
    return set(greeted) <= {Tone.QUIET}


def test_no_party_over_a_child_that_was_uneasy() -> None:
    assert not fails_in(it_is_greeted_quietly)


def test_a_party_all_the_same_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Praised, "uneasy", property(lambda _: False))
    assert fails_in(it_is_greeted_quietly)


# An accident never costs anything.


def accident(seed: int) -> Entry | None:
    """Give an accident at a time of its own."""
    entries, at = family(seed)
    moment = at - timedelta(hours=random.Random(seed).randrange(1, 24 * 6))
    if any(abs(each.at - moment) < APART for each in poops(entries)):
        return None
    data = {
        "place": "pants",
        "where": "living_room",
        "bristol": 4,
        "posture": "standing",
    }
    raw = {"id": "accident", "kind": "poop", "at": moment.isoformat(), "data": data}
    return read_entry(raw)


def what(due: Sequence[Due]) -> set[tuple[str, str, int | None]]:
    return {(each.id, each.thing, each.amount) for each in due}


def an_accident_costs_nothing(seed: int) -> bool:
    entries, at = family(seed)
    landed = accident(seed)
    after = rewards((*entries, landed) if landed else entries, at)
    return what(rewards(entries, at).due) <= what(after.due)


def test_an_accident_costs_nothing() -> None:
    holds_in_enough(accident)
    assert not fails_in(an_accident_costs_nothing)


def test_a_success_lost_by_an_accident_would_be_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def until_an_accident(judged: Any) -> Any:
        kept: list[Any] = []
        for each in judged:
            kept = [] if each.verdict.judged == "earlier" else [*kept, each]
        return events.step_events(kept)

    monkeypatch.setattr(purse, "step_events", until_an_accident)
    assert fails_in(an_accident_costs_nothing)


# What is due is never negative, nor is the jar.


def nothing_is_negative(seed: int) -> bool:
    found = rewards(*family(seed))
    amounts = [each.amount for each in found.due if each.amount is not None]
    return all(each > 0 for each in amounts) and (found.jar is None or found.jar >= 0)


def test_nothing_is_negative() -> None:
    assert not fails_in(nothing_is_negative)


def test_a_jar_below_empty_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Paying, "jar_left", lambda *_: -1)
    assert fails_in(nothing_is_negative)


# One reward of the step for one bout.


def one_for_a_bout(seed: int) -> bool:
    entries, at = family(seed)
    steps = [each for each in rewards(entries, at).due if each.slot is Slot.STEP]
    given = [each.cause for each in rewards(entries, at).given if each.step]
    causes = [each.cause for each in steps]
    return len(causes) == len(set(causes)) and not set(causes) & set(given)


def test_there_is_one_reward_for_a_bout() -> None:
    assert not fails_in(one_for_a_bout)


def test_two_for_one_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RewardsGiven, "settled", lambda *_: set())
    assert fails_in(one_for_a_bout)


# For the place and the try, never for the amount.


def the_amount_earns_nothing(seed: int) -> bool:
    entries, at = family(seed)
    others = [each for each in entries if each not in poops(entries)]
    dues = [
        what(rewards([*others, *_sized(poops(entries), amount)], at).due)
        for amount in (Amount.SMALL, Amount.LARGE)
    ]
    return dues[0] == dues[1]


def _sized(found: Sequence[Entry], amount: Amount) -> Iterator[Entry]:
    return (changed(each, amount=amount) for each in found)


def test_the_amount_earns_nothing() -> None:
    assert not fails_in(the_amount_earns_nothing)


def test_paying_for_a_lot_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def for_a_lot(record: Any) -> Any:
        large = {
            each.id for each in poops(record.entries) if each.amount is Amount.LARGE
        }
        found = events.potty_events(record)
        return (each for each in found if large.issuperset(each.entries))

    monkeypatch.setattr(purse, "potty_events", for_a_lot)
    assert fails_in(the_amount_earns_nothing)


# The special sticker is for a day, however often something came.


def one_a_day(seed: int) -> bool:
    entries, at = family(seed)
    days = [each.day for each in rewards(entries, at).due if each.slot is Slot.SPECIAL]
    return len(days) == len(set(days))


def test_there_is_one_special_sticker_a_day() -> None:
    assert not fails_in(one_a_day)


def test_a_sticker_for_every_poop_would_be_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(purse, "special_events", list)
    assert fails_in(one_a_day)


# Under four nothing is due that may choke, whoever wrote it down.

YOUNG = replace(MIA, born=Month(2023, 3))
MAY_CHOKE = {"smarties", "raisins", "gummy bears"}


def risky(seed: int) -> tuple[tuple[Entry, ...], datetime]:
    """Let a family choose what may choke, and say that it does not."""
    entries, at = family(seed)
    treat = "gummy bears" if seed % 2 else "sweets"
    data = {"treat": treat, "treat_chokes": "no", "sweets": "yes", "things": "yes"}
    moment = (at - timedelta(minutes=1)).isoformat()
    raw = {"id": "risky", "kind": "settings", "at": moment, "data": data}
    return (*entries, read_entry(raw)), at


def nothing_chokes(seed: int) -> bool:
    found = rewards(*risky(seed), YOUNG)
    paid = {each.thing for each in found.due}
    paid |= {found.earns.first.thing, found.earns.then.thing} if found.earns else set()
    return not paid & MAY_CHOKE


def test_nothing_that_may_choke_is_due_under_four() -> None:
    grown = [{each.thing for each in rewards(*risky(seed)).due} for seed in FAMILIES]
    assert sum(bool(each & MAY_CHOKE) for each in grown) >= len(FAMILIES) / 10
    assert not fails_in(nothing_chokes)


def test_taking_an_answer_for_it_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(things, "risk_of", lambda *_: Risk.NONE)
    assert fails_in(nothing_chokes)


# The same record gives the same, whatever its order, and however much older it is.


def told(found: Rewards) -> tuple[Any, ...]:
    return (found.due, found.given, found.words, found.fading, found.guard, found.jar)


def order_does_not_matter(seed: int) -> bool:
    entries, at = family(seed)
    shuffled = list(entries)
    random.Random(seed).shuffle(shuffled)
    return told(rewards(entries, at)) == told(rewards(shuffled, at))


def test_the_order_of_entries_does_not_matter() -> None:
    assert not fails_in(order_does_not_matter)


def what_is_not_declared_does_not_matter(seed: int) -> bool:
    entries, at = family(seed)
    back = {each.kind: each.back for each in READING}
    read = [each for each in entries if _is_read(each, back, at)]
    return told(rewards(entries, at)) == told(rewards(read, at))


def _is_read(
    entry: Entry, back: dict[type[Entry], timedelta | None], at: datetime
) -> bool:
    if type(entry) not in back:
        return False
    far = back[type(entry)]
    return far is None or entry.at >= at - far


def test_only_what_is_declared_is_read() -> None:
    assert not fails_in(what_is_not_declared_does_not_matter)


def test_reading_less_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    shorter = tuple(each for each in READING if each.kind is not Reward)
    monkeypatch.setattr("tests.properties.test_rewards.READING", shorter)
    assert fails_in(what_is_not_declared_does_not_matter)
