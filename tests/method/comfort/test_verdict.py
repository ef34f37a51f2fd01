"""A verdict can be said, and what the diary showed long ago is not forgotten."""

from datetime import timedelta

import pytest

from stepstool.method.comfort import State, assess, signs_to_keep
from stepstool.method.record import Child, Record, month
from stepstool.method.record.kinds.health import DangerAnswer, DangerKey
from stepstool.method.words import Voice, language
from tests.stories.days import entries, moment

LONDON = "Europe/London"
MIA = Child(born=month("2022-09"), name="Mia", id="mia")
BLOOD = """
1-3 08:00 soft painless
3 09:00 soft blood-mixed-in
"""


def record(diary: str, at: str) -> Record:
    return Record(MIA, entries(diary, LONDON), moment(at, LONDON))


def test_the_sentence_of_the_page_is_a_key_and_its_values():
    comfort = assess(record("1-4 08:00 soft painless\n5 08:00 soft hurt", "6 12:00"))
    assert comfort.sentence.key == "today.watch.hurt_once"
    assert dict(comfort.sentence.values) == {"count": 0, "of": 3}


def test_a_sign_of_the_diary_is_kept_before_it_could_age_out():
    old = record(BLOOD, "34 12:00")
    (kept,) = signs_to_keep(old, assess(old))
    assert (kept.sign, kept.answer) == (DangerKey.BLOOD_MIXED_IN, DangerAnswer.HERE)


@pytest.mark.parametrize(("at", "kept"), [("33 09:59", 0), ("33 10:00", 1)])
def test_a_sign_is_kept_after_thirty_days_to_the_minute(at: str, kept: int):
    """Clocks went forward in between."""
    old = record(BLOOD, at)
    assert len(signs_to_keep(old, assess(old))) == kept


@pytest.mark.parametrize(
    ("poop", "saw"), [("hard", "sign.streak"), ("soft", "sign.streak_soft")]
)
def test_a_streak_names_the_poop_it_was_on(poop: str, saw: str):
    comfort = assess(
        record(f"1-2 08:00 soft painless\n3 08:00 {poop} streak", "3 12:00")
    )
    assert [reason.saw.key for each in comfort.alerts for reason in each.because] == [
        saw
    ]


def test_what_was_kept_stays_open_when_the_poop_is_long_gone():
    old = record(BLOOD, "34 12:00")
    kept = signs_to_keep(old, assess(old))
    later = Record(MIA, [*old.entries, *kept], old.at + timedelta(days=400))
    assert assess(later).state is State.SEE_A_DOCTOR


def test_what_was_kept_is_kept_once():
    old = record(BLOOD, "34 12:00")
    kept = signs_to_keep(old, assess(old))
    again = Record(MIA, [*old.entries, *kept], old.at + timedelta(days=1))
    assert signs_to_keep(again, assess(again)) == ()


def test_two_devices_keep_the_same_entry():
    one, other = record(BLOOD, "34 12:00"), record(BLOOD, "35 12:00")
    assert [each.id for each in signs_to_keep(one, assess(one))] == [
        each.id for each in signs_to_keep(other, assess(other))
    ]


def test_a_fresh_sign_is_not_kept():
    new = record(BLOOD, "5 12:00")
    assert signs_to_keep(new, assess(new)) == ()


def test_every_reason_alert_and_question_can_be_said():
    hard = "1 07:00 soft painless\n1-20 08:00 hard hurt\n20 09:00 leak"
    comfort = assess(record(hard, "20 12:00"))
    sayings = [each.saw for each in (*comfort.because, *comfort.notes, *comfort.tell)]
    sayings += [each.text for each in comfort.questions]
    english = language("en")
    assert all(english.say(each, Voice(name="Mia")) for each in sayings)
