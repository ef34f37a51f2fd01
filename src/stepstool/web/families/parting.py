"""Deleting for good: a child, a family, an account, and telling those whom it concerns.

Nothing of it stays in any table, a test walks them all, and what SQLite frees it overwrites
(`config/databases.py`). Two things stay behind on purpose: a line in *Who did what* without the
name, and, of an account, what its owner wrote in families that live on, without the name too.
Backups are files of whoever runs the house; no page reaches them.
"""

from collections.abc import Mapping
from contextlib import suppress
from typing import Final, NamedTuple

from django.db import DatabaseError, OperationalError, connection, models, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stepstool.web.families import audit, households
from stepstool.web.families.access import children_of
from stepstool.web.families.accounts import end_sessions
from stepstool.web.families.audit import Deed
from stepstool.web.families.models import (
    Child,
    Family,
    Invitation,
    Membership,
    Notice,
    User,
)
from stepstool.web.families.one_family import within
from stepstool.web.families.roles import Role

# A family that goes with the account of its last parent, in place of who takes it over.
WITH_IT: Final = 0
# Bytes of a database that is written anew in about three seconds.
REWRITTEN_UP_TO: Final = 200_000_000


class Deletion(models.TextChoices):
    """What was deleted, and the sentence for those whom it concerns."""

    CHILD = "child", _("%(by)s deleted a diary of your family for good.")
    FAMILY = (
        "family",
        _(
            "%(by)s deleted a family that you belonged to for good, with its diary. "
            "Your account stays yours."
        ),
    )
    ACCOUNT = (
        "account",
        _(
            "Somebody has left your family and deleted the account. What they wrote stays, "
            "without their name."
        ),
    )


class UndecidedError(ValueError):
    """Nobody has said what becomes of a family whose last parent goes."""


class Orphan(NamedTuple):
    """A family whose last parent is about to go: that place in it, and who could take over."""

    place: Membership
    others: list[Membership]
    children: list[Child]


def delete_child(by: Membership, child: Child) -> None:
    """Delete a child with its whole diary; the family and its people stay."""
    with transaction.atomic():
        audit.forget_child(by.family_id, child.nickname)
        audit.note(by.family_id, Deed.DELETED_CHILD, by.name)
        _tell(by, Deletion.CHILD)
        Child.objects.filter(family_id=by.family_id, id=child.id).delete()
        transaction.on_commit(overwrite)


def delete_family(by: Membership) -> None:
    """Delete a family with all its diaries; the accounts of its people stay."""
    with transaction.atomic(), within(by.family_id):
        _tell(by, Deletion.FAMILY)
        Family.objects.filter(pk=by.family_id).delete()
        transaction.on_commit(overwrite)


def orphans_of(user: User) -> list[Orphan]:
    """Give the families that nobody else is a parent of."""
    places = Membership.objects.filter(user=user, ended_at=None).order_by("id")
    return [
        Orphan(
            place,
            list(households.members(place.family_id).exclude(pk=place.pk)),
            _children_behind(place),
        )
        for place in places
        if households.is_last_parent(place)
    ]


def _children_behind(place: Membership) -> list[Child]:
    with within(place.family_id):
        return list(children_of(place.family_id))


def delete_account(user: User, heirs: Mapping[int, int]) -> None:
    """Delete an account; what its owner wrote stays in families that live on, unnamed.

    heirs: for each family of `orphans_of`, by its number, the place that becomes a parent, or
    WITH_IT. UndecidedError, and nothing is done, where one has no such answer any more.
    """
    with transaction.atomic():
        for orphan in orphans_of(user):
            _settle(orphan, heirs)
        for place in Membership.objects.filter(user=user):
            _part(place, user)
        end_sessions(user.pk)
        Invitation.objects.filter(used_by=user).delete()
        user.delete()
        transaction.on_commit(overwrite)


def _settle(orphan: Orphan, heirs: Mapping[int, int]) -> None:
    place = orphan.place
    heir = heirs.get(place.family_id)
    if heir == WITH_IT:
        delete_family(place)
    elif heir in {other.pk for other in orphan.others}:
        with within(place.family_id):
            households.change_role(place.family_id, heir, Role.PARENT, by=place)
    else:
        raise UndecidedError


def _part(place: Membership, user: User) -> None:
    """End a place and take the name out of it, and out of who did what."""
    with within(place.family_id):
        if place.ended_at is None:
            _tell(place, Deletion.ACCOUNT)
            households.vacate(place)
        audit.forget_person(place.family_id, {place.name, user.name})
        audit.note(place.family_id, Deed.DELETED_ACCOUNT, audit.GONE)
    Membership.objects.filter(pk=place.pk).update(name=audit.GONE)


def _tell(by: Membership, deletion: Deletion) -> None:
    """Leave a notice for all others of the family."""
    others = households.members(by.family_id).exclude(pk=by.pk)
    Notice.objects.bulk_create(
        Notice(user_id=other.user_id, deletion=deletion, by=by.user)
        for other in others
        if other.user_id
    )


def hear(user: User) -> list[str]:
    """Give what somebody has not heard yet, oldest first, and forget it."""
    notices = list(user.notices.select_related("by").order_by("pk"))
    if notices:
        with suppress(DatabaseError):  # where nothing can be written it is heard again
            user.notices.filter(pk__in=[notice.pk for notice in notices]).delete()
    return [_said(notice) for notice in notices]


def _said(notice: Notice) -> str:
    sentence: str | Promise = Deletion(notice.deletion).label
    return str(sentence) % {"by": notice.by or audit.SOMEBODY}


def overwrite() -> None:
    """Let SQLite's second file forget too what was deleted, as far as nobody reads just now."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def rewrite() -> None:
    """Write SQLite's file anew, since pages that were split keep pieces of rows in their gaps.

    secure_delete does not reach these. The new file is built in memory, so that a larger one
    stays as it is; so does one that others are using for long, or that has no room.
    """
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor, suppress(OperationalError):
        pages, size = (
            cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "page_size")
        )
        if pages * size <= REWRITTEN_UP_TO:
            cursor.execute("VACUUM")
    overwrite()
