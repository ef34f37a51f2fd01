"""When a child is on a laxative: as ordered, or because one was given."""

import pytest

from stepstool.method.record import Child, Record
from stepstool.method.record.kinds.answers import MedicineKind
from stepstool.method.record.treatment import Treatment
from tests.stories.days import entries, moment

LONDON = "Europe/London"


def treatment(diary: str) -> Treatment:
    at = moment("40 12:00", LONDON)
    return Record(Child(), entries(diary, LONDON), at).treatment


@pytest.mark.parametrize(
    ("diary", "at", "expected"),
    [
        ("3 08:00 order softener", "2 12:00", False),
        ("3 08:00 order softener", "39 12:00", True),
        ("3 08:00 order softener until 9", "9 23:00", True),
        ("3 08:00 order softener until 9", "10 05:00", False),
        ("3 08:00 order softener\n6 08:00 order softener until 9", "12 05:00", False),
        ("3 08:00 order clean_out until 9", "5 12:00", True),
        ("3 08:00 order rectal", "5 12:00", False),
        ("3 08:00 medicine softener given", "6 07:00", True),
        ("3 08:00 medicine softener given", "6 09:00", False),
        ("3-9 08:00 medicine softener given", "12 07:00", True),
        ("3-9 08:00 medicine softener missed", "5 12:00", False),
        ("3-9 08:00 medicine other given", "5 12:00", False),
    ],
)
def test_on_a_laxative(diary, at, expected):
    assert treatment(diary).on_laxative(moment(at, LONDON)) is expected


def test_an_order_in_force():
    found = treatment("3 08:00 order clean_out until 9")
    assert found.ordered_at(MedicineKind.CLEAN_OUT, moment("5 12:00", LONDON))
    assert found.ordered_at(MedicineKind.SOFTENER, moment("5 12:00", LONDON)) is None


def test_the_end_of_the_last_order():
    found = treatment("3 08:00 order softener until 9")
    assert found.ended_before(moment("12 12:00", LONDON)) == moment("10 04:00", LONDON)


def test_no_end_while_it_goes_on():
    found = treatment("3 08:00 order softener until 9")
    assert found.ended_before(moment("5 12:00", LONDON)) is None


def test_no_end_without_an_order():
    found = treatment("3 08:00 medicine softener given")
    assert found.ended_before(moment("12 12:00", LONDON)) is None


@pytest.mark.parametrize(
    ("diary", "by"),
    [
        ("3 08:00 order clean_out call-after 24\n3 20:00 medicine clean_out given", "4 20:00"),
        ("3 08:00 order clean_out call-after 24\n3 20:00 medicine clean_out refused", "4 08:00"),
        ("3 08:00 order clean_out call-after 24\n3 20:00 medicine softener given", "4 08:00"),
    ],
)  # fmt: skip
def test_by_when_something_must_have_come_is_counted_from_the_first_dose(diary, by):
    found = treatment(diary)
    assert found.call_by(found.ordered[0]) == moment(by, LONDON)


def test_where_nobody_named_a_time_there_is_none():
    found = treatment("3 08:00 order clean_out")
    assert found.call_by(found.ordered[0]) is None
