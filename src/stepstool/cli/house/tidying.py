"""Letting go of what nobody needs: ended sessions and links, and what was removed or said before."""

from datetime import datetime
from typing import NamedTuple

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from stepstool.web.diary.emptying import empty_removed, forget_old_words
from stepstool.web.families import sealed
from stepstool.web.families.models import Family
from stepstool.web.families.one_family import within
from stepstool.web.families.parting import rewrite
from stepstool.web.shell.counting import forget_what_never_ends


class Tidied(NamedTuple):
    """What was let go of: entries that were removed long ago, and what others said before."""

    removed: int
    edited: int


def tidy() -> Tidied:
    """Do so, family by family; then no byte of it is left in SQLite's files."""
    call_command("clearsessions")
    forget_what_never_ends()
    now = timezone.now()
    families = Family.objects.values_list("pk", flat=True)
    tidied = [_tidy_one(family_id, now) for family_id in families]
    transaction.on_commit(rewrite)
    return Tidied(sum(one.removed for one in tidied), sum(one.edited for one in tidied))


def _tidy_one(family_id: int, now: datetime) -> Tidied:
    with within(family_id):
        sealed.let_go(family_id, now)
        return Tidied(empty_removed(family_id, now), forget_old_words(family_id, now))
