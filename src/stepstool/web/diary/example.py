"""A made-up child and its diary, for who looks around: made in memory, never stored."""

import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from stepstool import method

# Where it is this hour of the clock: late afternoon, the busiest time of the story.
_HOUR = 17
_HALF_A_DAY = 12


def example_record(at: datetime) -> method.Record:
    """Give the record of the made-up child at a moment."""
    return method.Record(example_child(at), example_entries(at), at)


def example_child(at: datetime) -> method.Child:
    """Give the child; it is always three and a half."""
    story = _story()
    whole = at.year * 12 + at.month - 1 - story["months"]
    born = method.Month(whole // 12, whole % 12 + 1)
    return method.Child(born=born, name=story["name"], id="made-up")


def example_entries(at: datetime) -> list[method.Entry]:
    """Give its entries up to a moment, as if written during the weeks before."""
    zone = example_zone(at)
    today = at.astimezone(ZoneInfo(zone)).date()
    place = {"kind": "zone", "id": "zone", "data": {"zone": zone}}
    speaks = {"kind": "settings", "id": "settings", "data": {"pronoun": "she"}}
    begun = _moment(today, 42, "09:00", zone)
    lasting = [raw | {"at": begun} for raw in (place, speaks)]
    written = [*lasting, *_written(today, zone)]
    return [method.read_entry(raw) for raw in written if raw["at"] <= at.isoformat()]


def example_zone(at: datetime) -> str:
    """Give the zone in which it is late afternoon now: of a made-up child, it can be any.

    So the example is never asleep, wherever and whenever somebody looks at it.
    """
    ahead = (_HOUR - at.astimezone(UTC).hour + _HALF_A_DAY) % (
        2 * _HALF_A_DAY
    ) - _HALF_A_DAY
    return f"Etc/GMT{-ahead:+}"  # these names count hours behind UTC


def _written(today: date, zone: str) -> Iterator[dict[str, Any]]:
    story = _story()
    lines = [
        *story["entries"],
        *([days, "19:45", "none_came", {}] for days in story["none_came"]),
        *(
            [days, clock, kind, data]
            for since, until, clock, kind, data in story["daily"]
            for days in range(until, since + 1)
        ),
    ]
    for days, clock, kind, data, *note in lines:
        yield {
            "id": f"{days} {clock} {kind}",
            "kind": kind,
            "at": _moment(today, days, clock, zone),
            "data": data,
            **({"note": note[0]} if note else {}),
        }


def _moment(today: date, days_ago: int, clock: str, zone: str) -> str:
    day = today - timedelta(days=days_ago)
    local = datetime.combine(day, time.fromisoformat(clock), ZoneInfo(zone))
    return local.astimezone(UTC).isoformat()


@cache
def _story() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("example.toml").read_text("utf-8"))
