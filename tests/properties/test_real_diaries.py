"""Real children's diaries: advice for every day of their life breaks no rule.

Each at its true age, and as if born three years earlier, since no diary of a child at
the age of potty training was found.
"""

import random
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

import pytest

from stepstool import method
from stepstool.method.comfort import State
from tests import diaries
from tests.spoken import advise

pytestmark = pytest.mark.skipif(not diaries.paths(), reason=diaries.WHY_NOT)

SHUT: Final = {State.CONSTIPATED, State.SEE_A_DOCTOR}
HARSH: Final = re.compile(
    r"\b(should|must|overdue|naughty|lazy|constipated|bad|shame|late|fail\w*)\b",
    re.IGNORECASE,
)
DOSES: Final = re.compile(
    r"\b\d+\s?(mg|ml|g|drops|sachets?)\b|enema|laxative", re.IGNORECASE
)
"""Neither a medicine to start nor a dose stands in what the diaries call for."""


@pytest.fixture(
    params=[(path, months) for path in diaries.paths() for months in (0, 36)],
    ids=lambda chosen: f"{chosen[0].stem}+{chosen[1]}",
    scope="module",
)
def life(request: Any) -> list[tuple[method.Record, method.SpokenAdvice]]:
    """Return every day of a diary with its advice."""
    path, months = request.param
    diary = diaries.read(path)
    child = diary.born_earlier(months)
    return [(each, advise(each)) for each in diaries.windows(diary, child)]


Life = list[tuple[method.Record, method.SpokenAdvice]]


def said(advice: method.SpokenAdvice) -> Iterator[str]:
    yield from advice.today
    yield from (each.text for each in advice.questions)
    yield from (each.saw for each in (*advice.because, *advice.notes, *advice.tell))


def test_a_life_is_as_long_as_the_diary(life: Life) -> None:
    days = [record.today for record, _ in life]
    assert days == list(method.days_between(days[0], days[-1]))


def test_every_verdict_shows_what_was_seen_and_its_source(life: Life) -> None:
    for _, advice in life:
        assert advice.because
        assert all(each.saw and each.sources for each in advice.because)


def test_a_shut_gate_asks_for_softness_or_a_call_and_nothing_else(life: Life) -> None:
    asked = {a.todo.key for _, a in life if a.comfort.state in SHUT}
    calls = {key for key in asked if key.startswith("call_")}
    assert asked - calls <= {"nothing", "as_ordered", "full_bowel", "soon_waits"}


def test_no_sentence_scolds_or_presses(life: Life) -> None:
    harsh = {text for _, advice in life for text in said(advice) if HARSH.search(text)}
    assert harsh == set()


def test_no_sentence_names_a_dose(life: Life) -> None:
    doses = {text for _, advice in life for text in said(advice) if DOSES.search(text)}
    assert doses == set()


def test_no_sentence_has_an_empty_gap(life: Life) -> None:
    assert not any("{" in text for _, advice in life for text in said(advice))


def test_danger_stands_first(life: Life) -> None:
    for _, advice in life:
        urgent = [each for each in advice.alerts if each.urgency in {"now", "today"}]
        assert advice.today[: len(urgent)] == tuple(each.text for each in urgent)


def test_a_day_without_entries_is_no_day_without_poop(life: Life) -> None:
    for record, advice in life:
        written = {record.clock.day(each.at) for each in record.entries[-1:]}
        if record.today not in written:
            assert advice.dots[-1].mark is method.DayMark.NOT_WRITTEN


def test_the_order_of_entries_changes_nothing(life: Life) -> None:
    for record, advice in islice(life, 0, None, 50):
        shuffled = random.Random(1).sample(record.entries, len(record.entries))
        again = method.Record(record.child, shuffled, record.at)
        assert advise(again) == advice


@pytest.mark.parametrize("path", diaries.paths(), ids=lambda path: path.stem)
def test_the_whole_diary_says_no_more_than_what_the_rules_read(path: Path) -> None:
    diary = diaries.read(path)
    for bounded in islice(diaries.windows(diary, diary.child), 0, None, 25):
        whole = method.Record(diary.child, diary.entries, bounded.at)
        assert advise(whole) == advise(bounded)
