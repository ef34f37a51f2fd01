"""What holds of the doctor's page for every diary; each rule is broken once on purpose."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepstool import method
from stepstool.method.record import Child, Entry, Record
from tests.properties.diaries import DAYS, END, asked, children, diaries

pages = st.builds(
    lambda child, entries, at, days: method.report_of(Record(child, entries, at), days),
    children,
    diaries,
    asked,
    st.integers(1, 60),
)


def answers_all_eight(page: method.Report) -> bool:
    """Whether each of the eight questions has a line."""
    return all(page.sections.get(section) for section in method.EIGHT_QUESTIONS)


def shows_every_open_sign(page: method.Report) -> bool:
    """Whether each open danger sign stands among the signs."""
    keys = {alert.key for alert in page.comfort.alerts}
    lines = page.sections[method.ReportSection.SIGNS]
    shown = {
        line.says.values["sign"].key for line in lines if "sign" in line.says.values
    }
    return {f"report.sign.{key}" for key in keys} <= shown


def toilet_is_a_part(page: method.Report) -> bool:
    """Whether no week has more poops in the toilet than in all."""
    return all(week.in_toilet <= week.in_all for week in page.sheet.weeks)


RULES = (answers_all_eight, shows_every_open_sign, toilet_is_a_part)


@given(pages)
@pytest.mark.parametrize("rule", RULES)
def test_it_holds(rule: Callable[[method.Report], bool], page: method.Report) -> None:
    assert rule(page)


@pytest.fixture(scope="module")
def page() -> method.Report:
    entries = [
        method.read_or_keep(
            {
                "id": f"{kind}-{n}",
                "kind": kind,
                "at": (END - timedelta(days=n)).isoformat(),
                "data": data,
            }
        )
        for n in range(20)
        for kind, data in (
            ("poop", {"bristol": 4, "place": "potty"}),
            ("danger_sign", {"sign": "cannot_drink", "answer": "here"}),
        )
    ]
    return method.report_of(Record(Child(name="Mia"), entries, END), DAYS)


def without(page: method.Report, section: method.ReportSection) -> method.Report:
    left = {key: lines for key, lines in page.sections.items() if key != section}
    return replace(page, sections=left)


def test_a_question_without_an_answer_is_seen(page: method.Report) -> None:
    assert answers_all_eight(page)
    assert not answers_all_eight(without(page, method.ReportSection.PAIN))


def test_a_sign_that_is_kept_back_is_seen(page: method.Report) -> None:
    hidden = {**page.sections, method.ReportSection.SIGNS: ()}
    assert shows_every_open_sign(page)
    assert not shows_every_open_sign(replace(page, sections=hidden))


def test_more_in_the_toilet_than_in_all_is_seen(page: method.Report) -> None:
    week = replace(page.sheet.weeks[0], in_toilet=99)
    assert toilet_is_a_part(page)
    wrong = replace(page.sheet, weeks=(week,))
    assert not toilet_is_a_part(replace(page, sheet=wrong))


@given(children, diaries, asked, st.integers(1, 60), st.randoms(use_true_random=False))
def test_order_changes_nothing(
    child: Child, entries: list[Entry], at: datetime, days: int, chance: random.Random
) -> None:
    shuffled = entries[:]
    chance.shuffle(shuffled)
    one, other = (
        method.report_of(Record(child, some, at), days) for some in (entries, shuffled)
    )
    assert one.sections == other.sections
    assert one.sheet == other.sheet


@given(children, diaries, asked, st.integers(1, 60))
def test_its_reading_is_enough(
    child: Child, entries: list[Entry], at: datetime, days: int
) -> None:
    whole = Record(child, entries, at)
    back = {reads.kind: reads.back for reads in method.report_reading(days)}
    read = [
        entry
        for entry in entries
        if isinstance(entry, method.Unread)
        or (type(entry) in back and _is_read(entry, back[type(entry)], at))
    ]
    assert (
        method.report_of(Record(child, read, at), days).sections
        == method.report_of(whole, days).sections
    )


def _is_read(entry: Entry, back: timedelta | None, at: datetime) -> bool:
    return back is None or entry.LASTING or entry.at >= at - back


@given(children, diaries, asked, st.integers(1, 60))
def test_all_of_it_can_be_said(
    child: Child, entries: list[Entry], at: datetime, days: int
) -> None:
    record = Record(child, entries, at)
    speaker = method.speaker_of(record, "en")
    page = method.spoken_report(method.report_of(record, days), speaker)
    assert all(page.texts)
    call = method.spoken_call(method.call_of(record), speaker)
    assert call.first
    assert all(section.lines for section in call.answers)
    assert all(call.to_ask)


@given(children, diaries, asked)
def test_the_call_is_about_the_most_pressing_sign(
    child: Child, entries: list[Entry], at: datetime
) -> None:
    record = Record(child, entries, at)
    alerts = method.report_of(record).comfort.alerts
    call = method.call_of(record)
    assert call.urgency == max((a.urgency for a in alerts), default=None)
