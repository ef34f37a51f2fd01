"""Advice is kept while nothing changes, and dropping it changes nothing."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils.translation import override

from stepstool import method
from stepstool.web.diary import advising, reading, writing
from stepstool.web.families.models import Child
from tests.web.cast import Cast
from tests.web.diary.days import EVENING, Poop, a_poop

WEEK = timedelta(days=7)


class Counting:
    """Stands for the method: says what it read, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, record: method.Record) -> tuple[Any, ...]:
        self.asked += 1
        ids = [each.id for each in record.entries]
        return (record.at, record.child, *ids)


@pytest.fixture
def advise(monkeypatch: pytest.MonkeyPatch) -> Counting:
    counting = Counting()
    window = (method.Reads(kind=Poop, back=timedelta(days=7)),)
    monkeypatch.setattr(method, "advise", counting)
    monkeypatch.setattr(method, "READING", window)
    advising.SHELF.clear()
    yield counting
    advising.SHELF.clear()


def asked(cast: Cast, at: datetime = EVENING) -> Any:
    return advising.known_of(cast.mia, at).advice


def put(cast: Cast, *entries: method.Entry) -> None:
    writing.write(cast.anna.membership, cast.mia, entries)


def test_within_a_quarter_it_is_computed_once(cast: Cast, advise: Counting) -> None:
    assert asked(cast) == asked(cast, EVENING + timedelta(minutes=4))
    assert advise.asked == 1


def test_dropping_it_changes_nothing(cast: Cast, advise: Counting) -> None:
    put(cast, a_poop())
    kept = asked(cast)
    advising.SHELF.clear()
    assert asked(cast, EVENING + timedelta(minutes=4)) == kept


def test_a_new_entry_counts_at_once(cast: Cast, advise: Counting) -> None:
    asked(cast)
    put(cast, a_poop())
    assert "first" in asked(cast)


def test_a_removal_counts_at_once(cast: Cast, advise: Counting) -> None:
    put(cast, a_poop())
    asked(cast)
    writing.remove(cast.anna.membership, cast.mia, ["first"])
    assert "first" not in asked(cast)


def test_an_entry_of_this_minute_counts(cast: Cast, advise: Counting) -> None:
    put(cast, a_poop(at=EVENING + timedelta(minutes=1)))
    assert "first" in asked(cast, EVENING + timedelta(minutes=1))


def test_the_next_quarter_is_judged_anew(cast: Cast, advise: Counting) -> None:
    asked(cast)
    asked(cast, EVENING + timedelta(minutes=15))
    assert advise.asked == 2


def test_all_languages_share_one_advice(cast: Cast, advise: Counting) -> None:
    for code in ("en", "de"):
        with override(code):
            asked(cast)
    assert advise.asked == 1


def test_each_language_is_said_once(cast: Cast) -> None:
    known = advising.known_of(cast.mia, EVENING)
    assert known.spoken("en") is known.spoken("en")
    assert known.spoken("en") is not known.spoken("xx")


def test_another_name_counts_at_once(cast: Cast, advise: Counting) -> None:
    asked(cast)
    renamed = Child(
        family_id=cast.mia.family_id,
        id=cast.mia.id,
        nickname="Mimi",
        born=cast.mia.born,
    )
    assert advising.known_of(renamed, EVENING).advice[1].name == "Mimi"


def test_each_child_is_kept_apart(cast: Cast, advise: Counting) -> None:
    assert asked(cast) != advising.known_of(cast.leo, EVENING).advice


def test_it_costs_one_query_when_kept_and_two_when_not(
    cast: Cast, advise: Counting, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(2):
        asked(cast)
    with django_assert_num_queries(1):
        asked(cast)


def test_the_shelf_is_small(cast: Cast, advise: Counting) -> None:
    shelf = advising.Shelf(1)
    first, second = (
        advising.AdviceKey(number, method.Child(), None, 0, EVENING)
        for number in (1, 2)
    )
    shelf.put(first, "one")
    shelf.put(second, "two")
    assert (shelf.take(first), shelf.take(second)) == (None, "two")


def test_a_child_has_one_place_and_the_newer_takes_it(
    cast: Cast, advise: Counting
) -> None:
    shelf = advising.Shelf(2)
    mia = advising.AdviceKey(1, method.Child(id="mia"), None, 0, EVENING)
    leo = mia._replace(child=method.Child(id="leo"))
    newer = mia._replace(seq=1)
    for key, known in ((mia, "older"), (leo, "leo's"), (newer, "newer")):
        shelf.put(key, known)
    assert (shelf.take(mia), shelf.take(newer)) == (None, "newer")
    assert (shelf.last(mia.place), shelf.take(leo)) == ("newer", "leo's")


@pytest.mark.parametrize("minute", [0, 7, 14])
def test_a_quarter_ends_where_the_next_begins(minute: int) -> None:
    at = datetime(2026, 3, 4, 18, minute, 30, tzinfo=UTC)
    end = advising.end_of_quarter(at)
    assert end + timedelta(microseconds=1) == datetime(2026, 3, 4, 18, 15, tzinfo=UTC)


def test_the_methods_own_advice_is_the_same_kept_and_not(cast: Cast) -> None:
    put(cast, a_poop(bristol=1, pain=2), a_poop("second", at=EVENING - WEEK))
    advising.SHELF.clear()
    kept = asked(cast)
    assert asked(cast) is kept
    advising.SHELF.clear()
    assert asked(cast) == kept


def test_the_bounded_reading_gives_the_advice_of_the_whole_diary(cast: Cast) -> None:
    days = (EVENING - timedelta(days=number) for number in range(400))
    put(cast, *(a_poop(str(at), at=at, bristol=4) for at in days))
    quarter = advising.end_of_quarter(EVENING)
    child = reading.child_of_method(cast.mia)
    whole = method.Record(child, [*reading.everything(cast.mia)], quarter)
    assert asked(cast) == method.advise(whole)
