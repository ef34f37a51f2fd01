"""Families: opened with a first child, joined, left."""

from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from stepstool.web.families.accounts import end_sessions
from stepstool.web.families.models import (
    Child,
    Family,
    Invitation,
    Membership,
    User,
)
from stepstool.web.families.names import tidy
from stepstool.web.families.roles import Role

# For so long a parent can take the end of somebody's access back.
TAKEN_BACK: Final = timedelta(days=7)


class LastParentError(ValueError):
    """A family keeps at least one parent."""


class Opened(NamedTuple):
    """A new family, as its first parent stands in it, and its first child."""

    membership: Membership
    child: Child


def open_family(user: User, nickname: str, born: date) -> Opened:
    """Open a family with its first child; the user becomes a parent of it."""
    with transaction.atomic():
        family = Family.objects.create()
        membership = Membership.objects.create(
            family=family, user=user, role=Role.PARENT, name=user.name
        )
        return Opened(membership, add_child(family, nickname, born))


def add_child(family: Family, nickname: str, born: date) -> Child:
    """Add a child; of the birthday only the month is kept."""
    return Child.objects.create(
        family=family, nickname=tidy(nickname), born=born.replace(day=1)
    )


def rename(child: Child) -> None:
    """Keep a child's changed name and month."""
    Child.objects.filter(family_id=child.family_id, id=child.id).update(
        nickname=child.nickname, born=child.born
    )


def members(family_id: int) -> QuerySet[Membership]:
    """Give who is in a family now, longest first."""
    return Membership.objects.filter(family_id=family_id, ended_at=None).order_by("id")


def names_of(family_id: int) -> dict[str, str]:
    """Give the names of all who ever wrote in a family, by the id in `Entry.by`."""
    everyone = Membership.objects.filter(family_id=family_id)
    return {str(key): name for key, name in everyone.values_list("id", "name")}


def change_role(family_id: int, membership_id: int, role: str) -> None:
    """Give a member another role; LastParentError if no parent would be left."""
    with transaction.atomic():
        member = _locked(family_id, membership_id)
        if role != Role.PARENT:
            _keep_a_parent(family_id, member)
        member.role = role
        member.save(update_fields=["role"])


def end(family_id: int, membership_id: int, by: User | None = None) -> None:
    """End a membership; what they wrote stays. LastParentError for the last parent.

    by: who ends it, if that is not the member. With it go the sessions of the member and
    the links that they made; neither comes back when the ending is taken back.
    """
    now = timezone.now()
    with transaction.atomic():
        member = _locked(family_id, membership_id)
        _keep_a_parent(family_id, member)
        member.ended_at = now
        member.ended_by = by if by and by.pk != member.user_id else None
        member.save(update_fields=["ended_at", "ended_by"])
        Invitation.objects.filter(
            family_id=family_id,
            made_by_id=member.user_id,
            used_at=None,
            revoked_at=None,
        ).update(revoked_at=now)
        if member.ended_by:
            end_sessions(member.user_id)


def ended_lately(family_id: int, at: datetime) -> QuerySet[Membership]:
    """Give those whose access others ended, while that can be taken back."""
    return Membership.objects.filter(
        family_id=family_id,
        ended_at__gt=at - TAKEN_BACK,
        ended_by__isnull=False,
        user__isnull=False,
    ).order_by("-ended_at")


def bring_back(family_id: int, membership_id: int, at: datetime) -> None:
    """Take the end of a membership back; Membership.DoesNotExist if it is too late."""
    back = ended_lately(family_id, at).filter(pk=membership_id)
    if not back.update(ended_at=None, ended_by=None):
        raise Membership.DoesNotExist


def _locked(family_id: int, membership_id: int) -> Membership:
    """Lock all places of the family first, so that two parents cannot leave at once."""
    places = {member.pk: member for member in members(family_id).select_for_update()}
    if membership_id not in places:
        raise Membership.DoesNotExist
    return places[membership_id]


def _keep_a_parent(family_id: int, leaving: Membership) -> None:
    others = members(family_id).filter(role=Role.PARENT).exclude(pk=leaving.pk)
    if leaving.role == Role.PARENT and not others.exists():
        raise LastParentError
