"""Letting go of what nobody needs: ended sessions and links, and what was removed long ago."""

from django.core.management import call_command
from django.utils import timezone

from stepstool.web.diary.emptying import empty_removed
from stepstool.web.families import sealed
from stepstool.web.families.models import Family


def tidy() -> int:
    """Do so, family by family; give how many removed entries were emptied."""
    call_command("clearsessions")
    now = timezone.now()
    emptied = 0
    for family_id in Family.objects.values_list("pk", flat=True):
        sealed.let_go(family_id, now)
        emptied += empty_removed(family_id, now)
    return emptied
