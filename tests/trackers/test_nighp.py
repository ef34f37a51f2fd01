"""Baby Tracker by Nighp: many files, dates of the phone, notes that are missing."""

from typing import Any

import pytest

from stepstool import method, trackers
from tests.trackers.exports import answers, kinds, read, zipped

DIAPER = """\ufeffBaby,Time,Status,Note
Mia,"23/02/2025, 20:03",Wet
Mia,"23/02/2025, 10:50",Mixed
Mia,"22/02/2025, 18:12",Dirty,hard little balls
Mia,"21/02/2025, 18:12",Dry
"""
SLEEP = """Baby,Time,Duration(minutes),Note
Mia,"03/02/2025, 20:03",75 hrs 29 min
Mia,"03/02/2025, 10:50",13,
"""
FORMULA = """Baby,Time,Amount (oz.),Note
Mia,"03/02/2025, 10:50",4.5,warm
"""
AMOUNT = """Baby,Time,Amount,Note
Mia,"13/02/2025, 10:50",30 ml
"""
NURSING = (
    "Baby,Time,Start Side,Left duration (min),Right duration (min),"
    "Total Duration (min),Note\n"
    'Mia,"13/02/2025, 10:50",Left,5,6,11,\n'
)
PUMP = (
    "Time,Start Side,Left duration (min),Right duration (min),Total Duration (min),"
    "Left amount (oz.),Right amount (oz.),Total amount (oz.),Note\n"
    '"13/02/2025, 10:50",Left,5,6,11,1,1,2,\n'
)
GROWTH = 'Baby,Time,Length (cm),Weight (kg),Head Size (cm),Note\nMia,"13/02/2025, 1:00",1,2,3\n'


def test_a_diaper_file_is_known_by_its_heading() -> None:
    assert read(DIAPER).format.key == "nighp"


def test_mixed_is_two_entries_and_dry_is_none() -> None:
    reading = read(DIAPER)
    assert kinds(reading.entries) == ["pee", "poop", "pee", "poop"]
    assert reading.left_out == {"diaper, dry": 1}


def test_a_note_is_kept_and_no_type_invented() -> None:
    *_, poop = read(DIAPER).entries
    assert (poop.note, answers(poop)) == ("hard little balls", {"place": "diaper"})


def test_a_status_nobody_knows_is_reported() -> None:
    strange = DIAPER + 'Mia,"20/02/2025, 18:12",Sparkly\n'
    assert [pile.word for pile in read(strange).not_understood] == ["Sparkly"]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (FORMULA, {"meal": "bottle", "foods": "4.5 oz"}),
        (AMOUNT, {"meal": "bottle", "foods": "30 ml"}),
        (NURSING, {"meal": "breast"}),
        (FORMULA.replace("4.5", ""), {"meal": "bottle"}),
    ],
)
def test_meals_come_along(text: str, data: dict[str, Any]) -> None:
    (meal,) = read(text, date_order="day_first").entries
    assert answers(meal) == data


def test_a_nursing_lasts_as_long_as_both_sides() -> None:
    (meal,) = read(NURSING).entries
    assert meal.until
    assert (meal.until - meal.at).seconds == 11 * 60


def test_durations_may_be_words() -> None:
    long, short = read(SLEEP, date_order="day_first").entries
    assert long.until
    assert short.until
    assert (long.until - long.at).total_seconds() == (75 * 60 + 29) * 60
    assert (short.until - short.at).seconds == 13 * 60


@pytest.mark.parametrize(("text", "what"), [(PUMP, "pump"), (GROWTH, "growth")])
def test_what_nothing_needs_is_left_out(text: str, what: str) -> None:
    assert read(text).left_out == {what: 1}


def test_the_files_of_a_zip_decide_together_on_day_and_month() -> None:
    whole = read(zipped(Mia_diaper__csv=DIAPER, Mia_formula__csv=FORMULA))
    meal = next(entry for entry in whole.entries if entry.KIND == "meal")
    assert (meal.at.day, meal.at.month) == (3, 2)
    assert answers(meal)["foods"] == "Formula, 4.5 oz"


def test_alone_a_file_may_have_to_ask() -> None:
    with pytest.raises(trackers.NeedsAnswerError, match="03/02/2025"):
        read(FORMULA)


@pytest.mark.parametrize("time", ["1/13/26, 15:58", "1/13/26 3:58 PM"])
def test_other_phones_write_other_dates(time: str) -> None:
    (poop,) = read(f'Baby,Time,Status\nMia,"{time}",Dirty\n').entries
    assert (poop.at.month, poop.at.day, poop.at.hour) == (1, 13, 15)


TWO = DIAPER + 'Tom,"20/02/2025, 18:12",Dirty\n'


def test_two_children_are_asked_about() -> None:
    with pytest.raises(trackers.NeedsAnswerError, match="Mia, Tom") as asked:
        read(TWO)
    assert asked.value.answers == ("Mia", "Tom")


def test_the_answer_takes_the_rows_of_one_child() -> None:
    assert kinds(read(TWO, child="Tom").entries) == ["poop"]


def test_a_zip_read_twice_adds_nothing() -> None:
    data = zipped(Mia_diaper__csv=DIAPER, Mia_sleep__csv=SLEEP)
    diary = method.DiaryFile(child=method.Child(id="mia"), entries=())
    once = trackers.unite(diary, read(data)).diary
    assert trackers.unite(once, read(data)).diary == once


def test_a_file_out_of_the_zip_adds_nothing_to_it() -> None:
    whole = read(zipped(Mia_diaper__csv=DIAPER, Mia_sleep__csv=SLEEP))
    alone = read(DIAPER)
    assert {e.id for e in alone.entries} < {e.id for e in whole.entries}


def test_a_file_cut_in_a_row_is_refused() -> None:
    with pytest.raises(trackers.NotUnderstoodError) as refused:
        read(DIAPER[: DIAPER.index(",Dirty")])
    assert refused.value.key == "cut_short"
