"""Letting go of what nobody needs: ended sessions and links, and what was removed long ago."""

from datetime import datetime

from django.core.management import call_command
from django.utils import timezone

from stepstool.web.diary.emptying import empty_removed
from stepstool.web.families import sealed
from stepstool.web.families.models import Family
from stepstool.web.families.one_family import within


def tidy() -> int:
    """Do so, family by family; give how many removed entries were emptied."""
    call_command("clearsessions")
    now = timezone.now()
    families = Family.objects.values_list("pk", flat=True)
    return sum(_tidy_one(family_id, now) for family_id in families)


def _tidy_one(family_id: int, now: datetime) -> int:
    with within(family_id):
        sealed.let_go(family_id, now)
        return empty_removed(family_id, now)
