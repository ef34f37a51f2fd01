"""Sealed links: a locked copy of a page, for one reader without an account, for a time.

The house holds the copy encrypted and never the key, which only the link itself has. A link
ends by itself, at a parent's word, or with the place in the family of whoever made it; what
it locked is gone in that moment, and how often it was opened can be read a while longer.
"""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from django.db import transaction
from django.db.models import F, Q, QuerySet

from stepstool.web.families import secret_words
from stepstool.web.families.audit import Deed, note
from stepstool.web.families.models import Child, Membership, SealedLink
from stepstool.web.families.one_family import within

# For so long parents read how often a link was opened that has ended.
REMEMBERED: Final = timedelta(days=30)


class Sealed(NamedTuple):
    """What is behind a new link: the copy, already locked, for whom, and until when.

    secret: of its address; not the key.
    """

    secret: str
    locked: str
    name: str
    until: datetime


def seal(by: Membership, child: Child, new: Sealed, at: datetime) -> None:
    """Keep a locked copy for whoever has its link; it leaves a line of who did it."""
    with transaction.atomic():
        SealedLink.objects.create(
            family_id=by.family_id,
            id=secret_words.fingerprint(new.secret),
            child_id=child.id,
            name=new.name,
            made_by=by.pk,
            made_at=at,
            expires_at=new.until,
            locked=new.locked,
        )
        note(by.family_id, Deed.HANDED_OVER, by.name, child.nickname)


def holding(family_id: int, at: datetime) -> QuerySet[SealedLink]:
    """Give the links of a family that have not ended."""
    return SealedLink.objects.filter(
        family_id=family_id, ended_at=None, expires_at__gt=at
    )


def lately(child: Child, at: datetime) -> QuerySet[SealedLink]:
    """Give the links about a child that parents read of, newest first, without the copies."""
    return (
        SealedLink.objects.filter(family_id=child.family_id, child_id=child.id)
        .exclude(_forgotten(at))
        .defer("locked")
        .order_by("-made_at")
    )


def open_copy(family_id: int, secret: str, at: datetime) -> str:
    """Give the locked copy of a link while it holds, and count that; else nothing."""
    link = holding(family_id, at).filter(id=secret_words.fingerprint(secret))
    with within(family_id), transaction.atomic():
        counted = link.update(opened=F("opened") + 1, opened_at=at)
        return link.get().locked if counted else ""


def end(by: Membership, child: Child, link_id: str, at: datetime) -> None:
    """End a link about a child at once, if it still holds."""
    link = holding(by.family_id, at).filter(child_id=child.id, id=link_id)
    with transaction.atomic():
        if _end(link, at):
            note(by.family_id, Deed.ENDED_LINK, by.name, child.nickname)


def end_those_of(member: Membership, at: datetime) -> None:
    """End all links that a member made."""
    _end(holding(member.family_id, at).filter(made_by=member.pk), at)


def end_all(family_id: int, at: datetime) -> None:
    """End all links of a family: after a restore nobody knows which were ended since."""
    _end(holding(family_id, at), at)


def _end(links: QuerySet[SealedLink], at: datetime) -> int:
    return links.update(ended_at=at, locked="")


def let_go(family_id: int, at: datetime) -> int:
    """Drop the copies of links that ended by themselves, and what nobody reads any more."""
    links = SealedLink.objects.filter(family_id=family_id)
    links.filter(_forgotten(at)).delete()
    return links.filter(expires_at__lte=at).exclude(locked="").update(locked="")


def _forgotten(at: datetime) -> Q:
    long_ago = at - REMEMBERED
    return Q(ended_at__lte=long_ago) | Q(expires_at__lte=long_ago)
