"""Invitations: made by who may, shown once, used once, taken back any time."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from stepstool.web.families import secret_words
from stepstool.web.families.models import Family, Invitation, User
from stepstool.web.families.names import tidy
from stepstool.web.families.roles import Role

HOLDS = timedelta(days=7)
IN_SESSION = "invitation"


class InvitationEndedError(ValueError):
    """The invitation was used, taken back, or is too old."""


class NewInvitation(NamedTuple):
    """An invitation, and the secret of its link, to be shown once."""

    invitation: Invitation
    token: str


def invite(
    made_by: User | None,
    family: Family | None = None,
    role: str = Role.PARENT,
    name: str = "",
    until: datetime | None = None,
) -> NewInvitation:
    """Invite one person into a family, or (without one) to open a family here.

    until: when their place in it is over by itself.
    """
    token = secret_words.new_token()
    invitation = Invitation.objects.create(
        fingerprint=secret_words.fingerprint(token),
        family=family,
        role=role,
        name=tidy(name),
        made_by=made_by,
        expires_at=timezone.now() + HOLDS,
        until=until,
    )
    return NewInvitation(invitation, token)


def open_invitations() -> QuerySet[Invitation]:
    """Give those that are neither used nor taken back nor too old."""
    return Invitation.objects.filter(
        used_at=None, revoked_at=None, expires_at__gt=timezone.now()
    )


def find(token: str) -> Invitation | None:
    """Give the invitation of a link, while it holds."""
    fingerprint = secret_words.fingerprint(token)
    return open_invitations().filter(fingerprint=fingerprint).first()


def remember(request: HttpRequest, invitation: Invitation) -> None:
    """Keep an invitation in the visitor's session until an account is made."""
    request.session[IN_SESSION] = invitation.pk


def invitation_of(request: HttpRequest) -> Invitation | None:
    """Give the invitation that this visitor came with, while it holds."""
    key = request.session.get(IN_SESSION)
    return open_invitations().filter(pk=key).first() if key else None


def use(invitation: Invitation, user: User) -> None:
    """Use an invitation up; InvitationEndedError if somebody was quicker."""
    now = timezone.now()
    used = open_invitations().filter(pk=invitation.pk).update(used_at=now, used_by=user)
    if not used:
        raise InvitationEndedError


def revoke(invitation: Invitation) -> None:
    """Take an invitation back, if it still holds."""
    open_invitations().filter(pk=invitation.pk).update(revoked_at=timezone.now())
