"""Baby Buddy: a file for each model, and ids that stay when a row is changed."""

from typing import Any

import pytest

from stepstool import trackers
from tests.trackers.exports import answers, kinds, read, zipped

WHO = "child_id,child_first_name,child_last_name"
MIA = "1,Mia,M"
CHANGE = f"id,{WHO},time,wet,solid,color,amount,notes,tags\n"
BOTH = CHANGE + f'7,{MIA},2026-02-01 10:00:00,1,1,green,2.0,"leaked",\n'


def test_wet_and_solid_are_two_entries() -> None:
    reading = read(BOTH)
    assert reading.format.key == "babybuddy"
    assert kinds(reading.entries) == ["poop", "pee"]


def test_colour_and_notes_are_kept() -> None:
    poop = read(BOTH).entries[0]
    assert (answers(poop), poop.note) == (
        {"place": "diaper", "imported": "green"},
        "leaked",
    )


def test_a_dry_one_is_left_out() -> None:
    text = CHANGE + f"7,{MIA},2026-02-01 10:00:00,0,False,,,,\n"
    assert read(text).left_out == {"diaper change, dry": 1}


def test_an_answer_that_is_neither_yes_nor_no_is_reported() -> None:
    text = CHANGE + f"7,{MIA},2026-02-01 10:00:00,0,perhaps,,,,\n"
    assert [pile.word for pile in read(text).not_understood] == ["perhaps"]


def test_a_row_changed_there_keeps_its_id() -> None:
    changed = BOTH.replace("leaked", "leaked a lot").replace("10:00", "10:05")
    assert [e.id for e in read(changed).entries] == [e.id for e in read(BOTH).entries]


def test_the_smallest_file_it_imports_itself_is_read() -> None:
    text = "child_id,time,wet,solid,color,amount\n1,2026-02-01 10:00,0,1,,\n"
    assert kinds(read(text).entries) == ["poop"]


def test_a_copy_saved_by_a_spreadsheet_is_read() -> None:
    text = CHANGE + f"7,{MIA},21/02/2026 10:00,0,1,,,,\n"
    assert read(text).entries[0].at.day == 21


FEEDING = f"id,{WHO},start,end,duration,type,method,amount,notes,tags\n"
SLEEP = f"id,{WHO},start,nap,end,duration,notes,tags\n"
MEDICATION = f"id,{WHO},name,dosage,dosage_unit,time,notes\n"
NOTE = f"id,{WHO},note,time,tags\n"
WHEN = "2026-02-01 10:00:00,2026-02-01 10:20:00,00:20:00"


@pytest.mark.parametrize(
    ("text", "kind", "data"),
    [
        (
            f"{FEEDING}1,{MIA},{WHEN},formula,bottle,120,,\n",
            "meal",
            {"meal": "bottle", "foods": "formula, 120"},
        ),
        (
            f"{FEEDING}1,{MIA},{WHEN},breast milk,left breast,,,\n",
            "meal",
            {"meal": "breast"},
        ),
        (
            f"{FEEDING}1,{MIA},{WHEN},solid food,self fed,,,\n",
            "meal",
            {"foods": "solid food"},
        ),
        (
            f"{SLEEP}1,{MIA},2026-02-01 10:00,1,2026-02-01 11:00,01:00:00,,\n",
            "sleep",
            {"sleep": "nap"},
        ),
        (
            f"{SLEEP}1,{MIA},2026-02-01 20:00,0,2026-02-02 06:00,10:00:00,,\n",
            "sleep",
            {"sleep": "night"},
        ),
        (
            f"{SLEEP}1,{MIA},2026-02-01 20:00,,2026-02-02 06:00,10:00:00,,\n",
            "sleep",
            {},
        ),
        (
            f"{MEDICATION}1,{MIA},Lactulose,5,ml,2026-02-01 10:00,\n",
            "medicine_given",
            {"outcome": "given", "medicine": "softener"},
        ),
        (f"{NOTE}1,{MIA},hm,2026-02-01 10:00,\n", "note", {}),
    ],
)
def test_other_models_come_along(text: str, kind: str, data: dict[str, Any]) -> None:
    (entry,) = read(text).entries
    assert (entry.KIND, answers(entry)) == (kind, data)


def test_a_medicine_and_its_dose_stand_in_the_note() -> None:
    text = f"{MEDICATION}1,{MIA},Lactulose,5,ml,2026-02-01 10:00,\n"
    assert read(text).entries[0].note == "Lactulose, 5 ml"


def test_a_sleep_has_its_end() -> None:
    text = f"{SLEEP}1,{MIA},2026-02-01 10:00,1,2026-02-01 11:00,01:00:00,,\n"
    (sleep,) = read(text).entries
    assert sleep.until
    assert (sleep.until - sleep.at).seconds == 3600


def test_an_empty_note_says_nothing() -> None:
    reading = read(f"{NOTE}1,{MIA},,2026-02-01 10:00,\n")
    assert [pile.reason for pile in reading.not_understood] == ["unknown_contents"]


def test_what_nothing_needs_is_left_out() -> None:
    weight = f"id,{WHO},weight,date,notes,tags\n1,{MIA},6.6,2026-02-01,,\n"
    assert read(weight).left_out == {"weight": 1}


def test_ids_of_different_models_do_not_meet() -> None:
    sleep = f"{SLEEP}7,{MIA},2026-02-01 10:00,1,2026-02-01 11:00,01:00:00,,\n"
    reading = read(zipped(changes__csv=BOTH, sleep__csv=sleep))
    assert len({entry.id for entry in reading.entries}) == 3


def test_two_children_are_asked_about_by_name() -> None:
    with pytest.raises(trackers.NeedsAnswerError, match="Mia, Tom"):
        read(BOTH + "8,2,Tom,M,2026-02-01 10:00:00,0,1,,,,\n")


def test_without_names_they_are_asked_about_by_number() -> None:
    text = "child_id,time,wet,solid\n1,2026-02-01 10:00,0,1\n2,2026-02-01 10:00,0,1\n"
    assert len(read(text, child="2").entries) == 1


def test_our_own_shape_of_the_column_is_read_too() -> None:
    text = "child,time,wet,solid\nMia,2026-02-01 10:00,0,1\n"
    assert kinds(read(text).entries) == ["poop"]


def test_times_stand_in_utc_where_they_say_so() -> None:
    text = "child_id,time,wet,solid\n1,2026-07-01 10:00:00+00:00,0,1\n"
    assert read(text).entries[0].at.hour == 10


def test_a_file_cut_in_a_row_is_refused() -> None:
    with pytest.raises(trackers.NotUnderstoodError) as refused:
        read(BOTH + f"8,{MIA},2026-02-0")
    assert refused.value.key == "cut_short"
