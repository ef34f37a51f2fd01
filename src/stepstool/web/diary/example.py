"""The diary of the made-up child, for who looks around: made in memory, never stored.

`reading` gives it in place of rows, so that all pages about a child show it.
"""

import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from stepstool import method
from stepstool.web.families import made_up

# Where it is this hour of the clock: late afternoon, the busiest time of the story.
_HOUR: Final = 17
_HALF_A_DAY: Final = 12
# The child as the method knows it.
_NAMED: Final = str(made_up.CHILD)


def example_record(at: datetime) -> method.Record:
    """Give the record of the made-up child at a moment."""
    return method.Record(example_child(at), example_entries(at), at)


def example_child(at: datetime) -> method.Child:
    """Give the child; it is always three and a half."""
    child = made_up.child_at(at)
    born = method.Month(child.born.year, child.born.month)
    return method.Child(born=born, name=child.nickname, id=_NAMED)


def example_entries(at: datetime) -> tuple[method.Entry, ...]:
    """Give its entries up to a moment, as if written during the weeks before.

    They stay the same for an hour: in the hour of its clock that always runs, it did nothing.
    """
    return _entries(at.astimezone(UTC).replace(minute=0, second=0, microsecond=0))


def example_state(at: datetime) -> tuple[UUID, int]:
    """Give the state of the diary, as `reading.state_of` does: another one each hour."""
    return UUID(int=int(at.timestamp()) // 3600), 0


@lru_cache(maxsize=2)
def _entries(hour: datetime) -> tuple[method.Entry, ...]:
    zone = example_zone(hour)
    written = sorted(_written(hour, zone), key=lambda raw: str(raw["at"]))
    return tuple(method.read_entry(raw) for raw in written)


def example_zone(at: datetime) -> str:
    """Give the zone in which it is late afternoon now: of a made-up child, it can be any.

    So the example is never asleep, wherever and whenever somebody looks at it.
    """
    ahead = (_HOUR - at.astimezone(UTC).hour + _HALF_A_DAY) % (
        2 * _HALF_A_DAY
    ) - _HALF_A_DAY
    return f"Etc/GMT{-ahead:+}"  # these names count hours behind UTC


def _written(at: datetime, zone: str) -> Iterator[dict[str, Any]]:
    today = at.astimezone(ZoneInfo(zone)).date()
    for days, clock, kind, data, *note in _lines(zone):
        local = datetime.combine(
            today - timedelta(days=days), time.fromisoformat(clock), ZoneInfo(zone)
        )
        if local <= at:
            yield {
                "id": _id_of(days, clock, kind),
                "kind": kind,
                "at": local.astimezone(UTC).isoformat(),
                "data": data,
                **({"note": note[0]} if note else {}),
            }


def _id_of(days: int, clock: str, kind: str) -> str:
    return f"{days}-{clock.replace(':', '')}-{kind}"


def _lines(zone: str) -> Iterator[list[Any]]:
    story = _story()
    yield [42, "09:00", "zone", {"zone": zone}]
    yield [42, "09:01", "settings", {"pronoun": "she"}]
    yield from story["entries"]
    for days, clock, step in story["stickers"]:
        cause = {"cause": _id_of(days, clock, "poop"), "ladder": "b", "step": step}
        yield [days, clock, "reward", {"reward": "sticker", "what": "sticker", **cause}]
    for days in story["none_came"]:
        yield [days, "19:45", "none_came", {}]
    for since, until, clock, kind, data in story["daily"]:
        for days in range(until, since + 1):
            yield [days, clock, kind, data]


@cache
def _story() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("example.toml").read_text("utf-8"))
