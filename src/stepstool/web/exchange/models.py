"""What was brought in, by whom and when: one row for each file."""

import uuid

from django.db import models
from django.utils import timezone

from stepstool.web.families.family_tables import (
    FamilyModel,
    SameFamilyFK,
    of_the_same_family,
)


class Import(FamilyModel):
    """One file of another app, from its arrival on.

    It waits for a yes (begun_at unset), is being brought in (done_at unset), is in the
    diary, or was taken back. Its id is the `batch` of the entries it brought.
    file_name is only ever shown. answers: to what the file left
    open, such as the order of its dates. place: how many entries of the file are settled.
    """

    id = models.UUIDField(default=uuid.uuid4, editable=False)
    child_id = models.UUIDField()
    child = of_the_same_family("families.Child", "child_id", related_name="imports")
    by = models.BigIntegerField()
    file_name = models.CharField(max_length=200)
    received_at = models.DateTimeField(default=timezone.now)
    source = models.CharField(max_length=60)
    zone = models.CharField(max_length=64)
    answers = models.JSONField(default=dict)
    begun_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)
    place = models.IntegerField(default=0)
    added = models.IntegerField(default=0)
    here_before = models.IntegerField(default=0)

    class Meta:
        constraints = [
            SameFamilyFK(column="child_id", to="families_child", name="import_child")
        ]

    def __str__(self) -> str:
        return f"import {self.id}"
