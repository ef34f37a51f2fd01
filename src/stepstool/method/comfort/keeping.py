"""Keeping: what the diary showed long ago and nobody answered, as entries of its own.

The walk reads some weeks. A sign that the diary showed before them would age out, and no
elapsed time closes a sign (rule 4 of the method). So the house writes it down once; the
ids are computed, and two devices make one entry (rule 6 of the house).
"""

from datetime import datetime

from stepstool.method.comfort.comfort import Comfort
from stepstool.method.comfort.numbers import KEEP_AFTER
from stepstool.method.record import Record, computed_id
from stepstool.method.record.kinds.health import DangerAnswer, DangerSign


def signs_to_keep(
    record: Record, comfort: Comfort, looked: datetime | None = None
) -> tuple[DangerSign, ...]:
    """Give the entries that keep open signs of the diary from being forgotten.

    looked: when somebody looks, where that is later than the moment of the record: a family
    that comes back after a silence finds what was open when it began.
    """
    now = looked or record.at
    return tuple(
        DangerSign(
            id=computed_id(record.child.id, "danger_sign", alert.key, alert.since),
            at=alert.since,
            sign=alert.key,
            answer=DangerAnswer.HERE,
        )
        for alert in comfort.alerts
        if not alert.told and now - alert.since >= KEEP_AFTER
    )
