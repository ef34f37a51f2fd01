"""Tonight's one thing follows the family's first answers: comfort before place."""

from datetime import UTC, datetime

import pytest

from stepstool.method.advice.headline import tonight
from stepstool.method.record import Child, Record
from stepstool.method.record.kinds.interview import Interview, Told, Topic

EVENING = datetime(2026, 3, 4, 19, 30, tzinfo=UTC)


def record(*, where: tuple[Told, ...] = (), lately: tuple[Told, ...] = ()) -> Record:
    answers = [
        Interview(id="where", at=EVENING, topic=Topic.WHERE_NOW, answers=where),
        Interview(id="lately", at=EVENING, topic=Topic.FOUR_WEEKS, answers=lately),
    ]
    return Record(Child(), answers, EVENING)


@pytest.mark.parametrize(
    ("where", "lately", "expected"),
    [
        ((Told.DIAPER_ANYWHERE,), (Told.SOFT_AND_EASY,), "carry_diapers"),
        ((Told.DIAPER_IN_HIDING_PLACE,), (Told.SOFT_AND_EASY,), "hiding_place"),
        ((Told.DIAPER_ANYWHERE,), (Told.HARD,), "no_potty_talk"),
        ((Told.DIAPER_IN_HIDING_PLACE,), (Told.HURTS,), "no_potty_talk"),
        ((Told.SOMETIMES_POTTY,), (Told.HOLDS_3_DAYS,), "no_potty_talk"),
        ((Told.PANTS,), (Told.LEAKS,), "full_bowel"),
        ((Told.PANTS,), (Told.HARD, Told.LEAKS), "full_bowel"),
        ((Told.DIAPER_ANYWHERE,), (Told.DONT_KNOW,), "nothing_to_change"),
        ((Told.DIAPER_IN_BATHROOM,), (Told.SOFT_AND_EASY,), "bathroom_works"),
        ((Told.ONLY_ASLEEP,), (Told.SOFT_AND_EASY,), "sleep_diaper"),
    ],
)
def test_tonights_thing_follows_the_answers(where, lately, expected):
    assert tonight(record(where=where, lately=lately)) == expected


def test_who_hides_is_asked_for_a_hiding_place_before_anything_else_about_places():
    where = (Told.DIAPER_ANYWHERE, Told.DIAPER_IN_HIDING_PLACE)

    assert tonight(record(where=where)) == "hiding_place"


def test_without_answers_the_next_one_is_looked_at():
    assert tonight(Record(Child(), [], EVENING)) == "tap_next"


def test_from_the_next_day_on_the_call_stands_alone():
    told = record(lately=(Told.HURTS,)).entries
    next_day = Record(Child(), told, EVENING.replace(day=5))

    assert tonight(next_day) == "call_about_softening"


def test_the_newest_answer_counts():
    earlier = record(lately=(Told.HARD,)).entries
    later = Interview(
        id="again",
        at=EVENING.replace(hour=20),
        topic=Topic.FOUR_WEEKS,
        answers=(Told.SOFT_AND_EASY,),
    )
    again = Record(Child(), [*earlier, later], EVENING.replace(hour=21))

    assert tonight(again) == "tap_next"
