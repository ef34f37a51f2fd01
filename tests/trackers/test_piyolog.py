"""PiyoLog: a text in Japanese or English, line by line, with the family's own words."""

from datetime import UTC, datetime
from typing import Any

import pytest

from stepstool import method, trackers
from tests.trackers.exports import answers, kinds, read

TOKYO = "Asia/Tokyo"
DAY = """【ぴよログ】2025/2/4(火)
ぴよこ (0歳8か月15日)

{events}

ミルク合計　   1回 210ml
うんち合計　   1回

10:30   we went to the park
2025/1/1 was long ago
"""
MONTH = """【ぴよログ】2025年2月

----------
2025/2/4(火)
ぴよこ (0歳8か月15日)

21:00   寝る
22:10   うんち

うんち合計　   1回

----------
2025/2/5(水)
ぴよこ (0歳8か月16日)

06:10   起きる (9時間10分)
07:30   うんち (多め/かため/茶色)   漏れた

うんち合計　   1回
"""
ENGLISH = """[PiyoLog]Thu, Jun 13, 2025
Mia (0y8m15d)

07:30 AM   Poop
07:45 PM   Formula 120ml   all of it
12:05 AM   Pee

Poop total   1
"""


def day(*events: str) -> trackers.Reading:
    lines = "\n".join(f"{event}   " for event in events)  # as the app ends its lines
    return read(DAY.format(events=lines), TOKYO)


def only(event: str) -> Any:
    (entry,) = day(event).entries
    return entry


def test_a_poop_has_its_time() -> None:
    assert only("07:30   うんち   ").at == datetime(2025, 2, 3, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("content", "data"),
    [
        ("", {}),
        (
            "(多め/かため/茶色)",
            {
                "amount": "large",
                "bristol_low": 1,
                "bristol_high": 2,
                "imported": "かため, 茶色",
            },
        ),
        (
            "(ふつう/ふつう/茶色)",
            {
                "amount": "normal",
                "bristol_low": 3,
                "bristol_high": 4,
                "imported": "ふつう, 茶色",
            },
        ),
        ("(ふつう/緑)", {"amount": "normal", "imported": "緑"}),
        (
            "(下痢)",
            {"bristol_low": 6, "bristol_high": 7, "imported": "下痢"},
        ),
        (
            "(ちょこっと/かため)",
            {
                "amount": "small",
                "bristol_low": 1,
                "bristol_high": 1,
                "imported": "かため",
            },
        ),
        (
            "(やわらかめ/黄色)",
            {"bristol_low": 5, "bristol_high": 5, "imported": "やわらかめ, 黄色"},
        ),
        ("(赤色)", {"imported": "赤色"}),
    ],
)
def test_words_for_a_poop_mean_what_their_place_says(
    content: str, data: dict[str, Any]
) -> None:
    assert answers(only(f"07:30   うんち {content}   ")) == data


def test_a_note_is_kept() -> None:
    assert only("07:30   うんち (多め)   漏れた").note == "漏れた"


def test_brackets_and_strokes_may_be_wide() -> None:
    poop = only("07:30   うんち\uff08多め\uff0fかため\uff09")
    assert answers(poop)["amount"] == "large"


@pytest.mark.parametrize(
    ("event", "kind", "data"),
    [
        ("07:30 おしっこ", "pee", {}),
        (
            "07:30   ミルク 210ml   ",
            "meal",
            {"meal": "bottle", "foods": "ミルク, 210ml"},
        ),
        ("07:30   搾母乳 90ml", "meal", {"meal": "bottle", "foods": "搾母乳, 90ml"}),
        ("07:30   母乳 左10分", "meal", {"meal": "breast"}),
        ("07:30   離乳食 (かぼちゃ)", "meal", {}),
        ("07:30   のみもの 50ml", "drink", {}),
        ("07:30   お薬", "medicine_given", {"outcome": "given"}),
        (
            "07:30   Medicine (Movicol)",
            "medicine_given",
            {"outcome": "given", "medicine": "softener"},
        ),
    ],
)
def test_what_else_is_needed_comes_along(
    event: str, kind: str, data: dict[str, Any]
) -> None:
    entry = only(event)
    assert (entry.KIND, answers(entry)) == (kind, data)


