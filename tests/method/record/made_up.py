"""Entries of every kind, made up: whatever a family may write down."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from stepstool import method
from stepstool.method.record.entry import LONGEST_ID, LONGEST_NOTE, MOST_WRITINGS
from stepstool.method.record.kinds.interview import ANSWERS
from stepstool.method.record.question import (
    Choice,
    Parts,
    Question,
    Several,
    Text,
    Whole,
    questions_of,
)

ZONES = ("Europe/London", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe")
HIGH = 2**60


def texts(longest: int, shortest: int = 0) -> st.SearchStrategy[str]:
    plain = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
    words = st.text(plain, min_size=shortest, max_size=min(longest, 20))
    return words.filter(lambda text: text != "unknown")


ids = st.uuids().map(str) | texts(LONGEST_ID, 1)
moments = st.datetimes(
    datetime(2000, 1, 2),  # noqa: DTZ001 - Hypothesis adds the zone
    datetime(2099, 12, 30),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, *map(ZoneInfo, ZONES)]),
    allow_imaginary=False,
)
plain_json = st.recursive(
    st.none() | st.booleans() | st.integers(-HIGH, HIGH) | texts(20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(texts(9), inner, max_size=3)
    ),
    max_leaves=5,
)
strange_fields = st.dictionaries(texts(9).map("new_{}".format), plain_json, max_size=2)


def answers(question: Question) -> st.SearchStrategy[Any]:
    if isinstance(question, Choice):
        return st.sampled_from(list(question.answers))
    if isinstance(question, Several):
        return st.lists(st.sampled_from(list(question.answers)), unique=True).map(tuple)
    if isinstance(question, Whole):
        return st.integers(question.low, question.high)
    if isinstance(question, Text):
        return texts(question.longest, 1)
    if isinstance(question, Parts):
        return st.lists(parts(question.part), min_size=1, max_size=3).map(tuple)
    return st.dates(date(2000, 1, 1), date(2099, 12, 31))


def parts(made: type[Any]) -> st.SearchStrategy[Any]:
    unknown = st.just(method.UNKNOWN)
    asked = {name: unknown | answers(q) for name, q in questions_of(made).items()}
    return st.builds(made, **asked)


def _strategy(kind: type[method.Entry]) -> st.SearchStrategy[dict[str, Any]]:
    unknown = st.just(method.UNKNOWN)
    asked = {
        name: unknown | answers(question) for name, question in kind.QUESTIONS.items()
    }
    if "zone" in asked:
        asked["zone"] = st.sampled_from(ZONES)
    return st.fixed_dictionaries(asked).map(_sensible)


def _sensible(data: dict[str, Any]) -> dict[str, Any]:
    """Mend the answers that contradict each other."""
    if data.get("topic") and data["answers"]:
        allowed = ANSWERS[data["topic"]]
        data["answers"] = tuple(each for each in data["answers"] if each in allowed)
    low, high = data.get("bristol_low"), data.get("bristol_high")
    if low and high and low > high:
        data |= {"bristol_low": high, "bristol_high": low}
    return data


KINDS = [method.KINDS[name] for name in sorted(method.KINDS)]
DATA = {kind.KIND: _strategy(kind) for kind in KINDS}
ENVELOPE = st.fixed_dictionaries(
    {
        "timing": st.sampled_from(method.Timing),
        "offset": st.none() | st.integers(-900, 900),
        "by": texts(LONGEST_ID),
        "written_at": st.none() | moments,
        "version": st.builds(method.Version, st.integers(1, MOST_WRITINGS), texts(9)),
        "removed": st.booleans(),
        "note": st.just(method.UNKNOWN) | texts(LONGEST_NOTE, 1),
        "origin": strange_fields,
    }
)


@st.composite
def entries(draw: st.DrawFn, id: st.SearchStrategy[str] = ids) -> method.Entry:  # noqa: A002
    kind = draw(st.sampled_from(KINDS))
    at, until = sorted([draw(moments), draw(moments)])
    strange_data = draw(strange_fields)
    return kind(
        id=draw(id),
        at=at,
        until=draw(st.sampled_from([None, until])),
        beyond=draw(strange_fields) | ({"data": strange_data} if strange_data else {}),
        **draw(ENVELOPE),
        **draw(DATA[kind.KIND]),
    )


def few_ids() -> st.SearchStrategy[str]:
    return st.sampled_from(["a", "b", "c"])


def rivals() -> st.SearchStrategy[list[method.Entry]]:
    """Return entries of few ids and versions, so that they get in each other's way."""
    few_versions = st.builds(
        method.Version, st.integers(1, 2), st.sampled_from(["", "phone"])
    )
    note = st.builds(
        method.days.Note,
        id=few_ids(),
        at=st.sampled_from(
            [datetime(2026, 3, 4, tzinfo=UTC), datetime(2026, 3, 5, tzinfo=UTC)]
        ),
        version=few_versions,
        removed=st.booleans(),
        note=st.sampled_from(["one", "two"]),
    )
    return st.lists(note, max_size=8)
