"""What a made-up family does about it: a ladder, sits, reminders, rewards, breaks."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from tests.properties.children import BEGIN
from tests.properties.family_days import Row, answered, daytime, times

DIAPER = {"place": "diaper", "wearing": "diaper", "where": "bathroom"}
# How a poop comes on each step of the ladder B, from step 1 on.
STEPS: Sequence[Mapping[str, str]] = (
    DIAPER,
    DIAPER | {"posture": "sitting_on_lid"},
    DIAPER | {"posture": "squatting_on_seat"},
    {"place": "toilet", "wearing": "diaper_with_hole", "posture": "squatting_on_seat"},
    {"place": "potty", "wearing": "nothing", "posture": "sitting_on_potty"},
)
ACCIDENTS: Sequence[Mapping[str, str]] = (
    {"place": "pants", "where": "living_room", "posture": "standing"},
    {"place": "floor", "wearing": "nothing"},
    {"place": "bath"},
)
ANYWHERE: Mapping[str, str] = {"place": "diaper", "where": "bedroom"}
MOODS = ["proud", "fine", "fine", "fine", "uneasy", "upset", "unknown"]
BEGAN: Sequence[Any] = [["told"], ["hid"], ["was_prompted"], "unknown"]
DECIDED = ["move_on"] * 6 + ["stay", "step_back", "step_back", "take_a_break", "end"]


def decisions(chance: Random, days: int) -> list[Row]:
    """Most families begin a ladder, and decide about it every few days."""
    if chance.random() < 0.3:
        return []
    step = chance.choice([1, 1, 2, 3, 5])
    at = BEGIN + timedelta(days=chance.randrange(max(days * 2 // 3, 1)), hours=10)
    rows = [_plan(chance, "start", step, at)]
    while chance.random() < 0.85:
        at += timedelta(days=chance.randint(1, 11))
        rested = rows[-1]["data"]["move"] == "take_a_break"
        move = "go_on" if rested else chance.choice(DECIDED)
        step += {"move_on": 1, "step_back": -1}.get(move, 0)
        step = min(max(step, 1), 5)
        rows.append(_plan(chance, move, step, at))
    return [each for each in rows if each["at"] < BEGIN + timedelta(days=days)]


def _plan(chance: Random, move: str, step: int, at: datetime) -> Row:
    agreed = chance.choice(["yes", "yes", "no", "unknown"])
    data = {"move": move, "ladder": "b", "step": step, "child_agreed": agreed}
    if move == "take_a_break":
        look = at.date() + timedelta(days=chance.randint(7, 60))
        data["until_day"] = look.isoformat()
    return {"kind": "plan", "at": at, "data": data}


def land(chance: Random, poop: Row, plans: Sequence[Row]) -> None:
    """Let a poop come where the child is on its ladder, ahead of it, or elsewhere."""
    if "soiling" in poop["data"]:
        return
    before = [each["data"]["step"] for each in plans if each["at"] <= poop["at"]]
    poop["data"] |= _where(chance, before[-1] if before else 0)
    poop["data"] |= {"mood": chance.choice(MOODS), "began": chance.choice(BEGAN)}


def _where(chance: Random, step: int) -> Mapping[str, str]:
    lot = chance.random()
    if lot < 0.08:
        return chance.choice(ACCIDENTS)
    if lot < 0.16:
        return STEPS[min(step, 4)]
    return STEPS[step - 1] if step and lot < 0.9 else ANYWHERE


def offers(chance: Random, days: int) -> Iterator[Row]:
    """Sits offered and refused, reminders, and, in one family of six, a fight."""
    a_day, willing = chance.choice([0, 0.2, 0.7, 2]), chance.choice([0.2, 0.6, 0.9])
    for _ in range(times(chance, a_day * days)):
        yes = chance.random() < willing
        sit = {"offered": chance.choice(["yes", "yes", "no"]), "accepted": "yes"}
        sit |= {"minutes": chance.choice([1, 3, 5, 15])} if yes else {"accepted": "no"}
        sit |= {"mood": chance.choice(MOODS)}
        yield {"kind": "sit", "at": daytime(chance, days), "data": sit}
    if chance.random() < 1 / 6:
        yield from _fight(chance, days)


def _fight(chance: Random, days: int) -> Iterator[Row]:
    asked = {"how": ["asked", "reminded", "pushed", "harsh_words"], "mood": ["upset"]}
    for _ in range(times(chance, days / 3)):
        data = answered(chance, asked)
        yield {"kind": "prompt", "at": daytime(chance, days), "data": data}
    data = {"topic": "fight", "answers": ["yes"]}
    yield {"kind": "interview", "at": daytime(chance, days), "data": data}


def house(chance: Random, days: int) -> Iterator[Row]:
    """What the family chose: its words, how many offers, sweets or none, a price, a prize."""
    chosen = {
        "windows": [0, 1, 2, 3, "unknown", "unknown"],
        "sweets": ["yes", "no", "unknown"],
        "things": ["yes", "yes", "no"],
        "fading": ["every_time", "every_second", "surprise", "words", "unknown"],
        "pronoun": ["she", "he", "they", "name_only"],
        "word": ["poo", "number two", "unknown"],
    }
    if chance.random() < 0.6:
        yield {"kind": "settings", "at": BEGIN, "data": answered(chance, chosen)}
    if chance.random() < 0.3:
        at = daytime(chance, days)
        yield {"kind": "prize", "at": at, "data": {"what": "a red kite"}}
    if chance.random() < 0.2:
        price = {"ladder": ["b"], "step": [1, 2, 3], "thing": ["kisses"], "jar": [1, 9]}
        data = answered(chance, price)
        yield {"kind": "price", "at": daytime(chance, days), "data": data}


def given(chance: Random, poops: Sequence[Row], plans: Sequence[Row]) -> Iterator[Row]:
    """After some poops on the ladder something small is given, at once."""
    for each in poops:
        steps = [plan["data"]["step"] for plan in plans if plan["at"] <= each["at"]]
        if steps and chance.random() < 0.4:
            data = {"reward": "treat", "what": "raisins", "amount": 2}
            data |= {"cause": each["id"], "ladder": "b", "step": steps[-1]}
            at = each["at"] + timedelta(minutes=3)
            yield {"kind": "reward", "at": at, "data": data}
