"""A Huckleberry file as a whole: what stays out, what is strange, how it was saved."""

from datetime import UTC, datetime

import pytest

from tests.trackers.exports import HUCKLEBERRY, huckleberry, kinds, read


def test_what_nothing_needs_is_left_out_and_counted() -> None:
    growth = "Growth,2026-02-01 19:00,,,6.66kg,62.5cm,41cm,"
    reading = read(huckleberry(growth, growth, "Bath,2026-02-01 19:00,,,,,,"))
    assert reading.left_out == {"Growth": 2, "Bath": 1}


def test_a_conversion_from_another_app_is_read_as_far_as_it_goes() -> None:
    reading = read(
        huckleberry(
            "Diaper,2025-02-01 19:00,,Mojado,,,,",
            "Bed time,2025-02-01 19:00,,01h08m,,,,",
            "Bed time,2025-02-02 19:00,,01h08m,,,,",
            "Woke up,2025-02-02 06:00,,,,,,",
            "Diaper,2025-02-02 06:05,,,,,Poo,",
        )
    )
    assert kinds(reading.entries) == ["poop"]
    assert [(str(pile), pile.count) for pile in reading.not_understood] == [
        ("“Bed time” is new to us", 2),
        ("it does not say what was in it: “Mojado”", 1),
        ("“Woke up” is new to us", 1),
    ]


def test_what_is_not_understood_shows_examples_and_where_they_stand() -> None:
    row = "Bed time,2025-02-01 19:00,,,,,,"
    (pile,) = read(huckleberry(*[row] * 5)).not_understood
    assert (pile.rows, pile.examples[0]) == ((2, 3, 4), row)


def test_a_thousand_strange_words_do_not_make_a_thousand_lines() -> None:
    rows = [f"Strange {n},2025-02-01 19:00,,,,,," for n in range(1000)]
    assert len(read(huckleberry(*rows)).not_understood) <= 51


@pytest.mark.parametrize(
    ("start", "reason"),
    [("", "no_time"), ("yesterday", "bad_time"), ("2026-02-30 10:00", "bad_time"),
     ("1999-02-03 10:00", "refused")],
)  # fmt: skip
def test_a_row_without_a_possible_time_is_not_understood(
    start: str, reason: str
) -> None:
    ok = "Diaper,2026-02-01 06:05,,,,,Poo,"
    reading = read(huckleberry(f"Diaper,{start},,,,,Poo,", ok))
    assert [pile.reason for pile in reading.not_understood] == [reason]


def test_cells_may_be_missing_at_the_end_of_a_row() -> None:
    rows = ("Sleep,2026-02-01 19:00", "Diaper,2026-02-01 06:05,,,,,Poo")
    assert kinds(read(huckleberry(*rows)).entries) == ["sleep", "poop"]


def test_mark_and_line_ends_of_windows_do_not_matter() -> None:
    text = f'{HUCKLEBERRY}\n"Diaper","2026-02-01 06:05",,,,,"Poo","a ""b"""\n'
    windows = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert read(windows).entries == read(text).entries


def test_the_order_and_the_case_of_columns_do_not_matter() -> None:
    text = "NOTES,start,Type,End,Duration,Start Condition,End Condition\n"
    (poop,) = read(text + "hm,2026-02-01 06:05,DIAPER,,,,poo\n").entries
    assert (poop.KIND, poop.note) == ("poop", "hm")


def test_a_file_saved_again_by_a_spreadsheet_is_read() -> None:
    text = HUCKLEBERRY.replace(",", ";") + "\nDiaper;28.01.2026 20:00;;;;;Poo;\n"
    assert read(text).entries[0].at == datetime(2026, 1, 28, 20, tzinfo=UTC)
