"""Every sentence of rhythm has words, and everything it rests on has a source."""

import pytest

from stepstool.method.evidence import SOURCES
from stepstool.method.record.kinds.toileting import Sign
from stepstool.method.rhythm import Closed, Knowing, Tells, forecast, signals, windows
from stepstool.method.rhythm.curves import SOURCES as OF_CURVES
from stepstool.method.rhythm.forecast import ASSUMED, HELPFUL
from stepstool.method.words import language, voice_of
from tests.method.rhythm.diary import asked, at, record
from tests.method.rhythm.test_signals import announced

ENGLISH = language("en")
NONE = ("night", "enough", "chosen", "faint", "over")
SURER = ("poops", "days", "none_came", "times", *(name for _, name in HELPFUL))


KEYS = (
    "good_time",
    "often",
    "next_time",
    "days_written",
    *(f"together.{each}" for each in ("days", "poops", "others")),
    *(f"knowing.{each}" for each in Knowing),
    *(f"window.{each}" for each in ("learned", "earlier", *ASSUMED)),
    *(f"announces.{each}" for each in Sign),
    *(f"tells.{each}" for each in Tells if each is not Tells.ANNOUNCES),
    *(f"none.{each}" for each in (*Closed, *NONE)),
    *(f"surer.{each}" for each in SURER),
)


@pytest.mark.parametrize("key", KEYS)
def test_each_sentence_has_its_words(key):
    assert ENGLISH.has(f"rhythm.{key}")


def test_no_sentence_is_there_for_nothing():
    assert len(ENGLISH.keys("rhythm")) == len(KEYS)


@pytest.mark.parametrize("sources", OF_CURVES.values())
def test_each_curve_has_known_sources(sources):
    assert sources
    assert set(sources) <= set(SOURCES)


def said(record, saying):
    return ENGLISH.say(saying, voice_of(record))


def test_a_window_says_how_often_it_was_right():
    diary = asked(40, 6)
    sentence = said(diary, windows(forecast(diary))[0].because.saw)
    assert sentence.endswith("of the last 10 came in this half hour.")


def test_a_signal_is_told_in_words():
    diary = record(*announced(), asked=at(30))
    (found,) = signals(diary)
    assert said(diary, found.because.saw) == "Mia goes quiet about 10 minutes before."


def test_no_rhythm_yet_is_said_plainly():
    diary = record(asked=at(1))
    sentence = said(diary, forecast(diary).because[0].saw)
    assert sentence.startswith("No rhythm to see yet.")
