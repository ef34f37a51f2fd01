"""Before and after a medicine from below: hard stops, whom to ask, when to call (M18).

The system never proposes one, nor how much; it says where one is known to be dangerous.
Source: evidence §5 (FDA-2014, DAILYMED, WONG-2018). What was given in spite of it opens
the danger signs of `danger_log`.
"""

from typing import Final

from stepstool.method.comfort.numbers import ENEMA_AGAIN, ENEMA_AGE
from stepstool.method.record import UNKNOWN, Because, Record, Saying, Value
from stepstool.method.record.kinds.answers import MedicineKind, YesNo
from stepstool.method.record.kinds.health import Given, MedicineGiven


def _row(key: str, *sources: str) -> Because:
    return Because(rule=key, saw=Saying(key=f"medicine.{key}"), sources=sources)


STOP_AND_CALL: Final = (
    _row("call.nothing_out", "DAILYMED"),
    _row("call.bleeding", "DAILYMED"),
    _row("call.dry", "DAILYMED"),
    _row("call.sleepy", "WONG-2018"),
    _row("call.stiff", "WONG-2018"),
)
ASK_FIRST: Final = (
    _row("ask.unwell", "DAILYMED"),
    _row("ask.kidney_or_heart", "DAILYMED", "FDA-2014"),
    _row("ask.dry", "DAILYMED", "FDA-2014"),
    _row("ask.change", "DAILYMED"),
    _row("ask.laxative", "DAILYMED"),
    _row("ask.amount", "FDA-2014", "DAILYMED"),
)


def hard_stops(record: Record) -> tuple[Because, ...]:
    """Say why no phosphate enema may be given to this child now; empty if nothing does.

    Under two years (by the youngest possible age, or an unknown one), or within 24 hours
    of another; one of which nobody said what it was counts (FDA-2014).
    """
    found = []
    months = record.child.youngest_months(record.today)
    if months is UNKNOWN or months < ENEMA_AGE:
        found.append(_stop("under_two"))
    last = _last(record)
    if last and record.at - last.at < ENEMA_AGAIN:
        found.append(_stop("within_a_day", at=record.clock.local(last.at)))
    return tuple(found)


def _stop(key: str, **values: Value) -> Because:
    saw = Saying(key=f"medicine.stop.{key}", values=values)
    return Because(rule=f"stop.{key}", saw=saw, sources=("FDA-2014",))


def _last(record: Record) -> MedicineGiven | None:
    given = (each for each in record.of(MedicineGiven) if _may_be_phosphate(each))
    return max(given, key=lambda each: each.at, default=None)


def _may_be_phosphate(given: MedicineGiven) -> bool:
    from_below = given.medicine is MedicineKind.RECTAL and given.phosphate is UNKNOWN
    was_given = given.outcome is not Given.MISSED
    return was_given and (from_below or given.phosphate is YesNo.YES)
