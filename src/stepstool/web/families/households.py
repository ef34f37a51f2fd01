"""Families: opened with a first child, joined, changed, left.

All that writes who belongs to a family, and as what, stands here: nothing takes a family its
last parent, a name once known stays, and each change leaves a line of who did it (`audit`).
What is deleted for good, and who with it, stands in `parting`.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Final, NamedTuple
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from stepstool.web.families import invitations, sealed
from stepstool.web.families.accounts import end_sessions
from stepstool.web.families.audit import GONE, Deed, note
from stepstool.web.families.invitations import InvitationEndedError
from stepstool.web.families.models import (
    Child,
    Family,
    Invitation,
    Membership,
    User,
)
from stepstool.web.families.names import LONGEST, sign_in_name, tidy
from stepstool.web.families.one_family import within
from stepstool.web.families.roles import Role

# For so long a parent can take the end of somebody's access back.
TAKEN_BACK: Final = timedelta(days=7)
# Of a diary that is restored: far above any family, far below harm.
MOST_PEOPLE: Final = 200


class LastParentError(ValueError):
    """A family keeps at least one parent."""


class HereAlreadyError(ValueError):
    """Who opens a link into this family belongs to it."""


class Opened(NamedTuple):
    """A new family, as its first parent stands in it, and its first child."""

    membership: Membership
    child: Child


def open_family(
    user: User, nickname: str, born: date, child_id: UUID | None = None
) -> Opened:
    """Open a family with its first child; the user becomes a parent of it.

    child_id: the one that a restored child had.
    """
    with transaction.atomic():
        family = Family.objects.create()
        membership = Membership.objects.create(
            family=family, user=user, role=Role.PARENT, name=user.name
        )
        with within(family.pk):
            note(family.pk, Deed.OPENED, user.name)
            return Opened(membership, add_child(membership, nickname, born, child_id))


def add_child(
    by: Membership, nickname: str, born: date, child_id: UUID | None = None
) -> Child:
    """Add a child; of the birthday only the month is kept."""
    with transaction.atomic():
        child = Child.objects.create(
            family=by.family,
            id=child_id or uuid4(),
            nickname=tidy(nickname),
            born=born.replace(day=1),
        )
        note(by.family_id, Deed.ADDED_CHILD, by.name, child.nickname)
        return child


def invite(
    by: Membership, role: str, name: str, until: datetime | None = None
) -> invitations.NewInvitation:
    """Invite one person into the family. until: when their place is over by itself."""
    with transaction.atomic():
        new = invitations.invite(by.user, by.family, role, name, until)
        note(by.family_id, Deed.INVITED, by.name, new.invitation.name, role)
        return new


def take_back(by: Membership, invitation_id: int) -> None:
    """Take an invitation back, if it still holds."""
    held = invitations.open_invitations().filter(family_id=by.family_id)
    with transaction.atomic():
        for invitation in held.filter(pk=invitation_id):
            invitations.revoke(invitation)
            note(by.family_id, Deed.TOOK_BACK, by.name, invitation.name)


def join(invitation: Invitation, user: User) -> Membership:
    """Let the invited one in; who was here before gets the old place and name back.

    HereAlreadyError for who belongs to the family, whose role stays what it is, and the
    invitation holds. InvitationEndedError if somebody was quicker, or if a parent ended
    the visitor's access after the link was made.
    """
    family = invitation.family
    assert family is not None  # noqa: S101 - others lead to a new family
    with transaction.atomic():
        list(members(family.pk).select_for_update())
        place = Membership.objects.filter(family=family, user=user).first()
        ended_at = place.ended_at if place else None
        if members(family.pk).filter(user=user).exists():
            raise HereAlreadyError
        if place and place.ended_by_id and ended_at and ended_at > invitation.made_at:
            raise InvitationEndedError
        invitations.use(invitation, user)
        name = place.name if place else invitation.name or user.name
        came, _ = Membership.objects.update_or_create(
            user=user,
            family=family,
            defaults={
                "role": invitation.role,
                "name": name,
                "until": invitation.until,
                "ended_at": None,
                "ended_by": None,
            },
        )
        with within(family.pk):
            note(family.pk, Deed.JOINED, name, role=invitation.role)
        return came


def past_places(by: Membership, people: Mapping[str, str]) -> dict[str, int]:
    """Give for the people of a restored diary, by their ids there, a place here.

    Whoever has the name of `by` is that one. The others get places that have ended and that
    nobody signs in to, so that what they wrote keeps its author.
    """
    mine = sign_in_name(by.name)
    places = {}
    for key, name in islice(people.items(), MOST_PEOPLE):
        shown = tidy(name)[:LONGEST]
        if sign_in_name(shown) == mine:
            places[key] = by.pk
        elif shown:
            past = Membership.objects.create(
                family=by.family, role=Role.READER, name=shown, ended_at=timezone.now()
            )
            places[key] = past.pk
    return places


def rename(child: Child) -> None:
    """Keep a child's changed name and month."""
    Child.objects.filter(family_id=child.family_id, id=child.id).update(
        nickname=child.nickname, born=child.born
    )


