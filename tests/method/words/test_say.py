"""Sentences are said in the family's own words, and correct for name and pronoun."""

from datetime import date, datetime

import pytest

from stepstool.method.record import Saying
from stepstool.method.record.kinds.lasting import Pronoun
from stepstool.method.words import Voice, language
from stepstool.method.words.catalogue import HOME, Sentence, sentences_of
from stepstool.method.words.speaker import Language

MIA = Voice(name="Mia", pronoun=Pronoun.SHE, word="number two")


def said(*forms: str, voice: Voice = MIA, **values: object) -> str:
    sentences = sentences_of("en", HOME)
    test = Sentence(forms=forms, form_of=lambda count: int(count != 1))
    english = Language({**sentences, "test": test})
    return english.say(Saying(key="test", values=values), voice)  # type: ignore[arg-type]


def test_a_sentence_takes_the_familys_own_word_for_poop():
    assert said("A {poop} came.") == "A number two came."


def test_a_sentence_can_begin_with_the_own_word():
    assert said("{Poop} came.") == "Number two came."


@pytest.mark.parametrize(
    ("pronoun", "expected"),
    [
        (Pronoun.SHE, "She holds it back, and her legs are stiff."),
        (Pronoun.HE, "He holds it back, and his legs are stiff."),
        (Pronoun.THEY, "They hold it back, and their legs are stiff."),
        (Pronoun.NAME_ONLY, "Mia holds it back, and Mia\u2019s legs are stiff."),
    ],
)
def test_a_sentence_agrees_with_the_pronoun(pronoun, expected):
    voice = Voice(name="Mia", pronoun=pronoun)

    sentence = "{They} hold{s} it back, and {their} legs are stiff."
    assert said(sentence, voice=voice) == expected


def test_a_child_without_a_name_is_still_spoken_of():
    assert said("Ask {name}.", voice=Voice()) == "Ask your child."


@pytest.mark.parametrize(("count", "expected"), [(1, "1 day"), (2, "2 days")])
def test_a_sentence_counts_in_singular_and_plural(count, expected):
    assert said("{count} day", "{count} days", count=count) == expected


@pytest.mark.parametrize(("count", "expected"), [(2, "twice"), (3, "3 times")])
def test_how_often_is_said_as_people_say_it(count, expected):
    assert said("{count:times} a day", count=count) == f"{expected} a day"


def test_a_day_can_be_said_by_its_weekday():
    assert said("since {day:weekday}", day=date(2026, 3, 3)) == "since Tuesday"


def test_a_day_is_said_with_its_date():
    assert said("on {day}", day=date(2026, 3, 3)) == "on Tuesday 3 March"


def test_a_moment_is_said_with_its_clock_time():
    moment = datetime(2026, 3, 3, 18, 10)  # noqa: DTZ001  already the child's wall clock

    assert said("{at}", at=moment) == "Tuesday 3 March, 18:10"


def test_a_language_that_is_not_there_falls_back_to_english():
    assert language("tlh") is language("en")


def test_a_regional_language_falls_back_to_its_language():
    assert language("en-gb") is language("en")


def test_a_sentence_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        language("en").say(Saying(key="no.such"), MIA)


def test_it_can_be_asked_whether_a_sentence_is_there():
    assert language("en").has("today.unknown.new")
