"""The ladder files: read once, at import. A file is named by its key and version."""

import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any, Final

from stepstool.method.ladder.ladder import (
    FIELDS,
    Earns,
    Ladder,
    Per,
    Step,
    Treat,
    Until,
    Wanted,
)
from stepstool.method.record.kinds.answers import Where


class LadderFileError(ValueError):
    """A ladder file is not whole; it says which, and what to write in it."""


def read_ladder(raw: Mapping[str, Any]) -> Ladder:
    """Read a ladder. Raises KeyError, TypeError or ValueError if it is none."""
    return Ladder(
        key=raw["key"],
        version=raw["version"],
        for_whom=tuple(raw["for_whom"]),
        safety=tuple(raw["safety"]),
        sources=tuple(raw["sources"]),
        steps=tuple(map(_step, raw["steps"])),
        counts_in=frozenset(map(Where, raw.get("counts_in", ()))),
        for_babies=raw.get("for_babies", False),
    )


def _step(raw: Mapping[str, Any]) -> Step:
    return Step(
        key=raw["key"],
        at_least_days=raw["at_least_days"],
        half_step=raw["half_step"],
        success=tuple(map(_wanted, raw["success"])),
        earns=_earns(raw["earns"]),
        picture=raw["picture"],
        safety=tuple(raw.get("safety", ())),
        unseen=raw.get("unseen", False),
    )


def _wanted(raw: Mapping[str, list[str]]) -> Wanted:
    read: dict[str, Any] = {
        name: frozenset(map(FIELDS[name], answers)) for name, answers in raw.items()
    }
    return Wanted(**read)


def _earns(raw: Mapping[str, Any]) -> Earns:
    return Earns(
        first=Treat(**raw["first"]),
        then=Treat(**raw["then"]),
        per=Per(raw["per"]),
        until=tuple(map(Until, raw["until"])),
        instead=tuple(raw.get("instead", ())),
    )


def _all() -> Iterable[Ladder]:
    for each in files("stepstool.method.ladder").joinpath("ladders").iterdir():
        try:
            yield read_ladder(tomllib.loads(each.read_text("utf-8")))
        except (KeyError, TypeError, ValueError) as fault:
            raise LadderFileError(
                f"{each.name} is no ladder. {_cure(fault)}"
            ) from fault


def _cure(fault: Exception) -> str:
    if isinstance(fault, KeyError):
        return f"Please write what it lacks there: {fault.args[0]}"
    return str(fault)


VERSIONS: Final[Mapping[tuple[str, int], Ladder]] = {
    (each.key, each.version): each
    for each in sorted(_all(), key=lambda each: (each.key, each.version))
}
LADDERS: Final[Mapping[str, Ladder]] = {each.key: each for each in VERSIONS.values()}


def ladder_of(key: str, version: int) -> Ladder | None:
    """Give a ladder as published; version 0 (not told) is the newest. None: not ours."""
    return VERSIONS.get((key, version)) if version else LADDERS.get(key)
