"""Reading: bounded, lenient, a day at a time, and only for who may."""

from datetime import date, timedelta

import pytest
from django.http import Http404

from stepstool import method
from stepstool.web.diary import reading, writing
from stepstool.web.diary.models import StoredEntry
from stepstool.web.diary.rows import entry_of
from stepstool.web.families import made_up
from tests.properties.every_kind import everything as every_kind
from tests.web.cast import Cast
from tests.web.diary.days import EVENING, Note, Pee, Poop, Zone, a_poop

WEEK = (method.Reads(kind=Poop, back=timedelta(days=7)),)


def put(cast: Cast, *entries: method.Entry, who: str = "anna") -> None:
    writing.write(getattr(cast, who).membership, cast.mia, entries)


def read(cast: Cast, reads=WEEK) -> list[str]:
    return [each.id for each in reading.record_of(cast.mia, EVENING, reads).entries]


def test_a_record_knows_its_child(cast: Cast) -> None:
    child = reading.record_of(cast.mia, EVENING, WEEK).child
    assert (child.name, str(child.born)) == ("Mia", "2022-05")


def test_only_the_declared_window_is_read(cast: Cast) -> None:
    inside, outside = (
        EVENING - timedelta(days=7),
        EVENING - timedelta(days=7, seconds=1),
    )
    put(cast, a_poop("in", at=inside), a_poop("out", at=outside))
    assert read(cast) == ["in"]


def test_only_the_declared_kinds_are_read(cast: Cast) -> None:
    put(cast, a_poop("poop"), Pee(id="pee", at=EVENING))
    assert read(cast) == ["poop"]


def test_each_kind_has_its_own_window(cast: Cast) -> None:
    week_ago = EVENING - timedelta(days=7)
    put(cast, a_poop("poop", at=week_ago), Pee(id="pee", at=week_ago))
    put(cast, Pee(id="pee today", at=EVENING))
    both = (*WEEK, method.Reads(kind=Pee, back=timedelta(days=1)))
    assert read(cast, both) == ["poop", "pee today"]


def test_what_lasts_is_read_however_old(cast: Cast) -> None:
    long_ago = EVENING - timedelta(days=900)
    put(cast, Zone(id="zone", at=long_ago, zone="Asia/Tokyo"))
    assert read(cast, ()) == ["zone"]


def test_what_is_removed_is_not_read(cast: Cast) -> None:
    put(cast, a_poop())
    writing.remove(cast.anna.membership, cast.mia, ["first"])
    assert read(cast) == []


def test_another_child_is_not_read(cast: Cast) -> None:
    writing.write(cast.nora.membership, cast.leo, [a_poop()])
    assert read(cast) == []


def test_unread_entries_are_read_however_old(cast: Cast) -> None:
    put(cast, method.read_or_keep({"id": "odd", "kind": "rocket", "at": "2020-01-01Z"}))
    record = reading.record_of(cast.mia, EVENING, WEEK)
    assert [each.id for each in record.unread] == ["odd"]


def test_a_row_that_cannot_be_read_is_unread_and_never_raises(cast: Cast) -> None:
    put(cast, a_poop())
    StoredEntry.objects.filter(family=cast.family).update(data='{"place":"the moon"}')
    record = reading.record_of(cast.mia, EVENING, WEEK)
    assert [each.id for each in record.unread] == ["first"]


def test_what_is_unread_says_what_it_would_be_and_when(cast: Cast) -> None:
    put(cast, a_poop())
    StoredEntry.objects.filter(family=cast.family).update(data='{"place":"the moon"}')
    (row,) = reading.record_of(cast.mia, EVENING, WEEK).unread
    kept = method.write_entry(row)
    assert (kept["kind"], kept["data"]) == ("poop", '{"place":"the moon"}')
    assert row.at == a_poop().at


def test_a_row_that_is_no_json_is_unread_too(cast: Cast) -> None:
    put(cast, a_poop())
    StoredEntry.objects.filter(family=cast.family).update(data="{half a ro")
    record = reading.record_of(cast.mia, EVENING, WEEK)
    assert [each.id for each in record.unread] == ["first"]


