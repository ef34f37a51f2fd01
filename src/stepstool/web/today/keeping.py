"""Keeping old danger signs: what the diary showed weeks ago and nobody answered.

Rules read some weeks; such a sign would age out, and only an answer may close one. It is
written down once, under a computed id, by the first who looks and may write. Who comes back
after weeks without a word finds what was open when the silence began (decision 11).
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from stepstool import method
from stepstool.web.diary import reading, writing
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May

KIND = method.health.DangerSign.KIND
# By then a day without a word is over, and what it shows is shown.
A_DAY_ON: Final = timedelta(days=1)
SILENT: Final = method.DayMark.NOT_WRITTEN


def keep_old_signs(visit: Visit) -> None:
    """Write down the open signs that have left the rules' sight, or soon would."""
    if May.WRITE not in visit.may(KIND):
        return
    old = [*_of_now(visit), *_of_before_a_silence(visit)]
    if old:
        writing.write(visit.membership, visit.child, old)


def _of_now(visit: Visit) -> Iterator[method.health.DangerSign]:
    if visit.advice.alerts:
        child = reading.child_of_method(visit.child)
        moment = method.Record(child, [], visit.advice.at)
        yield from method.signs_to_keep(moment, visit.advice.comfort)


def _of_before_a_silence(visit: Visit) -> Iterator[method.health.DangerSign]:
    *days, _today = visit.advice.dots
    if any(day.mark is not SILENT for day in days):
        return
    last = reading.last_moment(
        visit.child, visit.now - method.span("comfort.keep_after") - A_DAY_ON
    )
    if last is not None:
        record = reading.record_of(visit.child, last + A_DAY_ON)
        yield from method.signs_to_keep(record, method.assess(record), visit.now)
