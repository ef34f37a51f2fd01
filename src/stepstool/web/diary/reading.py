"""Reading a diary: bounded by what the rules declare, or a day at a time for pages.

The diary of the made-up child, which everybody may look at, is read from memory (`example`).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from stepstool import method
from stepstool.web.diary import example
from stepstool.web.diary.kinds import may
from stepstool.web.diary.models import EMPTIED, Diary, StoredEntry, Superseded
from stepstool.web.diary.rows import A_FETCH, entry_of, full_entries, lean_entries
from stepstool.web.families.made_up import is_made_up
from stepstool.web.families.models import Child, Membership
from stepstool.web.families.roles import May

E = TypeVar("E", bound=method.Entry)


def record_of(
    child: Child, at: datetime, reading: Iterable[method.Reads] | None = None
) -> method.Record:
    """Give what the rules need of a child's diary at a moment, and no more.

    One query, however long the diary: the window that the rules declare, and what is
    read whole (lasting facts, and entries that cannot be read).
    """
    if is_made_up(child.family_id):
        return example.example_record(at)
    rows = rows_of(child, removed=False)
    recent = rows.filter(_window(at, method.READING if reading is None else reading))
    entries = lean_entries(recent, rows.filter(whole=True))
    return method.Record(child_of_method(child), [*entries], at)


def child_of_method(child: Child) -> method.Child:
    """Give the child as the method knows it."""
    born = method.Month(child.born.year, child.born.month)
    return method.Child(born=born, name=child.nickname, id=str(child.id))


def rows_of(child: Child, **more: Any) -> QuerySet[StoredEntry]:
    """Give the rows of a child's diary, removed ones too; more: what else they must be."""
    return StoredEntry.objects.filter(
        family_id=child.family_id, child_id=child.id, **more
    )


def _window(at: datetime, reading: Iterable[method.Reads]) -> Q:
    kinds: dict[timedelta, list[str]] = defaultdict(list)
    for reads in reading:
        if reads.back is not None and not reads.kind.LASTING:
            kinds[reads.back].append(reads.kind.KIND)
    if not kinds:
        return Q(at__gt=at, at__lte=at)
    wanted = Q()
    for back, names in kinds.items():
        wanted |= Q(kind__in=names, at__gte=at - back)
    return Q(whole=False, at__gte=at - max(kinds), at__lte=at) & wanted


def last_moment(child: Child, until: datetime) -> datetime | None:
    """Give when the last entry was, up to a moment; None if there is none."""
    if is_made_up(child.family_id):
        return max(entry.at for entry in example.example_entries(until))
    rows = rows_of(child, removed=False, at__lte=until).order_by("-at")
    return next((at for (at,) in rows.values_list("at")[:1]), None)


def clock_of(child: Child) -> method.Clock:
    """Give the child's clock: which zone was in force when."""
    return method.Clock(lasting(child, method.lasting.Zone))


def lasting(child: Child, kind: type[E]) -> list[E]:
    """Give all entries of a lasting kind, however old, by their moment."""
    whole = (
        _made_up()
        if is_made_up(child.family_id)
        else lean_entries(rows_of(child, removed=False, whole=True, kind=kind.KIND))
    )
    entries = [entry for entry in whole if isinstance(entry, kind)]
    return sorted(entries, key=method.in_time)


def entries_of_day(
    membership: Membership, child: Child, day: date, *, removed: bool = False
) -> list[method.Entry]:
    """Give a day of the diary in full; see `entries_of_days`."""
    return entries_of_days(membership, child, (day, day), removed=removed)


def entries_of_days(
    membership: Membership,
    child: Child,
    days: tuple[date, date],
    *,
    kinds: Collection[str] = (),
    removed: bool = False,
) -> list[method.Entry]:
    """Give the days of the diary from one to another in full, as this member may read them.

    A day is the child's (from 04:00, in the zone then in force). `kinds`: only these, if any
    are named. `removed` also gives what was removed, so that a page can offer to bring it
    back.
    """
    clock, (first, last) = clock_of(child), days
    if is_made_up(child.family_id):
        return [
            entry
            for entry in _made_up()
            if first <= clock.day(entry.at) <= last
            and (not kinds or entry.KIND in kinds)
        ]
    of_days = rows_of(child, at__gte=clock.start(first), at__lt=clock.end(last))
    rows = of_days.order_by("at", "id")
    if kinds:
        rows = rows.filter(kind__in=kinds)
    if not removed:
        rows = rows.filter(removed=False)
    return [entry_of(row) for row in rows if _may_read(membership, row)]


