"""Keeping old danger signs: what the diary showed weeks ago and nobody answered.

Rules read some weeks; such a sign would age out, and only an answer may close one. It is
written down once, under a computed id, by the first who looks and may write.
"""

from stepstool import method
from stepstool.web.diary import reading, writing
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May

KIND = method.health.DangerSign.KIND


def keep_old_signs(visit: Visit) -> None:
    """Write down the open signs that would leave the rules' sight."""
    if not visit.advice.alerts or May.WRITE not in visit.may(KIND):
        return
    moment = method.Record(reading.child_of_method(visit.child), [], visit.advice.at)
    old = method.signs_to_keep(moment, visit.advice.comfort)
    if old:
        writing.write(visit.membership, visit.child, old)
