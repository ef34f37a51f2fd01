"""On a day of sharp words the one thing is for the grown-up."""

from datetime import UTC, datetime, timedelta

import pytest

from stepstool.method import SpokenAdvice
from stepstool.method.record import Child, Entry, Month, Record
from stepstool.method.record.kinds.health import DangerAnswer, DangerKey, DangerSign
from stepstool.method.record.kinds.poop import Place, Poop
from stepstool.method.record.kinds.toileting import Prompt, PromptKind
from stepstool.method.words import Situation
from tests.spoken import advise

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)

FOR_THE_GROWN_UP = {"step_away", "came_back"}


def harsh(hours: float, how: PromptKind = PromptKind.HARSH_WORDS) -> Prompt:
    return Prompt(id=f"harsh-{hours}", at=NOON - timedelta(hours=hours), how=how)


def advice(*entries: Entry) -> SpokenAdvice:
    soft = [
        Poop(id=f"{day}", at=NOON - timedelta(days=day), place=Place.DIAPER, bristol=4)
        for day in range(1, 8)
    ]
    child = Child(name="Mia", born=Month(2021, 9))
    return advise(Record(child, [*soft, *entries], NOON))


@pytest.mark.parametrize(
    "how", [PromptKind.HARSH_WORDS, PromptKind.THREAT, PromptKind.PUNISHMENT]
)
def test_once_today_who_shouted_came_back(how):
    found = advice(harsh(2, how))
    assert found.todo.key == "came_back"
    assert "You’re tired, and you came back." in found.today[-1]


def test_twice_in_a_week_one_steps_away_and_the_child_is_safe():
    assert advice(harsh(2), harsh(50)).todo.key == "step_away"
    assert "Mia is safe" in advice(harsh(1), harsh(2)).todo.text


def test_the_day_after_it_is_not_held_against_anybody():
    assert advice(harsh(20)).todo.key not in FOR_THE_GROWN_UP


def test_a_friendly_question_after_a_harsh_word_keeps_the_words_for_it():
    found = advice(harsh(3), harsh(1, PromptKind.ASKED))
    assert found.todo.key == "came_back"
    assert Situation.HARSH_WORD in found.moments


def test_a_kind_reminder_is_no_harsh_word():
    today = advice(harsh(2, PromptKind.REMINDED))
    assert today.todo.key not in FOR_THE_GROWN_UP


def test_a_doctor_to_be_called_goes_before_it():
    here = {"sign": DangerKey.CANNOT_DRINK, "answer": DangerAnswer.HERE}
    sign = DangerSign(id="sign", at=NOON, **here)
    assert advice(harsh(2), sign).todo.key == "call_office_today"