def test_what_nothing_needs_is_left_out() -> None:
    assert day("07:30   お風呂", "07:40   体温 36.6°C").left_out == {
        "お風呂": 1,
        "体温": 1,
    }


def test_items_nobody_knows_are_reported() -> None:
    (pile,) = day("07:30   うんち", "07:31   おどる (ワルツ)").not_understood
    assert str(pile) == "“おどる” is new to us"


def test_a_time_no_clock_shows_is_reported() -> None:
    (pile,) = day("07:30   うんち", "27:31   うんち").not_understood
    assert pile.reason == "bad_time"


def test_the_family_s_own_words_are_no_events() -> None:
    assert len(day("07:30   うんち").entries) == 1


def test_a_month_has_many_days_and_nights() -> None:
    entries = read(MONTH, TOKYO).entries
    assert kinds(entries) == ["poop", "sleep", "poop"]


def test_a_sleep_goes_from_one_day_into_the_next() -> None:
    sleep = read(MONTH, TOKYO).entries[1]
    assert sleep.at == datetime(2025, 2, 4, 12, tzinfo=UTC)
    assert sleep.until == datetime(2025, 2, 4, 21, 10, tzinfo=UTC)


def test_a_sleep_without_beginning_began_as_long_before_as_it_says() -> None:
    sleep = only("06:10   起きる (8時間20分)")
    assert sleep.at == datetime(2025, 2, 3, 12, 50, tzinfo=UTC)


def test_both_ways_make_one_entry() -> None:
    alone = MONTH.split("----------")[2].replace("2025/2/5(水)", "")
    second = read("【ぴよログ】2025/2/5(水)" + alone, TOKYO)
    assert {entry.id for entry in second.entries} <= {
        entry.id for entry in read(MONTH, TOKYO).entries
    }


def test_waking_up_without_falling_asleep_is_reported() -> None:
    (pile,) = day("07:30   うんち", "07:31   起きる").not_understood
    assert pile.reason == "no_beginning"


def test_english_is_read_too() -> None:
    reading = read(ENGLISH)
    assert [(entry.KIND, entry.at.hour) for entry in reading.entries] == [
        ("poop", 6),
        ("meal", 18),
        ("pee", 23),
    ]
    assert reading.entries[1].note == "all of it"


def test_reading_it_again_makes_the_same_entries() -> None:
    assert read(MONTH, TOKYO).entries == read(MONTH, TOKYO).entries


def test_two_alike_lines_are_two_entries() -> None:
    entries = day("07:30   うんち", "07:30   うんち").entries
    assert len({entry.id for entry in entries}) == 2


def test_the_line_is_kept() -> None:
    assert only("07:30   うんち (多め)   漏れた").origin["row"] == (
        "07:30   うんち (多め)   漏れた"
    )


def test_a_text_that_ends_in_its_events_is_cut_short() -> None:
    with pytest.raises(trackers.NotUnderstoodError) as refused:
        read(MONTH[: MONTH.index("漏れた")], TOKYO)
    assert refused.value.key == "cut_short"


@pytest.mark.parametrize("date", ["2025/13/4", "Foo 13, 2025", "Feb 30, 2025", "?"])
def test_a_text_without_a_day_holds_nothing(date: str) -> None:
    with pytest.raises(trackers.NotUnderstoodError) as refused:
        read(f"[PiyoLog]{date}\n\n07:30   Poop   \n")
    assert refused.value.key == "no_rows"


def test_the_diaper_is_not_guessed() -> None:
    poop = only("07:30   うんち")
    assert poop.place is method.UNKNOWN
    assert poop.timing is method.Timing.FOUND_LATER
