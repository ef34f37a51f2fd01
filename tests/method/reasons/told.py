"""What a family told and wrote, in few words, for the tests of the reasons."""

from stepstool.method import ladder, reasons
from stepstool.method.comfort import assess
from stepstool.method.reasons import Key, Reason, Reasons
from stepstool.method.record import Child, Record, month
from tests.stories.days import entries, moment

AT = "20 21:00"


def record(diary: str, at: str = AT, born: str = "2022-09") -> Record:
    child = Child(born=month(born), name="Mia", id="mia")
    return Record(child, entries(diary, "Europe/London"), moment(at, "Europe/London"))


def found(diary: str, at: str = AT, born: str = "2022-09") -> Reasons:
    return find(record(diary, at, born))


def find(asked: Record) -> Reasons:
    comfort = assess(asked)
    return reasons.find(asked, comfort, ladder.calm_of(asked, comfort))


def one(key: Key, diary: str, at: str = AT, born: str = "2022-09") -> Reason:
    return found(diary, at, born).of(key)


def facts(reason: Reason) -> set[str]:
    return {each.rule for each in (*reason.speaks_for, *reason.speaks_against)}
