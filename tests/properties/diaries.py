"""Diaries of any content: what a family may write down, in any order, with any gaps.

They are dense (three weeks, about a year and a half to five years old, or a baby), so that
rules meet each other; sense is not asked for.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from stepstool.method.record import UNKNOWN, Child, Entry, Month, read_or_keep
from stepstool.method.record.kinds.health import DangerAnswer, DangerKey, Symptom, Word
from stepstool.method.record.kinds.interview import ANSWERS, Topic
from stepstool.method.record.kinds.poop import Amount, Blood, Brussels, Place, Soiling
from stepstool.method.record.kinds.toileting import Meaning, Sign
from stepstool.method.record.kinds.visit import ReviewKey

BEGIN = datetime(2026, 3, 1, 4, tzinfo=UTC)
DAYS = 24
END = BEGIN + timedelta(days=DAYS)


def some(**answers: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Answer any of these questions."""
    return st.fixed_dictionaries({}, optional=answers)


yes_no = st.sampled_from(["yes", "no"])
interviews = st.sampled_from(
    [topic for topic in ANSWERS if topic is not Topic.WHERE_NOW]
).flatmap(
    lambda topic: st.fixed_dictionaries(
        {
            "topic": st.just(topic),
            "answers": st.lists(
                st.sampled_from(ANSWERS[topic]), min_size=1, max_size=3, unique=True
            ),
        }
    )
)
poops = some(
    place=st.sampled_from(list(Place)),
    bristol=st.sampled_from([1, 2, 2, 3, 4, 4, 4, 5, 6, 7]),
    brussels=st.sampled_from(list(Brussels)),
    amount=st.sampled_from(list(Amount)),
    pain=st.integers(0, 3),
    blood=st.sampled_from(list(Blood)),
    soiling=st.sampled_from(list(Soiling)),
    noticed=yes_no,
    sleeping=st.sampled_from(["asleep", "awake"]),
)
said: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "poop": poops,
    "none_came": some(),
    "signal": some(
        signs=st.lists(st.sampled_from(list(Sign)), max_size=2, unique=True),
        meaning=st.sampled_from(list(Meaning)),
    ),
    "tummy_ache": some(better_after_poop=yes_no),
    "illness": some(
        symptoms=st.lists(st.sampled_from(list(Symptom)), max_size=2, unique=True)
    ),
    "medicine_given": some(
        medicine=st.sampled_from(["softener", "clean_out", "rectal"]),
        outcome=st.sampled_from(["given", "missed", "refused"]),
        phosphate=yes_no,
    ),
    "medicine_ordered": some(
        medicine=st.sampled_from(["softener", "clean_out"]),
        call_after_hours=st.integers(1, 72),
    ),
    "clinician_word": some(
        word=st.sampled_from(list(Word)),
        sign=st.sampled_from(list(DangerKey)),
        days=st.integers(2, 9),
        name=st.just("Dr Ito"),
    ),
    "danger_sign": some(
        sign=st.sampled_from(list(DangerKey)),
        answer=st.sampled_from(list(DangerAnswer)),
    ),
    "review": some(
        look=st.sampled_from(list(ReviewKey)),
        on_day=st.dates(BEGIN.date(), BEGIN.date() + timedelta(days=120)).map(str),
        kept=yes_no,
    ),
    "interview": interviews,
    "meal": some(meal=st.sampled_from(["breast", "lunch"])),
    "from_the_future": some(),
}
# Most of a diary is poops and days without; the rest is rare.
KINDS = [*["poop"] * 9, *["none_came"] * 6, *["signal"] * 3, *said]
moments = st.integers(0, DAYS * 24 * 4).map(
    lambda quarters: BEGIN + timedelta(minutes=15 * quarters)
)


@st.composite
def rows(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from(KINDS))
    at = draw(moments)
    return {"kind": kind, "at": at.isoformat(), "data": draw(said[kind])}


def _entries(made: list[dict[str, Any]]) -> list[Entry]:
    zone = {
        "kind": "zone",
        "at": "2026-01-01T00:00+00:00",
        "data": {"zone": "Asia/Tokyo"},
    }
    return [
        read_or_keep({"id": f"{n:03}", **row}) for n, row in enumerate([zone, *made])
    ]


diaries = st.lists(rows(), max_size=60).map(_entries)
children = st.sampled_from(
    [Month(2022, 9), Month(2021, 5), Month(2024, 8), Month(2025, 9), UNKNOWN]
).map(lambda born: Child(born=born, name="Mia", id="mia"))
asked = moments
