"""Baby Connect: two orders of columns, and sentences that hold sizes and leaks."""

from datetime import UTC, datetime
from typing import Any

import pytest

from stepstool import trackers
from tests.trackers.exports import answers, kinds, read

TEN = (
    "Start Time,End Time,Activity,Duration (min),Quantity,Extra data,Text,Notes,"
    "Caregiver,Child Name\n"
)
NINE = (
    "Date and Time,End Time,Duration (min),Activity,Quantity,Extra data,Text,Notes,"
    "Caregiver\n"
)


def row(
    activity: str, extra: str = "", text: str = "", note: str = "", child: str = "Mia"
) -> str:
    return (
        f'2025-03-04 18:56,2025-03-04 19:16,"{activity}",20,120.0,"{extra}","{text}",'
        f'"{note}","Dana","{child}"\n'
    )


def only(*cells: str) -> Any:
    (entry,) = read(TEN + row(*cells)).entries
    return entry


def test_bm_and_wet_are_two_entries() -> None:
    reading = read(TEN + row("Diaper", "BM+Wet"))
    assert reading.format.key == "babyconnect"
    assert kinds(reading.entries) == ["poop", "pee"]


def test_size_and_leak_stand_in_the_last_brackets() -> None:
    poop = only("Diaper", "BM", "Mia had a poopy diaper (leak, large)")
    assert answers(poop) == {"place": "diaper", "amount": "large"}
    assert poop.origin["leak"] is True


def test_a_sentence_without_brackets_says_no_size() -> None:
    assert answers(only("Diaper", "BM", "a large diaper")) == {"place": "diaper"}


def test_a_dry_diaper_is_left_out() -> None:
    assert read(TEN + row("Diaper", "Dry")).left_out == {"Diaper, dry": 1}


def test_a_potty_is_a_potty() -> None:
    assert answers(only("Potty", "Wet")) == {"place": "potty"}


def test_contents_nobody_knows_are_reported() -> None:
    assert [p.word for p in read(TEN + row("Diaper", "Gold")).not_understood] == [
        "Gold"
    ]


def test_activities_nobody_knows_are_reported() -> None:
    reading = read(TEN + row("Juggling") + row("Milestone"))
    assert [pile.word for pile in reading.not_understood] == ["Juggling"]
    assert reading.left_out == {"Milestone": 1}


@pytest.mark.parametrize(
    ("cells", "kind", "data"),
    [
        (("Sleep",), "sleep", {}),
        (("Nursing",), "meal", {"meal": "breast"}),
        (
            ("Bottle", "Formula"),
            "meal",
            {"meal": "bottle", "foods": "Formula, 120.0"},
        ),
        (("Solid", "pear"), "meal", {"foods": "pear"}),
        (("Solid", "", "Mia ate pear"), "meal", {"foods": "Mia ate pear"}),
        (
            ("Medicine", "Movicol"),
            "medicine_given",
            {"outcome": "given", "medicine": "softener"},
        ),
    ],
)
def test_what_else_is_needed_comes_along(
    cells: tuple[str, ...], kind: str, data: dict[str, Any]
) -> None:
    entry = only(*cells)
    assert (entry.KIND, answers(entry)) == (kind, data)


def test_notes_are_kept() -> None:
    assert only("Diaper", "BM", "", "red bottom").note == "red bottom"


def test_a_medicine_is_named_in_the_note() -> None:
    assert only("Medicine", "Movicol", "", "half").note == "Movicol, half"


def test_the_older_columns_have_american_dates() -> None:
    text = NINE + "12/1/24 7:47 PM,12/2/24 7:20 AM,693,Sleep,,,Mia slept (11h33m),,D\n"
    (sleep,) = read(text).entries
    assert sleep.at == datetime(2024, 12, 1, 19, 47, tzinfo=UTC)
    assert sleep.until == datetime(2024, 12, 2, 7, 20, tzinfo=UTC)


def test_two_children_are_asked_about() -> None:
    with pytest.raises(trackers.NeedsAnswerError, match="Mia, Tom"):
        read(TEN + row("Sleep") + row("Sleep", child="Tom"))


def test_months_that_overlap_make_the_same_entries() -> None:
    one, two = row("Diaper", "BM"), row("Diaper", "Wet")
    first, both = read(TEN + one), read(TEN + two + one)
    assert {e.id for e in first.entries} < {e.id for e in both.entries}


def test_a_file_cut_in_a_row_is_refused() -> None:
    with pytest.raises(trackers.NotUnderstoodError) as refused:
        read(TEN + row("Sleep") + row("Sleep")[:60])
    assert refused.value.key == "cut_short"
