"""Whether the storms become lighter."""

import pytest

from stepstool.method.calm import Trend, sessions_of, trend_of
from stepstool.method.record.kinds.health import ClinicianWord, DangerKey, Word
from stepstool.method.record.kinds.listening import Listening
from tests.method.calm.diary import at, entry, listened, record


def sessions(*entries):
    return sessions_of(record(*entries, asked=at(60)))


def storms(*strengths):
    return [listened(at(3 * n), each) for n, each in enumerate(strengths, 1)]


def test_a_session_is_as_strong_as_it_was_at_its_strongest():
    (one,) = sessions(listened(at(3), 1, strength_after=4))
    assert one.strength == 4


def test_one_of_which_nothing_is_known_says_nothing():
    assert sessions(entry(Listening, at(3))) == ()


@pytest.mark.parametrize(
    ("strengths", "trend"),
    [
        ([], Trend.NONE_YET),
        ([4], Trend.FIRST),
        ([4, 3], Trend.LIGHTER),
        ([4, 4], Trend.NOT_YET),
        ([3, 4, 4], Trend.PAUSE),
        ([3, 4, 4, 4], Trend.PROFESSIONAL),
        ([4, 4, 4, 3], Trend.LIGHTER),
        ([2, 2, 1, 1], Trend.NOT_YET),
        ([0, 0, 0, 0], Trend.LIGHTER),
    ],
)
def test_the_trend(strengths, trend):
    assert trend_of(sessions(*storms(*strengths))) is trend


def test_when_a_professional_knows_a_new_chapter_begins():
    knows = entry(ClinicianWord, at(14), word=Word.KNOWS_ABOUT_IT)
    assert sessions(*storms(3, 4, 4, 4), knows) == ()


def test_a_word_about_one_sign_is_not_about_listening():
    leaks = {"word": Word.KNOWS_ABOUT_IT, "sign": DangerKey.LEAKS}
    knows = entry(ClinicianWord, at(14), **leaks)
    assert len(sessions(*storms(3, 4), knows)) == 2


def test_another_word_of_a_doctor_is_not_about_listening():
    said = entry(ClinicianWord, at(14), word=Word.NOT_CONSTIPATED)
    assert len(sessions(*storms(3, 4), said)) == 2
