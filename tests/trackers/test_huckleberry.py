"""Huckleberry: columns that mean something else in each row, read as far as they go."""

from datetime import UTC, datetime
from typing import Any

import pytest

from stepstool import method, trackers
from tests.trackers.exports import (
    HUCKLEBERRY,
    answers,
    huckleberry,
    kinds,
    of_row,
    read,
)

DIAPER = "Diaper,2026-01-28 20:00,,{colour},{texture},,{contents},{note}"


def diaper(contents: str = "Poo", **cells: str) -> list[Any]:
    cells = {"colour": "", "texture": "", "note": ""} | cells
    return of_row(DIAPER.format(contents=f'"{contents}"', **cells))


def test_a_diaper_with_poop_is_a_poop_in_a_diaper() -> None:
    (poop,) = diaper("Poo:small")
    assert answers(poop) == {"place": "diaper", "amount": "small"}


def test_a_column_more_than_we_know_hinders_nothing() -> None:
    heading, row = (
        f"{HUCKLEBERRY},Mood",
        DIAPER.format(colour="", texture="", contents="Poo", note=""),
    )
    (poop,) = read(f"{heading}\n{row},happy\n").entries
    assert answers(poop) == {"place": "diaper"}


def test_without_one_of_its_columns_it_is_another_app_s() -> None:
    heading = HUCKLEBERRY.replace(",End Condition", "")
    with pytest.raises(trackers.NotUnderstoodError):
        read(f"{heading}\n")


def test_its_time_is_when_it_was_found() -> None:
    (poop,) = diaper()
    assert poop.at == datetime(2026, 1, 28, 20, tzinfo=UTC)
    assert poop.timing is method.Timing.FOUND_LATER


@pytest.mark.parametrize(
    ("contents", "kind"),
    [
        ("Poo", ["poop"]),
        ("poop", ["poop"]),
        ("Pee", ["pee"]),
        ("PEE:medium", ["pee"]),
        ("Both", ["poop", "pee"]),
        ("Both, poo:large", ["poop", "pee"]),
        ("Both, pee:medium poo:small", ["poop", "pee"]),
        ("Dry", []),
    ],
)
def test_wet_and_dirty_are_two_entries(contents: str, kind: list[str]) -> None:
    assert kinds(diaper(contents)) == kind


def test_a_dry_diaper_is_left_out_on_purpose() -> None:
    reading = read(huckleberry("Diaper,2026-01-28 20:00,,,,,Dry,"))
    assert reading.left_out == {"Diaper, dry": 1}


@pytest.mark.parametrize(
    ("contents", "amount"),
    [
        ("Poo:small", "small"),
        ("Poo:little", "small"),
        ("Poo:medium", "normal"),
        ("Both, pee:small poo:large", "large"),
        ("Both, poo:big", "large"),
    ],
)
def test_sizes_become_amounts(contents: str, amount: str) -> None:
    assert answers(diaper(contents)[0])["amount"] == amount


@pytest.mark.parametrize(
    ("texture", "contents", "low", "high"),
    [
        ("Pebbles", "Poo", 1, 1),
        ("Hard", "Poo", 1, 2),
        ("Hard", "Poo:small", 1, 1),
        ("Solid", "Poo", 3, 4),
        ("soft", "Poo", 5, 5),
        ("Loose", "Poo", 5, 6),
        ("Runny", "Poo", 6, 7),
        ("Diarrhea", "Poo", 6, 7),
    ],
)
def test_textures_become_a_range_and_never_a_type(
    texture: str, contents: str, low: int, high: int
) -> None:
    (poop,) = diaper(contents, texture=texture)
    assert (poop.bristol_low, poop.bristol_high) == (low, high)
    assert poop.bristol is method.UNKNOWN


def test_the_words_for_texture_and_colour_are_kept() -> None:
    (poop,) = diaper(texture="Pebbles", colour="brown")
    assert poop.imported == "Pebbles, brown"


def test_mucus_is_flagged_and_has_no_type() -> None:
    (poop,) = diaper(texture="Mucousy")
    assert poop.origin["mucus"] is True
    assert poop.bristol_low is method.UNKNOWN


def test_a_colour_is_kept_for_the_red_flags() -> None:
    assert diaper(colour="red")[0].origin["colour"] == "red"


def test_a_texture_nobody_knows_is_kept_and_reported() -> None:
    row = DIAPER.format(contents="Poo", texture="Gritty", colour="", note="")
    reading = read(huckleberry(row))
    assert reading.entries[0].imported == "Gritty"  # type: ignore[attr-defined]
    assert [str(pile) for pile in reading.half_understood] == [
        "“Gritty” is kept, though we don’t know what it means"
    ]


def test_a_size_nobody_knows_is_kept_and_reported() -> None:
    row = DIAPER.format(contents="Poo:epic", texture="", colour="", note="")
    reading = read(huckleberry(row))
    assert reading.entries[0].origin["size"] == "epic"
    assert [pile.reason for pile in reading.half_understood] == ["size"]


def test_notes_are_kept() -> None:
    assert diaper(note="leaked")[0].note == "leaked"


