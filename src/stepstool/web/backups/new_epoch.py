"""What begins anew once a backup's rows are the house's, by whichever way they came.

A restore turns time back for diaries, and for nobody who was let out since: all sign in anew, and
links that let in or show a page end. In a new epoch, devices send again what they hold.
"""

import uuid

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.utils import timezone

from stepstool.web.diary.models import Diary
from stepstool.web.families import sealed
from stepstool.web.families.models import Family, Invitation
from stepstool.web.families.one_family import within


def begin() -> int:
    """End what lets in, begin new epochs; return how many diaries."""
    _end_what_lets_in()
    families = Family.objects.values_list("pk", flat=True)
    return sum(_begin_new_epoch(family) for family in families)


def _end_what_lets_in() -> None:
    """End sessions, counts and invitations: each may have been ended since the backup."""
    Session.objects.all().delete()
    UserSession.objects.all().delete()
    cache.clear()
    Invitation.objects.filter(used_at=None, revoked_at=None).update(
        revoked_at=timezone.now()
    )


def _begin_new_epoch(family: int) -> int:
    with within(family):
        sealed.end_all(family, timezone.now())
        return Diary.objects.filter(family=family).update(epoch=uuid.uuid4())
