"""Numbers that nothing has: one odd row never costs the others."""

import pytest

from stepstool import trackers
from tests.trackers.exports import huckleberry, kinds, read

SLEEPS = "Baby,Time,Duration(minutes),Note\n"
NURSED = "Begin time,Left(min),Right(min)\n"
CONNECT = "Child Name,Start Time,End Time,Activity,Duration (min),Quantity,Extra data,Text,Notes\n"
LOG = "[PiyoLog]Fri, May 1, 2026\nMia (3y0m1d)\n\n07:30   Poop\n{event}\n"
ODD = [
    "9" * 20,
    "9" * 400,
    "9" * 5000,
    "-30",
    "\u221215",
    "99999h",
    "9" * 12 + ":00",
    "44641",
]


def of_each(length: str) -> list[bytes]:
    """Give an export of each tracker that tells lengths: a sound row, and this one."""
    return [
        f"{SLEEPS}Mia,2026-05-13 12:00,60,\nMia,2026-05-14 20:00,{length},\n".encode(),
        f"{NURSED}05/13/2026 10:00:00 AM,5,5\n05/14/2026 10:00:00 AM,5,{length}\n".encode(),
        (
            f"{CONNECT}Mia,2026-05-13 10:00,,Sleep,60,,,,\n"
            f"Mia,2026-05-14 10:00,,Sleep,{length},,,,\n"
        ).encode(),
        huckleberry(
            "Sleep,2026-05-13 10:00,,01:00,,,,", f"Sleep,2026-05-14 10:00,,{length},,,,"
        ),
    ]


@pytest.mark.parametrize("length", ODD, ids=range(len(ODD)))
def test_a_length_that_nothing_has_is_reported_and_the_others_are_kept(
    length: str,
) -> None:
    for export in of_each(length):
        reading = read(export)
        assert len(reading.entries) == 1
        [pile] = reading.not_understood
        assert (pile.reason, pile.rows) == ("bad_length", (3,))


@pytest.mark.parametrize(
    "length", ["0", "", "000060", "12.5", "1h", "brown", "-", "60"]
)
def test_other_words_there_cost_nothing(length: str) -> None:
    for export in of_each(length):
        assert len(read(export).entries) == 2


@pytest.mark.parametrize("length", ["99999999h0m", "9" * 500 + "m", "800h"])
def test_a_night_that_lasted_for_years_is_reported(length: str) -> None:
    reading = read(LOG.format(event=f"07:40   Wake-up ({length})"))
    assert kinds(reading.entries) == ["poop"]
    assert [pile.reason for pile in reading.not_understood] == ["bad_length"]


@pytest.mark.parametrize(
    "when",
    [
        "9999-12-31 23:59",
        "1000-01-01 00:00",
        "0000-00-00 00:00",
        "2026-05-\u0661\u0662",
    ],
)
def test_a_day_that_no_calendar_of_a_family_has_is_reported(when: str) -> None:
    sound = "Diaper,2026-01-28 20:00,,,,,Poo,"
    for zone in ("Pacific/Kiritimati", "America/Los_Angeles"):
        reading = read(huckleberry(sound, f"Diaper,{when},,,,,Poo,"), zone)
        assert len(reading.entries) == 1
        assert [pile.reason for pile in reading.not_understood] == ["bad_time"]


@pytest.mark.parametrize("year", ["0000", "0001", "9999"])
def test_a_log_of_such_a_year_is_no_log(year: str) -> None:
    with pytest.raises(trackers.NotUnderstoodError):
        read(f"[PiyoLog]{year}/1/1(Thu)\nMia\n\n07:30   Poop\n")


def test_a_length_is_counted_in_western_digits_only() -> None:
    [entry] = read(f"{SLEEPS}Mia,2026-05-13 12:00,\u00b2\u0663,\n").entries
    assert entry.until is None
