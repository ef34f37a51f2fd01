"""The tables of who: accounts and families are ordinary; children are a family table.

Who did what stands with its words in `audit`.
"""

import uuid
from datetime import datetime
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone

from stepstool.web.families import audit
from stepstool.web.families.family_tables import (
    FamilyModel,
    SameFamilyFK,
    of_the_same_family,
)
from stepstool.web.families.names import LONGEST, sign_in_name, tidy
from stepstool.web.families.roles import Role


class Users(BaseUserManager["User"]):
    """Makes accounts and finds them by name."""

    def create_user(self, name: str, password: str, *, is_host: bool = False) -> "User":
        """Make an account; IntegrityError if the name (or the house) is taken."""
        user = self.model(username=sign_in_name(name), name=tidy(name), is_host=is_host)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=sign_in_name(username or ""))


class User(AbstractBaseUser):
    """Somebody who can sign in.

    username: the name folded for comparison, unique in the house; name: as it is shown.
    is_host: the first account, who may invite other families; at most one.
    """

    username = models.CharField(max_length=100, unique=True)
    name = models.CharField(max_length=LONGEST)
    is_active = models.BooleanField(default=True)
    is_host = models.BooleanField(default=False)
    date_joined = models.DateTimeField(default=timezone.now)

    objects: ClassVar[Users] = Users()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_host"],
                condition=models.Q(is_host=True),
                name="one_host",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name


class RecoveryCode(models.Model):
    """The way back in without a password: kept as a fingerprint, replaced when used."""

    user = models.OneToOneField(
        User, models.CASCADE, primary_key=True, related_name="recovery_code"
    )
    fingerprint = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"recovery code of {self.user_id}"


class Family(models.Model):
    """The people around one or more children; its id leads every key of what they write."""

    opened_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "families"

    def __str__(self) -> str:
        return f"family {self.pk}"


class Memberships(models.QuerySet["Membership"]):
    """Finds who is in a family."""

    def here(self, at: datetime) -> "Memberships":
        """Keep those that are neither ended nor over by themselves."""
        holds = models.Q(until=None) | models.Q(until__gt=at)
        return self.filter(holds, ended_at=None)


class Membership(models.Model):
    """Somebody's place in a family: the role, and the name the family knows them by.

    A row outlives the membership (`ended_at`), so that what they wrote keeps its author.
    ended_by: who ended it; a parent can take that back for a while, unless they left by
    themselves. until: when it is over by itself, for who looks along for a while; a parent's
    place has no such moment, so that a family never loses its last one to the clock.
    """

    family = models.ForeignKey(Family, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="memberships"
    )
    role = models.CharField(max_length=20, choices=Role.choices)
    name = models.CharField(max_length=LONGEST)
    joined_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[Memberships] = Memberships.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "family"], name="one_place_each"),
            models.CheckConstraint(
                condition=models.Q(until=None) | ~models.Q(role=Role.PARENT),
                name="parents_stay",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.role}) in family {self.family_id}"


AuditLine = audit.AuditLine  # where Django looks for tables


class Notice(models.Model):
    """What somebody hears at the next visit: a thing of theirs that another one deleted.

    It stands beside the account, since the family may be gone, and it goes when it was read.
    by: who did it, while that account is there.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="notices")
    at = models.DateTimeField(default=timezone.now)
    deletion = models.CharField(max_length=20)
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")

    def __str__(self) -> str:
        return f"notice {self.pk} for {self.user_id}"


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


class Invitation(models.Model):
    """Leads one person into a family, or (family unset) lets one open a family here.

    Only the fingerprint of the link's secret is kept. It ends when used, revoked or old.
    until: when the place that it leads to is over by itself.
    """

    fingerprint = models.CharField(max_length=64, unique=True)
    family = models.ForeignKey(
        Family, models.CASCADE, null=True, related_name="invitations"
    )
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.PARENT)
    name = models.CharField(max_length=LONGEST, blank=True)
    made_by = models.ForeignKey(
        User, models.CASCADE, null=True, related_name="invitations_made"
    )
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    used_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="invitations_used"
    )

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class SealedLink(FamilyModel):
    """A copy of a page that a parent handed over, which the house cannot read (`sealed`).

    id: the fingerprint of the secret in its address; the key is in no table. name: whom it
    is for, as the parent calls them. made_by: a membership; no constraint, since it is a row
    of another kind of table. ended_at: when somebody ended it before its time. opened: how
    often its locked copy was fetched. locked: the copy, encrypted; empty once it has ended.
    """

    id = models.CharField(max_length=64)
    child_id = models.UUIDField()
    child = of_the_same_family("families.Child", "child_id", related_name="links")
    name = models.CharField(max_length=LONGEST, blank=True)
    made_by = models.BigIntegerField()
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    opened = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField(null=True)
    locked = models.TextField()

    class Meta:
        constraints = [
            SameFamilyFK(column="child_id", to="families_child", name="sealed_child")
        ]

    def __str__(self) -> str:
        return f"sealed link about child {self.child_id}"