# So much a clock may be off, or an hour's last minute be rounded, before anybody is asked.
TOLERATED = timedelta(minutes=5)


def entries_to_come(
    membership: Membership, child: Child, now: datetime, *, removed: bool = False
) -> list[method.Entry]:
    """Give what stands in the diary for a time to come, in order, as this member may read it.

    Nobody writes such on purpose: the clock of the house ran ahead, or it is behind now.
    """
    if is_made_up(child.family_id):
        return []
    rows = rows_of(child, at__gt=now + TOLERATED).exclude(shape=EMPTIED)
    if not removed:
        rows = rows.filter(removed=False)
    in_order = rows.order_by("at", "id")
    return [entry_of(row) for row in in_order if _may_read(membership, row)]


def has_come_too_early(child: Child, now: datetime) -> bool:
    """Whether something stands in the diary for a time to come."""
    if is_made_up(child.family_id):
        return False
    return rows_of(child, at__gt=now + TOLERATED, removed=False).exists()


def entry(membership: Membership, child: Child, entry_id: str) -> method.Entry:
    """Give one entry in full, removed or not, or raise Http404."""
    if is_made_up(child.family_id):
        return _one_made_up(entry_id)
    return entry_of(_one(membership, child, entry_id))


def history(membership: Membership, child: Child, entry_id: str) -> list[method.Entry]:
    """Give all versions of an entry, the current one first, then newest first."""
    if is_made_up(child.family_id):
        return [_one_made_up(entry_id)]
    row = _one(membership, child, entry_id)
    earlier = Superseded.objects.filter(family_id=child.family_id, id=entry_id)
    versions = earlier.order_by("-counter", "-removed", "-device")
    return [entry_of(row), *(entry_of(row, version) for version in versions)]


def everything(child: Child, kind: str = "") -> Iterator[method.Entry]:
    """Give the whole diary, removed entries too, one entry after another.

    kind: only what was written as this.
    """
    wanted = {"kind": kind} if kind else {}
    if is_made_up(child.family_id):
        return (entry for entry in _made_up() if kind in {"", entry.KIND})
    kept = rows_of(child, **wanted).exclude(shape=EMPTIED).order_by("at", "id")
    return full_entries(kept)


def everything_before(child: Child) -> Iterator[method.Entry]:
    """Give all earlier versions of a whole diary, one after another, the first ones first."""
    if is_made_up(child.family_id):
        return
    family = {"family_id": child.family_id, "entry__family_id": child.family_id}
    versions = Superseded.objects.filter(**family, entry__child_id=child.id)
    in_order = versions.select_related("entry").order_by("id", "counter", "device")
    for version in in_order.iterator(A_FETCH):
        yield entry_of(version.entry, version)


def state_of(family_id: int) -> tuple[UUID | None, int]:
    """Give (epoch, running number): what is derived holds while these stay."""
    if is_made_up(family_id):
        return example.example_state(timezone.now())
    states = Diary.objects.filter(family_id=family_id).values_list("epoch", "last_seq")
    return states.first() or (None, 0)


def _made_up() -> tuple[method.Entry, ...]:
    return example.example_entries(timezone.now())


def _one_made_up(entry_id: str) -> method.Entry:
    for entry in _made_up():
        if entry.id == entry_id:
            return entry
    raise Http404


def _one(membership: Membership, child: Child, entry_id: str) -> StoredEntry:
    row = StoredEntry.objects.filter(
        family_id=membership.family_id, id=entry_id, child_id=child.id
    ).first()
    if row is None or row.shape == EMPTIED or not _may_read(membership, row):
        raise Http404
    return row


def _may_read(membership: Membership, row: StoredEntry) -> bool:
    own = membership.pk in {row.begun_by, row.by}
    return own or May.READ in may(membership.role, row.kind)
