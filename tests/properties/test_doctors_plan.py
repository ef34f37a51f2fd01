"""The zone of the doctor's plan on made-up diaries, against a reckoning that shares no code.

Whether a danger sign of now or today is open is the verdict's own; all else is counted here from
the rows, day by day. Each way to go wrong is tried on purpose, and then it is seen.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from random import Random
from typing import Any, Final

import pytest

from stepstool import method
from stepstool.method.advice import doctors_plan
from stepstool.method.advice.doctors_plan import SHOWS, ZONES, zone_now
from stepstool.method.comfort import Comfort, assess
from stepstool.method.record import Child, Record, read_or_keep
from stepstool.method.record.kinds.action_plan import (
    PlanZone,
    TroubleSign,
    WellSign,
)
from stepstool.method.words import language

PARTS: Final = 8
LONG: Final = os.environ.get("STEPSTOOL_PROPERTIES") == "long"
DIARIES: Final = 100_000 if LONG else 400
BEGIN: Final = datetime(2026, 1, 5, tzinfo=UTC)
DAYS: Final = 12
ZONE: Final = {"id": "zone", "kind": "zone", "at": "2026-01-01T12:00+00:00"}


@dataclass(frozen=True)
class Happened:
    """A row of the made-up diary."""

    at: datetime
    kind: str
    told: dict[str, Any]

    @property
    def day(self) -> date:
        return (self.at - timedelta(hours=4)).date()


@dataclass(frozen=True)
class Diary:
    """What happened up to a moment in a family that lives on London time, in winter."""

    rows: tuple[Happened, ...]
    at: datetime

    @property
    def record(self) -> Record:
        rows = (
            {"id": f"{n:03}", "kind": e.kind, "at": e.at.isoformat(), "data": e.told}
            for n, e in enumerate(self.rows)
        )
        zone = {**ZONE, "data": {"zone": "Europe/London"}}
        return Record(Child(name="Mia"), map(read_or_keep, [zone, *rows]), self.at)

    @property
    def so_far(self) -> list[Happened]:
        return sorted((e for e in self.rows if e.at <= self.at), key=lambda e: e.at)


def made(seed: int) -> Diary:
    """Make a diary of some days and a plan, with gaps and contradictions."""
    chance = Random(f"doctor's plan {seed}")
    rows = [e for day in range(DAYS) for e in _day(chance, day)]
    rows += [_plan(chance, BEGIN + timedelta(hours=1))]
    if chance.random() < 0.2:
        rows.append(_plan(chance, BEGIN + timedelta(days=5, minutes=30)))
    at = BEGIN + timedelta(minutes=chance.randrange(2 * 1440, DAYS * 1440))
    return Diary(tuple(rows), at)


def _day(chance: Random, day: int) -> Iterator[Happened]:
    start = BEGIN + timedelta(days=day)
    hours = chance.sample(range(5, 23), 8)
    came = chance.choice([0, 0, 1, 1, 2])
    for hour in hours[:came]:
        yield Happened(start + timedelta(hours=hour), "poop", _poop(chance))
    for kind, often, told in (
        ("none_came", 0 if came and chance.random() < 0.9 else 0.7, {}),
        ("poop", 0.12, {"soiling": "more", "noticed": "no"}),
        ("tummy_ache", 0.08, {}),
        ("medicine_given", 0.4, _dose(chance)),
        ("medicine_given", 0.3, _dose(chance)),
        ("danger_sign", 0.03, {"sign": "cannot_drink", "answer": "here"}),
    ):
        hour, minute = hours.pop(), chance.randrange(5, 25)
        if chance.random() < often:
            at = start + timedelta(hours=hour, minutes=minute)
            yield Happened(at, kind, told)


def _poop(chance: Random) -> dict[str, Any]:
    told = {"bristol": chance.choice([1, 2, 3, 4, 4, 4, 5, 6, 7])}
    told = told if chance.random() < 0.8 else {}
    return told | (
        {"pain": chance.choice([0, 0, 0, 1, 2, 3])} if chance.random() < 0.7 else {}
    )


def _dose(chance: Random) -> dict[str, Any]:
    kind = chance.choice(["softener", "softener", "other"])
    return {
        "medicine": kind,
        "outcome": chance.choice(["given", "given", "missed", "refused"]),
    }


def _plan(chance: Random, at: datetime) -> Happened:
    told: dict[str, Any] = {}
    for zone in PlanZone:
        signs = list(WellSign if zone is PlanZone.WELL else TroubleSign)
        picked = chance.sample(signs, k=chance.choice([0, 1, 1, 2, 3]))
        told |= {f"{zone}_when": picked} if picked else {}
        told |= {zone: f"As I say: {zone}"} if chance.random() < 0.9 else {}
    if chance.random() < 0.2:
        told["until_day"] = str((at + timedelta(days=chance.randrange(2, 9))).date())
    return Happened(at, "action_plan", told)


class Reckoning:
    """The same, counted from the rows."""

    def __init__(self, diary: Diary) -> None:
        self.at, self.rows = diary.at, diary.so_far
        self.today = (self.at - timedelta(hours=4)).date()
        self.poops = [
            e for e in self.rows if e.kind == "poop" and "soiling" not in e.told
        ]
        self.last = self.poops[-1] if self.poops else None

    def zone(self, *, calls: bool) -> str | None:
        plan = [e for e in self.rows if e.kind == "action_plan"][-1].told
        over = "until_day" in plan and plan["until_day"] < str(self.today)
        if calls or over:
            return None
        for zone, enough in (("stuck", any), ("harder", any), ("well", all)):
            signs = plan.get(f"{zone}_when", [])
            if zone in plan and signs and enough(map(self.is_there, signs)):
                return zone
        return None

    def is_there(self, sign: str) -> bool:
        name, days = re.fullmatch(r"(\w+?)(?:_(\d)_days?)?", sign).groups()  # type: ignore[union-attr]
        if days is None:
            return self._ached if name == "ache" else self._was_last(name)
        return {
            "came": self._came,
            "none": self._none,
            "soiled": self._soiled,
            "missed": self._missed,
        }[name](int(days))

    @property
    def _ached(self) -> bool:
        day = timedelta(days=1)
        return any(e.kind == "tummy_ache" and self.at - e.at < day for e in self.rows)

    def _was_last(self, name: str) -> bool:
        if self.last is None or self.at - self.last.at >= timedelta(days=3):
            return False
        form, pain = self.last.told.get("bristol"), self.last.told.get("pain")
        forms = {"soft": (3, 4, 5), "pebbles": (1,), "hard": (1, 2)}
        forms |= {"loose": (6, 7), "watery": (7,)}
        pains = {"painless": (0,), "hurt_a_little": (1, 2, 3), "hurt": (2, 3)}
        return form in forms[name] if name in forms else pain in pains[name]

    def _came(self, days: int) -> bool:
        return bool(self.last) and self.at - self.last.at < timedelta(days=days)  # type: ignore[union-attr]

    def _none(self, days: int) -> bool:
        known = {e.day for e in self.rows if e.kind == "none_came" or e in self.poops}
        first = self.today
        while first - timedelta(days=1) in known:
            first -= timedelta(days=1)
        since, today = _start(first), _start(self.today)
        if self.last and self.last.at > since:
            since = self.last.at
        until = self.at if self.today in known else today
        return until - since >= timedelta(days=days)

    def _soiled(self, days: int) -> bool:
        soiled = {e.day for e in self.rows if "soiling" in e.told}
        return self._often(soiled, days)

    def _missed(self, days: int) -> bool:
        doses = [e for e in self.rows if e.kind == "medicine_given"]
        given = {
            (e.day, e.told["medicine"]) for e in doses if e.told["outcome"] == "given"
        }
        missed = {e.day for e in doses if (e.day, e.told["medicine"]) not in given}
        return self._often(missed, days)

    def _often(self, on: set[date], days: int) -> bool:
        back = 3 if days == 1 else 7
        return sum(0 <= (self.today - day).days < back for day in on) >= days


def _start(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


@lru_cache(maxsize=256)
def judged(seed: int) -> tuple[Record, Comfort, bool]:
    """Give a diary as the rules see it; breakers look at the same few again."""
    record = made(seed).record
    comfort = assess(record)
    calls = any(str(alert.urgency) in ("now", "today") for alert in comfort.alerts)
    return record, comfort, calls


def wrong(seeds: Sequence[int]) -> list[int]:
    """Give the diaries on which the method and the reckoning differ."""
    return [seed for seed in seeds if _differs(seed)]


def _differs(seed: int) -> bool:
    record, comfort, calls = judged(seed)
    zone = zone_now(record, comfort)
    return (zone and str(zone.zone)) != Reckoning(made(seed)).zone(calls=calls)


@pytest.mark.generated
@pytest.mark.parametrize("part", range(PARTS))
def test_the_zone_is_the_one_that_the_rows_give(part: int) -> None:
    assert wrong(range(part, DIARIES, PARTS)) == []


FEW: Final = range(60)


def test_the_zone_is_right_on_a_few() -> None:
    assert wrong(FEW) == []


def _reordered(*keys: str) -> Callable[[pytest.MonkeyPatch], None]:
    rows = {row.key: row for row in ZONES}
    return lambda patch: patch.setattr(
        doctors_plan, "ZONES", tuple(rows[key] for key in keys)
    )


def _shows_instead(
    sign: TroubleSign | WellSign, other: Any
) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda patch: patch.setitem(SHOWS, sign, other)  # type: ignore[arg-type]


BREAKERS: Final = {
    "a sign of today is overheard": _reordered("stuck", "harder", "well", "none_fits"),
    "of two that fit the easier": _reordered(
        "call_first", "well", "harder", "stuck", "none_fits"
    ),
    "unknown counts as painless": _shows_instead(
        WellSign.PAINLESS,
        lambda look: look.last and not look.last.hurt and method.Saying(key="x"),
    ),
    "unknown days count as without": _shows_instead(
        TroubleSign.NONE_2_DAYS,
        lambda look: (
            look.facts.full.items
            and look.record.at - look.facts.full.moments[-1] >= timedelta(days=2)
            and method.Saying(key="x")
        ),
    ),
    "one is enough for going well": lambda patch: patch.setattr(
        doctors_plan,
        "ZONES",
        tuple(
            replace(row, fits=doctors_plan._any_of(PlanZone.WELL))
            if row.key == "well"
            else row
            for row in ZONES
        ),
    ),
}


@pytest.mark.generated
@pytest.mark.parametrize("breaker", BREAKERS.values(), ids=BREAKERS)
def test_a_breaker_is_caught(
    breaker: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    breaker(monkeypatch)
    assert wrong(range(200))


@pytest.mark.generated
def test_every_zone_and_none_came_up() -> None:
    diaries = map(made, range(300))
    zones = {Reckoning(diary).zone(calls=False) for diary in diaries}
    assert zones == {None, *map(str, PlanZone)}


DOSE: Final = re.compile(
    r"\d+\s*(mg|ml|g|drops?|sachets?|spoon\w*|packets?|tablets?)\b", re.IGNORECASE
)


def test_no_sentence_of_ours_holds_a_dose() -> None:
    english = language("en")
    ours = [
        english.text(key)
        for path in (
            "action_plan.zone",
            "action_plan.when",
            "action_plan.saw",
            "action_plan",
            "figures.action_plan",
        )
        for key in english.keys(path)
    ]
    assert len(ours) > 30
    assert [text for text in ours if DOSE.search(text)] == []
    assert DOSE.search("Give 2 sachets")


def test_the_words_are_the_doctors_to_the_letter() -> None:
    words = "7.3 ml, <b>twice</b> {poop} %s\n— Dr Ito"
    data = {"stuck": words, "stuck_when": ["hard"], "ordered_by": "Dr Ito"}
    rows = (
        Happened(BEGIN, "action_plan", data),
        Happened(BEGIN + timedelta(days=1), "poop", {"bristol": 1}),
    )
    record = Diary(rows, BEGIN + timedelta(days=1, hours=1)).record
    advice = method.speak(method.advise(record), method.speaker_of(record, "en"))
    assert advice.zone
    assert advice.zone.text == words
