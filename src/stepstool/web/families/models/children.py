"""Children: what a page must know before it opens the diary."""

import uuid

from django.db import models
from django.utils import timezone

from stepstool.web.families.models.family_tables import FamilyModel


class Child(FamilyModel):
    """A child of one family.

    born: the first day of the birth month; the day itself is nobody's business.
    Word, pronoun and zone are entries of the diary (settings, zone), since advice uses
    them and they may change.
    """

    id = models.UUIDField(default=uuid.uuid4, editable=False)
    nickname = models.CharField(max_length=40)
    born = models.DateField()
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "children"

    def __str__(self) -> str:
        return f"child {self.id}"
