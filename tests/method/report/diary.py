"""Diaries of the doctor's page, in the words of stories, and entries that these lack."""

from typing import Any

from stepstool import method
from tests.stories.days import entries, moment

ZONE = "Europe/London"
CHILD = method.Child(born=method.Month(2022, 9), name="Mia", id="mia")


def entry(kind: str, at: str, **data: Any) -> method.Entry:
    raw = {"id": f"{kind} {at}", "kind": kind, "at": moment(at, ZONE).isoformat()}
    read = method.read_or_keep(raw | {"data": data})
    assert kind == read.KIND, read
    return read


def record(
    diary: str, at: str, *more: method.Entry, child: method.Child = CHILD
) -> method.Record:
    return method.Record(child, [*entries(diary, ZONE), *more], moment(at, ZONE))


def spoken(seen: method.Record, days: int = 14) -> method.SpokenReport:
    page = method.report_of(seen, days)
    return method.spoken_report(page, method.speaker_of(seen, "en"))


def lines(seen: method.Record, section: str) -> tuple[str, ...]:
    return {each.key: each.lines for each in spoken(seen).sections}[section]