def members(family_id: int) -> QuerySet[Membership]:
    """Give who is in a family now, longest first."""
    here = Membership.objects.here(timezone.now())
    return here.filter(family_id=family_id).order_by("id")


def names_of(family_id: int) -> dict[str, str]:
    """Give the names of all who ever wrote in a family, by the id in `Entry.by`.

    Who deleted the account since has none.
    """
    everyone = Membership.objects.filter(family_id=family_id).exclude(name=GONE)
    return {str(key): name for key, name in everyone.values_list("id", "name")}


def change_role(
    family_id: int, membership_id: int, role: str, by: Membership | None
) -> None:
    """Give a member another role; LastParentError if no parent would be left.

    by: None for whoever runs the house. The links that the member made end, since another
    role may not make them, and so does any end that their place had. Sessions go on: each
    request asks for the role anew.
    """
    with transaction.atomic():
        member = _locked(family_id, membership_id)
        if member.role == role:
            return
        if role != Role.PARENT:
            _keep_a_parent(member)
        member.role, member.until = role, None
        member.save(update_fields=["role", "until"])
        _end_links_of(member)
        note(family_id, Deed.CHANGED_ROLE, by.name if by else "", member.name, role)


def repair(place: Membership, role: str) -> None:
    """Give somebody who is or was in a family a role in it, for whoever runs the house.

    So a family without a parent gets one again. LastParentError as in `change_role`.
    """
    with transaction.atomic(), within(place.family_id):
        if not members(place.family_id).filter(pk=place.pk).exists():
            place.ended_at = place.ended_by = place.until = None
            place.save(update_fields=["ended_at", "ended_by", "until"])
            note(place.family_id, Deed.BROUGHT_BACK, "", place.name)
        change_role(place.family_id, place.pk, role, by=None)


def end(by: Membership, membership_id: int) -> None:
    """End a membership; what they wrote stays. LastParentError for the last parent.

    by: a parent, or the member. With it go the sessions of the member and the links that
    they made; neither comes back when the ending is taken back.
    """
    left = membership_id == by.pk
    with transaction.atomic():
        member = _locked(by.family_id, membership_id)
        _keep_a_parent(member)
        member.ended_at = timezone.now()
        member.ended_by = None if left else by.user
        member.save(update_fields=["ended_at", "ended_by"])
        _end_links_of(member)
        if left:
            note(by.family_id, Deed.LEFT, member.name)
        else:
            end_sessions(member.user_id)
            note(by.family_id, Deed.ENDED, by.name, member.name)


def vacate(member: Membership) -> None:
    """End the place of who leaves for good, with the account."""
    member.ended_at, member.ended_by = timezone.now(), None
    member.save(update_fields=["ended_at", "ended_by"])
    _end_links_of(member)


def _end_links_of(member: Membership) -> None:
    """End what somebody made that leads others here: links to join, and sealed ones."""
    now = timezone.now()
    made = invitations.open_invitations().filter(
        family_id=member.family_id, made_by_id=member.user_id
    )
    made.update(revoked_at=now)
    sealed.end_those_of(member, now)


def ended_lately(family_id: int, at: datetime) -> QuerySet[Membership]:
    """Give those whose access others ended, while that can be taken back."""
    ended = Membership.objects.filter(
        family_id=family_id,
        ended_at__gt=at - TAKEN_BACK,
        ended_by__isnull=False,
        user__isnull=False,
    )
    return ended.exclude(until__lte=at).order_by("-ended_at")


def bring_back(by: Membership, membership_id: int, at: datetime) -> None:
    """Take the end of a membership back; Membership.DoesNotExist if it is too late."""
    with transaction.atomic():
        place = ended_lately(by.family_id, at).select_for_update().get(pk=membership_id)
        place.ended_at = place.ended_by = None
        place.save(update_fields=["ended_at", "ended_by"])
        note(by.family_id, Deed.BROUGHT_BACK, by.name, place.name)


def endings_of(user: User, at: datetime) -> QuerySet[Membership]:
    """Give the places of somebody that a parent ended, while that can be taken back."""
    return Membership.objects.filter(
        user=user, ended_at__gt=at - TAKEN_BACK, ended_by__isnull=False
    ).select_related("ended_by")


def _locked(family_id: int, membership_id: int) -> Membership:
    """Lock all places of the family first, so that two parents cannot leave at once."""
    places = {member.pk: member for member in members(family_id).select_for_update()}
    if membership_id not in places:
        raise Membership.DoesNotExist
    return places[membership_id]


def is_last_parent(member: Membership) -> bool:
    """Whether nobody else of the family is a parent."""
    others = members(member.family_id).filter(role=Role.PARENT).exclude(pk=member.pk)
    return member.role == Role.PARENT and not others.exists()


def _keep_a_parent(leaving: Membership) -> None:
    if is_last_parent(leaving):
        raise LastParentError
