"""Glow Baby: files known by their headings, dates with the month first."""

from datetime import UTC, datetime
from typing import Any

import pytest

from stepstool import trackers
from tests.trackers.exports import answers, kinds, read, zipped

DIAPER = "Diaper time,In the diaper,Color,Texture\n"
BOTH = DIAPER + "02/03/2025 8:48:00 AM,pee and poo,brown,Little balls\n"
SLEEP = "Begin time,End time\n02/03/2025 8:48:00 PM,02/04/2025 6:00:00 AM\n"
GROWTH = (
    "Date,Weight(kg),Weight(lb),Height(cm),Height(in),Head Circ.(cm),Head Circ.(in)\n"
    "2025/02/03,6,13,60,23,41,16\n"
)


def test_pee_and_poo_are_two_entries() -> None:
    reading = read(BOTH)
    assert reading.format.key == "glow"
    assert kinds(reading.entries) == ["poop", "pee"]


def test_the_month_comes_first() -> None:
    assert read(BOTH).entries[0].at == datetime(2025, 2, 3, 8, 48, tzinfo=UTC)


def test_unless_the_file_shows_otherwise() -> None:
    text = BOTH.replace("02/03/2025", "23/02/2025")
    assert read(text).entries[0].at.day == 23


@pytest.mark.parametrize(
    ("texture", "low", "high"),
    [("Little balls", 1, 1), ("Solid", 3, 4), ("Mushy", 5, 6), ("Very runny", 6, 7)],
)
def test_textures_become_a_range(texture: str, low: int, high: int) -> None:
    (poop,) = read(f"{DIAPER}02/03/2025 8:48:00 AM,poo,,{texture}\n").entries
    assert answers(poop) == {
        "place": "diaper",
        "imported": texture,
        "bristol_low": low,
        "bristol_high": high,
    }


def test_mucus_is_a_flag() -> None:
    (poop,) = read(f"{DIAPER}02/03/2025 8:48:00 AM,poo,green,Mucusy\n").entries
    assert poop.origin["mucus"] is True


def test_what_nobody_knows_is_reported() -> None:
    reading = read(f"{DIAPER}02/03/2025 8:48:00 AM,glitter,,\n")
    assert [pile.word for pile in reading.not_understood] == ["glitter"]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (
            (
                "Time of feeding,Milk type,Amount(ml),Amount(oz)\n"
                "02/03/2025 8:48:00 AM,Formula,120,4\n"
            ),
            {"meal": "bottle", "foods": "Formula, 120 ml"},
        ),
        (
            "Time of feeding,Milk type,Amount(ml),Amount(oz)\n02/03/2025 8:48:00 AM,,,\n",
            {"meal": "bottle"},
        ),
        (
            (
                "Time of feeding,Ingredients,Amount,Unit type,Baby's reaction\n"
                "02/03/2025 8:48:00 AM,pear,2,tbsp,Loved it\n"
            ),
            {"foods": "pear, 2 tbsp"},
        ),
        (
            "Begin time,End time,Left(min),Right(min)\n02/03/2025 8:48:00 AM,,5,6\n",
            {"meal": "breast"},
        ),
        (
            "Begin time,End time,Left(min),Right(min)\n02/03/2025 8:48:00 AM,,,\n",
            {"meal": "breast"},
        ),
    ],
)
def test_meals_come_along(text: str, data: dict[str, Any]) -> None:
    (meal,) = read(text).entries
    assert answers(meal) == data


def test_a_sleep_has_its_end() -> None:
    (sleep,) = read(SLEEP).entries
    assert sleep.until == datetime(2025, 2, 4, 6, tzinfo=UTC)


def test_growth_is_left_out() -> None:
    assert read(GROWTH).left_out == {"growth": 1}


def test_a_whole_zip_is_read() -> None:
    reading = read(zipped(Diaper__csv=BOTH, Sleep__csv=SLEEP, Growth__csv=GROWTH))
    assert reading.counts == {"poop": 1, "pee": 1, "sleep": 1}


def test_overlapping_files_make_the_same_entries() -> None:
    more = BOTH + "02/05/2025 8:48:00 AM,poo,,\n"
    assert {e.id for e in read(BOTH).entries} < {e.id for e in read(more).entries}


def test_a_file_cut_in_a_row_is_refused() -> None:
    with pytest.raises(trackers.NotUnderstoodError) as refused:
        read(BOTH + "02/05/2025 8:4")
    assert refused.value.key == "cut_short"