def test_a_lean_entry_answers_as_a_full_one(cast: Cast) -> None:
    put(cast, a_poop(note="x", place=method.poop.Place.DIAPER))
    (lean,) = reading.record_of(cast.mia, EVENING, WEEK).entries
    full = reading.entry(cast.anna.membership, cast.mia, "first")
    assert (lean.place, lean.note, lean.by) == (full.place, full.note, full.by)


def test_a_record_costs_one_query(cast: Cast, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        reading.record_of(cast.mia, EVENING, WEEK)


def test_the_running_number_costs_one(cast: Cast, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        assert reading.state_of(cast.family.pk) == (None, 0)


def test_a_day_begins_at_four_where_the_child_lives(cast: Cast) -> None:
    put(cast, Zone(id="zone", at=EVENING - timedelta(days=9), zone="Asia/Tokyo"))
    at_3 = EVENING.replace(hour=18, minute=59)  # 03:59 of the 5th in Tokyo
    at_4 = EVENING.replace(hour=19, minute=0)
    put(cast, a_poop("late", at=at_3), a_poop("early", at=at_4))
    assert day(cast, 4) == ["late"]
    assert day(cast, 5) == ["early"]


def day(cast: Cast, number: int, who: str = "anna", **options) -> list[str]:
    found = reading.entries_of_day(
        getattr(cast, who).membership, cast.mia, date(2026, 3, number), **options
    )
    return [each.id for each in found]


def test_a_day_shows_what_was_removed_when_asked(cast: Cast) -> None:
    put(cast, a_poop())
    writing.remove(cast.anna.membership, cast.mia, ["first"])
    assert day(cast, 4) == []
    assert day(cast, 4, removed=True) == ["first"]


def test_preschool_reads_the_day_and_its_own_notes(cast: Cast) -> None:
    put(cast, a_poop("poop"), Note(id="ours", at=EVENING, note="private"))
    put(cast, Note(id="theirs", at=EVENING, note="slept well"), who="owls")
    assert day(cast, 4, "owls") == ["poop", "theirs"]
    assert set(day(cast, 4, "tim")) == {"poop", "ours", "theirs"}


@pytest.mark.parametrize("kinds", [frozenset(), frozenset({"poop"})])
def test_the_days_of_the_made_up_child_hold_the_kinds_that_are_asked_for(kinds) -> None:
    member, child = made_up.member(), made_up.child_at(EVENING)
    days = (
        EVENING.date() - timedelta(days=9000),
        EVENING.date() + timedelta(days=9000),
    )
    entries = reading.entries_of_days(member, child, days, kinds=kinds)
    written = {entry.KIND for entry in entries}
    assert "poop" in written
    assert written <= kinds if kinds else len(written) > 1


@pytest.mark.parametrize("look", [reading.entry, reading.history])
def test_what_one_may_not_read_is_not_there(cast: Cast, look) -> None:
    put(cast, Note(id="ours", at=EVENING, note="private"))
    with pytest.raises(Http404):
        look(cast.owls.membership, cast.mia, "ours")
    with pytest.raises(Http404):
        look(cast.anna.membership, cast.mia, "never was")


def test_an_entry_is_looked_up_within_its_child(cast: Cast) -> None:
    put(cast, a_poop())
    with pytest.raises(Http404):
        reading.entry(cast.nora.membership, cast.leo, "first")


@pytest.mark.parametrize("micro", [0, 120_000, 123_456])
def test_moments_are_read_to_the_last_digit(cast: Cast, micro: int) -> None:
    at = (EVENING - timedelta(hours=1)).replace(microsecond=micro)
    put(cast, a_poop(at=at))
    (found,) = reading.record_of(cast.mia, EVENING, WEEK).entries
    assert found.at == at
    assert found.at.utcoffset() == timedelta(0)


def test_a_whole_diary_comes_as_its_entries_would_one_by_one(cast: Cast) -> None:
    born = every_kind(0).entries
    noted = a_poop("noted", note="at the zoo", offset=60, written_at=EVENING)
    imported = a_poop("imported", origin={"app": "other"}, until=EVENING)
    writing.write(cast.anna.membership, cast.mia, [*born, noted, imported])
    writing.remove(cast.anna.membership, cast.mia, ["noted"])
    rows = StoredEntry.objects.filter(family_id=cast.family.pk).order_by("at", "id")
    assert [*reading.everything(cast.mia)] == [entry_of(row) for row in rows]
    assert len(rows) == len(born) + 2
