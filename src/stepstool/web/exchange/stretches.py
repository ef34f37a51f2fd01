"""One import in stretches: each a transaction of its own, and safe to do again.

Entries from a file have computed ids, so a stretch that is done twice adds nothing;
what a dropped connection leaves behind is finished by the next visit.
"""

import time
from collections.abc import Sequence
from typing import Final

from django.utils import timezone

from stepstool import method
from stepstool.web.diary import writing
from stepstool.web.diary.visit import Visit
from stepstool.web.exchange import arrivals
from stepstool.web.exchange.looking import LookInside, ReadingSettings
from stepstool.web.exchange.models import Import

AT_ONCE: Final = writing.A_STRETCH
SECONDS: Final = 4.0


def next_one(visit: Visit, arrived: Import, look: LookInside) -> None:
    """Write until the time of one request is used, or all is written."""
    if arrived.begun_at is None:
        _begin(arrived, look)
    until = time.monotonic() + SECONDS
    for start in range(arrived.place, len(look.entries), AT_ONCE):
        _write(visit, arrived, look.entries[start : start + AT_ONCE])
        if time.monotonic() >= until:
            break
    if arrived.place >= len(look.entries):
        _end(visit, arrived, look)


def reading_of(arrived: Import) -> ReadingSettings | None:
    """Give how the file is read, once it was begun: it does not change halfway."""
    if arrived.begun_at is None:
        return None
    return ReadingSettings(zone=arrived.zone, answers=arrived.answers)


def give_up(visit: Visit, arrived: Import) -> None:
    """Throw the file away, and take back what it has brought so far."""
    writing.take_back(visit.membership, visit.child, str(arrived.id))
    arrivals.throw_away(arrived)
    forget(arrived)


def forget(arrived: Import) -> None:
    """Forget an import that brought nothing."""
    Import.objects.filter(family_id=arrived.family_id, id=arrived.id).delete()


def _begin(arrived: Import, look: LookInside) -> None:
    arrived.begun_at = timezone.now()
    arrived.source = look.source
    arrived.zone, arrived.answers = look.reading.zone, dict(look.reading.answers)
    arrived.save(update_fields=["begun_at", "source", "zone", "answers"])


def _write(visit: Visit, arrived: Import, stretch: Sequence[method.Entry]) -> None:
    writing.write(visit.membership, visit.child, stretch, batch=str(arrived.id))
    arrived.place += len(stretch)
    arrived.save(update_fields=["place"])


def _end(visit: Visit, arrived: Import, look: LookInside) -> None:
    """Count what is there, rather than what each stretch said: one may have come twice."""
    arrived.done_at = timezone.now()
    arrived.added = writing.batch_of(visit.child, str(arrived.id)).count()
    arrived.here_before = len(look.entries) - arrived.added
    arrived.save(update_fields=["done_at", "added", "here_before"])
    arrivals.throw_away(arrived)
