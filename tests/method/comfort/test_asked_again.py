"""Answered is not asked again, unless a listed reason holds: each question of comfort.

Each has a diary in which it is asked, the answer, the last moments at which it stays
away, and what brings it back.
"""

from dataclasses import dataclass

import pytest

from stepstool.method.comfort import Asks, assess
from stepstool.method.record import Child, Record, month
from tests.stories.days import entries, moment

LONDON = "Europe/London"


@dataclass(frozen=True, kw_only=True)
class Case:
    """One question. quiet: when it is away; again: what is written, and when it is back."""

    asks: Asks
    diary: str
    at: str
    answer: str
    quiet: tuple[str, ...]
    again: tuple[str, str] | None
    born: str = "2022-09"


SOFT_TO_60 = "1-60 08:00 soft painless"
CHECKED = "1 09:00 sign hard_to_wake not_here"
RARELY = "1-91/3 08:00 soft painless\n2-90/3 20:00 none\n3-90/3 20:00 none"
RUNNY = "1-3 08:00 soft painless\n" + "\n".join(
    f"4-5 {hour}:00 runny" for hour in ("08", "11", "14", "17")
)
CASES = {
    "a gap: that day, whatever the answer; the next morning it is asked anew": Case(
        asks=Asks.GAP,
        diary="1-5 08:00 soft painless",
        at="8 10:00",
        answer="8 10:01 told gap yes",
        quiet=("8 10:02", "8 23:59", "9 03:59"),
        again=("", "9 04:00"),
    ),
    "a gap that was one": Case(
        asks=Asks.GAP,
        diary="1-5 08:00 soft painless",
        at="8 10:00",
        answer="8 10:01 told gap no",
        quiet=("8 10:02", "9 03:59"),
        again=("", "9 04:00"),
    ),
    "is it over: called, and it is over for good": Case(
        asks=Asks.IS_IT_OVER,
        diary=SOFT_TO_60 + "\n3 12:00 sign keeps_vomiting here",
        at="5 12:00",
        answer="5 12:01 sign keeps_vomiting called",
        quiet=("5 12:02", "7 12:01", "30 12:00", "60 12:00"),
        again=("40 12:00 sign keeps_vomiting here", "42 12:00"),
    ),
    "is it over: still here, and it is asked again after two days": Case(
        asks=Asks.IS_IT_OVER,
        diary=SOFT_TO_60 + "\n3 12:00 sign keeps_vomiting here",
        at="5 12:00",
        answer="5 12:01 sign keeps_vomiting here",
        quiet=("5 12:02", "7 12:00"),
        again=("", "7 12:01"),
    ),
    "the list of signs at first: once, until a poop was screamed at": Case(
        asks=Asks.DANGER_SIGNS,
        diary=SOFT_TO_60,
        at="1 08:30",
        answer="1 09:00 sign hard_to_wake not_here",
        quiet=("1 09:01", "8 09:00", "60 12:00"),
        again=("30 09:00 soft screamed", "30 09:01"),
    ),
    "the list of signs after a tummy ache: not for the same one": Case(
        asks=Asks.DANGER_SIGNS,
        diary=SOFT_TO_60 + f"\n{CHECKED}\n20 12:00 ache",
        at="20 12:01",
        answer="20 12:02 sign hard_to_wake not_here",
        quiet=("20 12:03", "40 12:00"),
        again=("25 12:00 ache", "25 12:01"),
    ),
    "the list of signs when ill: again after a day of fever, vomiting, not eating": Case(
        asks=Asks.DANGER_SIGNS,
        diary=SOFT_TO_60 + f"\n{CHECKED}\n20 12:00 ill fever vomiting not_eating",
        at="20 12:01",
        answer="20 12:02 sign hard_to_wake not_here",
        quiet=("20 12:03", "21 11:59"),
        again=("", "21 12:00"),
    ),
    "the list of signs when ill: not again while it eats": Case(
        asks=Asks.DANGER_SIGNS,
        diary=SOFT_TO_60 + f"\n{CHECKED}\n20 12:00 ill fever vomiting",
        at="20 12:01",
        answer="20 12:02 sign hard_to_wake not_here",
        quiet=("20 12:03", "21 12:00", "40 12:00"),
        again=None,
    ),
    "the list of signs while it is stuck: once a week": Case(
        asks=Asks.DANGER_SIGNS,
        diary="1 07:00 soft painless\n1-40/2 08:00 hard hurt\n2-40/2 20:00 none",
        at="9 12:00",
        answer="9 12:01 sign hard_to_wake not_here",
        quiet=("9 12:02", "16 12:00"),
        again=("", "16 12:01"),
    ),
    "the list of signs after a medicine from below: once for each": Case(
        asks=Asks.DANGER_SIGNS,
        diary=SOFT_TO_60 + f"\n{CHECKED}\n20 12:00 medicine rectal given not-phosphate",
        at="20 12:01",
        answer="20 12:02 sign after_enema not_here",
        quiet=("20 12:03", "40 12:00"),
        again=("25 12:00 medicine rectal given not-phosphate", "25 12:01"),
    ),
    "was it phosphate: told of the newest one": Case(
        asks=Asks.PHOSPHATE,
        diary=SOFT_TO_60 + "\n20 12:00 medicine rectal given",
        at="20 12:01",
        answer="20 12:02 medicine rectal given not-phosphate",
        quiet=("20 12:03", "22 12:00", "40 12:00"),
        again=("25 12:00 medicine rectal given", "25 12:01"),
        born="2024-08",
    ),
    "runny: not for the same days; for two new ones": Case(
        asks=Asks.RUNNY,
        diary=RUNNY + "\n6-60 08:00 soft painless",
        at="5 17:30",
        answer="5 18:00 told runny nothing_of_this",
        quiet=("5 18:01", "12 18:00", "40 12:00"),
        again=(RUNNY.replace("4-5", "30-31"), "31 17:30"),
    ),
    "how were the last weeks: once, until weeks of silence": Case(
        asks=Asks.FOUR_WEEKS,
        diary="",
        at="1 12:00",
        answer="1 12:01 told four_weeks soft_and_easy",
        quiet=("1 12:02", "8 12:00", "22 12:00"),
        again=("", "22 12:01"),
    ),
    "rarely, and always so: once and for all": Case(
        asks=Asks.ALWAYS_SO,
        diary=RARELY,
        at="31 18:00",
        answer="31 18:01 told always_so no",
        quiet=("31 18:02", "61 18:00", "91 18:00"),
        again=None,
    ),
    "soft and painless: until one comes of which nobody tells": Case(
        asks=Asks.SOFT_AND_PAINLESS,
        diary="1-3 08:00 poop",
        at="3 12:00",
        answer="3 12:01 told soft_and_painless no",
        quiet=("3 12:02", "4 07:59"),
        again=("4 08:00 poop", "4 08:01"),
    ),
    "do you write every one down: once, until a pause in writing": Case(
        asks=Asks.ALL_WRITTEN,
        diary="1-12 08:00 soft painless\n21-33 08:00 soft painless",
        at="12 18:00",
        answer="12 20:00 told all_written yes",
        quiet=("12 20:01", "30 18:00", "32 03:59"),
        again=("", "32 04:00"),
    ),
}
BACK = {name: case for name, case in CASES.items() if case.again is not None}
every_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())


def asked(case: Case, at: str, *more: str) -> bool:
    child = Child(born=month(case.born), name="Mia", id="mia")
    told = entries("\n".join([case.diary, *more]), LONDON)
    comfort = assess(Record(child, told, moment(at, LONDON)))
    return case.asks in {each.asks for each in comfort.questions}


def test_every_question_is_tried() -> None:
    assert {case.asks for case in CASES.values()} == set(Asks)


@every_case
def test_it_is_asked(case: Case) -> None:
    assert asked(case, case.at)


@every_case
def test_once_answered_it_is_away_and_stays_away(case: Case) -> None:
    assert [at for at in case.quiet if asked(case, at, case.answer)] == []


@pytest.mark.parametrize("case", BACK.values(), ids=BACK.keys())
def test_what_brings_it_back(case: Case) -> None:
    assert case.again is not None
    more, at = case.again
    assert asked(case, at, case.answer, more)
