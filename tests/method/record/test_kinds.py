"""Kinds of entry refuse answers that contradict each other."""

from datetime import UTC, date, datetime

import pytest

from stepstool import method
from stepstool.method.record.kinds.interview import Told, Topic
from stepstool.method.record.kinds.lasting import is_zone

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def fault_of(refused: pytest.ExceptionInfo[method.NonsenseError]) -> method.AnswerFault:
    (only,) = refused.value.faults
    return only


def test_a_range_of_bristol_types_goes_upward() -> None:
    with pytest.raises(method.NonsenseError) as refused:
        method.poop.Poop(id="p", at=NOON, bristol_low=5, bristol_high=3)
    assert fault_of(refused).field == "bristol_high"


def test_half_a_range_of_bristol_types_is_fine() -> None:
    assert method.poop.Poop(id="p", at=NOON, bristol_low=5).bristol_low == 5


def test_a_range_with_a_broken_end_is_refused_for_that_only() -> None:
    with pytest.raises(method.NonsenseError) as refused:
        method.poop.Poop(id="p", at=NOON, bristol_low=5, bristol_high=0)
    assert fault_of(refused).allowed == "a whole number from 1 to 7 (Bristol type)"


def test_a_zone_has_to_exist() -> None:
    with pytest.raises(method.NonsenseError) as refused:
        method.lasting.Zone(id="z", at=NOON, zone="Europe/Lodon")
    assert fault_of(refused).value == "Europe/Lodon"


@pytest.mark.parametrize("name", ["", "Europe", "../etc", "Mars/Base", "x" * 300])
def test_this_is_no_zone(name: str) -> None:
    assert not is_zone(name)


def test_a_zone_may_be_unknown() -> None:
    assert method.lasting.Zone(id="z", at=NOON).zone is method.UNKNOWN


def test_a_question_of_the_interview_takes_only_its_own_answers() -> None:
    with pytest.raises(method.NonsenseError) as refused:
        method.interview.Interview(
            id="i", at=NOON, topic=Topic.GAP, answers=(Told.YES, Told.HARD)
        )
    assert fault_of(refused).value == ["hard"]


def test_an_answer_of_the_interview_without_its_question_is_kept() -> None:
    entry = method.interview.Interview(id="i", at=NOON, answers=(Told.HARD,))
    assert entry.answers == (Told.HARD,)


def test_ticking_an_answer_twice_is_refused() -> None:
    with pytest.raises(method.NonsenseError):
        method.interview.Interview(
            id="i", at=NOON, topic=Topic.GAP, answers=(Told.YES, Told.YES)
        )


def test_a_day_lies_in_this_century() -> None:
    with pytest.raises(method.NonsenseError):
        method.poop.NoneCame(id="n", at=NOON, since=date(1, 1, 1))


def test_text_of_the_word_unknown_alone_is_refused_since_it_means_unknown() -> None:
    with pytest.raises(method.NonsenseError):
        method.days.Meal(id="m", at=NOON, foods="unknown")


def test_unknown_is_not_true() -> None:
    assert not method.UNKNOWN


def test_unknown_shows_itself() -> None:
    assert repr(method.UNKNOWN) == "UNKNOWN"
