"""Families and who belongs to them."""

from django.db import models
from django.utils import timezone

from stepstool.web.families.models.accounts import User
from stepstool.web.families.roles import Role


class Family(models.Model):
    """The people around one or more children; its id leads every key of what they write."""

    opened_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "families"

    def __str__(self) -> str:
        return f"family {self.pk}"


class Membership(models.Model):
    """Somebody's place in a family: the role, and the name the family knows them by.

    A row outlives the membership (`ended_at`), so that what they wrote keeps its author.
    """

    family = models.ForeignKey(Family, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="memberships"
    )
    role = models.CharField(max_length=20, choices=Role.choices)
    name = models.CharField(max_length=60)
    joined_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "family"], name="one_place_each")
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.role}) in family {self.family_id}"