def test_a_note_that_is_too_long_is_cut_and_kept_whole_beside() -> None:
    (poop,) = diaper(note="x" * 3000)
    assert (len(poop.note), poop.note[-1]) == (2000, "…")
    assert len(poop.origin["row"]["notes"]) == 3000


def test_the_row_is_kept_as_it_came() -> None:
    (poop,) = diaper("Poo:small", texture="Pebbles")
    assert poop.origin["row"] == {
        "type": "Diaper",
        "start": "2026-01-28 20:00",
        "start condition": "Pebbles",
        "end condition": "Poo:small",
    }


def potty(contents: str = "", note: str = "", duration: str = "") -> list[Any]:
    return of_row(f"Potty,2026-02-01 18:25,,{duration},,,{contents},{note}")


def test_a_poop_in_the_potty_was_in_the_potty() -> None:
    (poop,) = potty("Poo:medium")
    assert answers(poop) == {"place": "potty", "amount": "normal"}
    assert poop.timing is method.Timing.EXACT


def test_a_pee_in_the_potty_was_too() -> None:
    assert answers(potty("Pee:small")[0]) == {"place": "potty"}


@pytest.mark.parametrize("words", ["Sat but dry", "dry", "sat"])
def test_sitting_without_anything_is_a_sit(words: str) -> None:
    (sit,) = potty(words)
    assert answers(sit) == {"place": "potty", "accepted": "yes"}


def test_an_accident_was_in_the_pants() -> None:
    (poop,) = potty("Poo", note="accident")
    assert poop.place is method.poop.Place.PANTS


def test_no_accident_was_none() -> None:
    (poop,) = potty("Poo", note="no accident today")
    assert poop.place is method.poop.Place.POTTY


def test_a_potty_row_that_says_nothing_is_not_understood() -> None:
    reading = read(huckleberry("Potty,2026-02-01 18:25,,,,,Whee,"))
    assert [pile.reason for pile in reading.not_understood] == ["unknown_contents"]


@pytest.mark.parametrize(
    ("row", "kind", "data"),
    [
        (
            "Feed,2026-02-01 07:00,2026-02-01 07:20,00:20,00:11R,Breast,00:09L,",
            "meal",
            {"meal": "breast"},
        ),
        (
            "Feed,2026-02-01 07:00,,,Formula,Bottle,200ml,",
            "meal",
            {"meal": "bottle", "foods": "Formula, 200ml"},
        ),
        ("Feed,2026-02-01 07:00,,,,Spoon,,", "meal", {}),
        (
            'Solids,2026-02-01 12:15,,,"pear, porridge",,LOVED,',
            "meal",
            {"foods": "pear, porridge"},
        ),
        ("Solids,2026-02-01 12:15,,,unknown,,,", "meal", {}),
        (
            "Meds,2026-02-01 08:00,,,,Macrogol,,1 sachet",
            "medicine_given",
            {"medicine": "softener", "outcome": "given"},
        ),
        (
            "Meds,2026-02-01 08:00,,,2oz,Glycerin suppository,,",
            "medicine_given",
            {"medicine": "rectal", "outcome": "given"},
        ),
        (
            "Meds,2026-02-01 08:00,,,,Vitamin D,,",
            "medicine_given",
            {"outcome": "given"},
        ),
        ("Sleep,2026-02-01 19:00,2026-02-02 06:00,11:00,,,,", "sleep", {}),
        ("sLEEP,2026-02-01 19:00,,,,,,", "sleep", {}),
    ],
)
def test_what_rhythm_and_comfort_need_comes_along(
    row: str, kind: str, data: dict[str, Any]
) -> None:
    (entry,) = of_row(row)
    assert (entry.KIND, answers(entry)) == (kind, data)


def test_a_medicine_and_its_dose_stand_in_the_note() -> None:
    (given,) = of_row("Meds,2026-02-01 08:00,,,2oz,Macrogol,,1 sachet")
    assert given.note == "Macrogol, 2oz, 1 sachet"


def test_a_reaction_to_food_is_kept() -> None:
    (meal,) = of_row("Solids,2026-02-01 12:15,,,pear,,LOVED,")
    assert meal.origin["reaction"] == "LOVED"


def test_a_sleep_lasts_to_its_end() -> None:
    (sleep,) = of_row("Sleep,2026-02-01 19:00,2026-02-02 06:00,11:00,,,,")
    assert sleep.until == datetime(2026, 2, 2, 6, tzinfo=UTC)


@pytest.mark.parametrize("duration", ["01:30", "1h30m", "90m", "90"])
def test_without_an_end_it_lasts_as_long_as_it_says(duration: str) -> None:
    (sleep,) = of_row(f"Sleep,2026-02-01 19:00,,{duration},,,,")
    assert sleep.until == datetime(2026, 2, 1, 20, 30, tzinfo=UTC)


def test_an_end_before_the_beginning_is_left_out_and_reported() -> None:
    row = "Sleep,2026-02-01 19:00,2026-02-01 06:00,,,,,"
    reading = read(huckleberry(row))
    assert reading.entries[0].until is None
    assert [pile.reason for pile in reading.half_understood] == ["ends_before"]
