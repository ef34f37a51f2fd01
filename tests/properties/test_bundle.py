"""What goes to programs comes back as the same stools, of every diary."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from stepstool import method, trackers
from stepstool.method.record import Child, Entry, Record
from stepstool.method.report.bundle import TELLS
from tests.properties.diaries import DAYS, asked, children, diaries

Poop = method.poop.Poop
timings = st.sampled_from(list(method.Timing))


def told(poop: Any) -> dict[str, Any]:
    """Give what a clinician reads of a stool."""
    answers = {name: getattr(poop, name) for name in TELLS}
    return answers | {"id": poop.id, "at": poop.at, "timing": poop.timing}


def went_out_and_came_back(record: Record) -> tuple[list[Any], list[Any]]:
    text = method.bundle_of(record, DAYS + 2)
    read = trackers.read(text.encode(), "Asia/Tokyo", "mia")
    return [told(e) for e in record.of(Poop)], [told(e) for e in read.entries]


@given(children, diaries, asked, timings)
def test_the_same_stools_come_back(
    child: Child, entries: list[Entry], at: Any, timing: method.Timing
) -> None:
    some = [replace(e, timing=timing) if isinstance(e, Poop) else e for e in entries]
    record = Record(child, some, at)
    if record.of(Poop):
        out, back = went_out_and_came_back(record)
        assert back == out


def test_one_that_is_lost_on_the_way_is_seen() -> None:
    at = method.LATEST.replace(year=2026)
    poops = [Poop(id=f"{n}", at=at, bristol=4) for n in range(2)]
    out, back = went_out_and_came_back(Record(Child(), poops, at))
    assert back == out
    assert back[:1] != out
