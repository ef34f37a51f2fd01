"""No session is advised while the gate is shut, by night, in a fight, or too soon."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from stepstool.method import READING, SpokenAdvice, State
from stepstool.method.calm import CalmLevel, good_time
from stepstool.method.evidence import span
from stepstool.method.record import Child, Entry, Month, Reads, Record, read_entry
from stepstool.method.record.kinds.health import Illness
from stepstool.method.record.kinds.listening import Listening
from tests.properties.test_ladder import history
from tests.spoken import advise

FIRST = datetime(2026, 1, 1, tzinfo=UTC)
MIA = Child(born=Month(2021, 3), name="Mia", id="mia")
HISTORIES, DAYS, NEXT = 800, 70, span("listening.next_after")


def storms(chance: random.Random) -> Iterator[Entry]:
    """Listen now and then, with any weather."""
    for number in range(chance.choice([0, 1, 3, 6])):
        strength = chance.choice([0, 1, 3, "unknown"])
        yield _some(chance, f"{number}", "listening", {"strength_before": strength})


def troubles(chance: random.Random) -> Iterator[Entry]:
    """Be ill, or in a fight, now and then."""
    if chance.random() < 0.8:
        yield _some(chance, "ill", "illness", {"illness": "cold"})
    if chance.random() < 0.4:
        said = {"topic": "fight", "answers": ["yes"]}
        yield _some(chance, "fight", "interview", said)


def _some(chance: random.Random, name: str, kind: str, data: dict[str, Any]) -> Entry:
    at = FIRST + timedelta(minutes=chance.randrange(DAYS * 24 * 60))
    raw = {"id": f"{kind}-{name}", "kind": kind, "at": at.isoformat(), "data": data}
    return read_entry(raw)


def family(seed: int) -> Sequence[Entry]:
    """Half of them have a soft and easy time, so that the gate opens too."""
    chance = random.Random(f"listening {seed}")
    mixed = [*storms(chance), *troubles(chance)]
    if chance.random() < 0.4:
        return [*history(seed), *mixed]
    soft = (_soft(day) for day in range(DAYS) if chance.random() < 0.9)
    few = chance.sample(history(seed), k=3)
    return [*soft, *few, *mixed]


def _soft(day: int) -> Entry:
    at = FIRST + timedelta(days=day, hours=17)
    data = {"place": "diaper", "bristol": 4, "pain": 0}
    raw = {"id": f"soft-{day:02}", "kind": "poop", "at": at.isoformat()}
    return read_entry({**raw, "data": data})


def moments() -> Iterator[tuple[Record, SpokenAdvice]]:
    for seed in range(HISTORIES):
        entries = family(seed)
        record = Record(MIA, entries, _asked(random.Random(-seed), entries))
        yield record, advise(record)


def _asked(chance: random.Random, entries: Sequence[Entry]) -> datetime:
    """Ask at any hour, and mostly within two days of what matters here."""
    kind = chance.choice([Listening, Illness])
    marks = [each.at for each in entries if isinstance(each, kind)]
    if not marks or chance.random() < 0.3:
        return FIRST + timedelta(hours=chance.randrange(DAYS * 24))
    return chance.choice(marks) + timedelta(hours=chance.randrange(60))


def is_soon(record: Record) -> bool:
    last = record.last(Listening)
    return last is not None and record.at - last.at < NEXT


def is_ill(record: Record) -> bool:
    return any(record.at - each.at < timedelta(days=2) for each in record.of(Illness))


# Each: when nobody may listen; how often that must come up for the test to say anything.
SHUT = {
    "not soft and easy": lambda record, advice: (
        advice.comfort.state is not State.COMFORTABLE
    ),
    "night, or near bedtime": lambda record, advice: not 8 <= record.at.hour < 18,
    "tense, or a fight": lambda record, advice: advice.calm.level is not CalmLevel.CALM,
    "within two days": lambda record, advice: is_soon(record),
    "ill": lambda record, advice: is_ill(record),
}
LEAST = 100


@pytest.fixture(scope="module")
def all_moments() -> list[tuple[Record, SpokenAdvice]]:
    return list(moments())


@pytest.mark.generated
@pytest.mark.parametrize("name", SHUT)
def test_nobody_listens_when(name: str, all_moments: Any) -> None:
    met = [advice for each, advice in all_moments if SHUT[name](each, advice)]
    assert len(met) >= LEAST, "it came up too seldom to say anything"
    assert [each for each in met if each.listening.is_now] == []


@pytest.mark.generated
def test_there_are_times_to_listen_too(all_moments: Any) -> None:
    assert sum(advice.listening.is_now for _, advice in all_moments) >= 20


@pytest.mark.generated
@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("not soft and easy", {"not_soft", "ill"}),
        ("night, or near bedtime", {"not_by_day"}),
        ("tense, or a fight", {"tense"}),
        ("within two days", {"too_soon"}),
        ("ill", {"ill", "not_soft"}),
    ],
)
def test_without_its_rows_somebody_would(
    name: str, rows: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Break each on purpose: the property can fail."""
    module = __import__(good_time.__module__, fromlist=["AGAINST"])
    kept = tuple(each for each in module.AGAINST if each.key not in rows)
    monkeypatch.setattr(module, "AGAINST", kept)
    met = (advice for each, advice in moments() if SHUT[name](each, advice))
    assert any(each.listening.is_now for each in met)


@pytest.mark.generated
def test_a_bounded_reading_says_the_same(all_moments: Any) -> None:
    for record, advice in all_moments[:150]:
        read = [each for each in record.entries if _is_read(each, record.at, READING)]
        assert advise(Record(MIA, read, record.at)).listening == advice.listening


def _is_read(entry: Entry, at: datetime, reading: Sequence[Reads]) -> bool:
    back = {each.kind: each.back for each in reading}
    limit = back.get(type(entry), timedelta(0))
    return limit is None or at - limit <= entry.at
