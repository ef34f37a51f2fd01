"""Invitations: a link for one person, once, for a while."""

from django.db import models
from django.utils import timezone

from stepstool.web.families.models.accounts import User
from stepstool.web.families.models.families import Family
from stepstool.web.families.roles import Role


class Invitation(models.Model):
    """Leads one person into a family, or (family unset) lets one open a family here.

    Only the fingerprint of the link's secret is kept. It ends when used, revoked or old.
    """

    fingerprint = models.CharField(max_length=64, unique=True)
    family = models.ForeignKey(
        Family, models.CASCADE, null=True, related_name="invitations"
    )
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.PARENT)
    name = models.CharField(max_length=60, blank=True)
    made_by = models.ForeignKey(
        User, models.CASCADE, null=True, related_name="invitations_made"
    )
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    used_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="invitations_used"
    )

    def __str__(self) -> str:
        return f"invitation {self.pk}"
