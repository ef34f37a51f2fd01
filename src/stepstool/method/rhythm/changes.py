"""What changes a rhythm: medicine, illness, breaks; and the days that they spoil."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from stepstool.method.record import Record
from stepstool.method.record.kinds.answers import MedicineKind
from stepstool.method.record.kinds.health import Illness
from stepstool.method.record.kinds.lasting import Move, Plan
from stepstool.method.record.treatment import Course
from stepstool.method.rhythm.numbers import ILL_LASTS

BREAKS: Final = {Move.TAKE_A_BREAK, Move.GO_ON}
Stretch = tuple[datetime, datetime]


def changes(record: Record) -> list[datetime]:
    """Give the moments at which a rhythm may have become another, up to the one asked."""
    found = [*_medicine(record), *_breaks(record)]
    found += [moment for stretch in _illness(record) for moment in stretch]
    return sorted(each for each in found if each <= record.at)


def spoilt(record: Record) -> list[Stretch]:
    """Give the times that teach nothing: illness and clean-outs."""
    clean_outs = [
        (each.since, each.until)
        for each in _courses(record)
        if each.medicine is MedicineKind.CLEAN_OUT
    ]
    return [*_illness(record), *clean_outs]


def _courses(record: Record) -> list[Course]:
    return record.treatment.ordered


def _medicine(record: Record) -> Iterator[datetime]:
    for each in _courses(record):
        yield from (each.since, each.until)


def _breaks(record: Record) -> Iterator[datetime]:
    return (each.at for each in record.of(Plan) if each.move in BREAKS)


def _illness(record: Record) -> Iterator[Stretch]:
    for each in record.of(Illness):
        until = each.until
        yield each.at, each.at + ILL_LASTS if until is None else until
