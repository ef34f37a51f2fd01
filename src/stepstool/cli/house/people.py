"""Accounts and invitations, as whoever runs the house sees them."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.urls import reverse

from stepstool.web.families import accounts, invitations, secret_words
from stepstool.web.families.models import User


class PersonError(Exception):
    """Nothing was changed; the sentence says why."""


def lines() -> Iterator[str]:
    """Tell of each account the name, since when, and whether it is the host's."""
    for user in User.objects.order_by("date_joined"):
        marks = ", host" if user.is_host else ""
        yield f"{user.name} (since {user.date_joined:%Y-%m-%d}{marks})"


def new_password() -> str:
    """Make a password that nobody guesses and a hand can copy."""
    return secret_words.new_code()


def reset(name: str, password: str) -> str:
    """Set a new password and return the new recovery code."""
    try:
        user = User.objects.get_by_natural_key(name)
        validate_password(password, user)
    except User.DoesNotExist:
        raise PersonError(
            f"Nobody here is called {name}. `stepstool user list` shows all names."
        ) from None
    except ValidationError as problem:
        raise PersonError(" ".join(problem.messages)) from problem
    return accounts.reset(user, password).code


def invite(address: str) -> tuple[str, datetime]:
    """Make an invitation to open a family; return its link and its end."""
    made = invitations.invite(made_by=None)
    path = reverse("invitation", args=[made.token])
    return address.rstrip("/") + path, made.invitation.expires_at
