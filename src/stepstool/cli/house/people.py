"""Accounts and invitations, as whoever runs the house sees them."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.urls import reverse

from stepstool.web.families import accounts, households, invitations, secret_words
from stepstool.web.families.models import Membership, User
from stepstool.web.families.roles import Role


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


def _user(name: str) -> User:
    try:
        return User.objects.get_by_natural_key(name)
    except User.DoesNotExist:
        raise PersonError(
            f"Nobody here is called {name}. `stepstool user list` shows all names."
        ) from None


def give_role(name: str, role: str, family_id: int | None) -> str:
    """Give somebody a role in the family they are or were in; say what they are now."""
    place = _place(_user(name), family_id)
    try:
        households.repair(place, role)
    except households.LastParentError:
        raise PersonError(
            f"Family {place.family_id} would have no parent. Make another one first."
        ) from None
    return f"{place.name} is now {Role(role).label} in family {place.family_id}."


def _place(user: User, family_id: int | None) -> Membership:
    places = Membership.objects.filter(user=user).order_by("ended_at", "family_id")
    if family_id is not None:
        places = places.filter(family_id=family_id)
    if len(places) == 1:
        return places[0]
    if not places:
        raise PersonError(f"{user.name} never belonged to such a family.")
    numbers = ", ".join(str(place.family_id) for place in places)
    raise PersonError(
        f"{user.name} belongs to several families: {numbers}. Say which: --family {places[0].family_id}"
    )


def reset(name: str, password: str) -> str:
    """Set a new password and return the new recovery code."""
    user = _user(name)
    try:
        validate_password(password, user)
    except ValidationError as problem:
        raise PersonError(" ".join(problem.messages)) from problem
    return accounts.reset(user, password).code


def invite(address: str) -> tuple[str, datetime]:
    """Make an invitation to open a family; return its link and its end."""
    made = invitations.invite(made_by=None)
    path = reverse("invitation", args=[made.token])
    return address.rstrip("/") + path, made.invitation.expires_at
