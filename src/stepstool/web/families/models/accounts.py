"""Accounts: a name, a password, no mail."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone

from stepstool.web.families.names import sign_in_name, tidy


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
    name = models.CharField(max_length=60)
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
