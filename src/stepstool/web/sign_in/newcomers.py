"""Accounts for whom the host's own sign-in knows and this house does not yet."""

from django.conf import settings
from django.db import IntegrityError, transaction

from stepstool.web.families.models import User
from stepstool.web.families.names import LONGEST, sign_in_name, tidy


def welcomed(name: str) -> User | None:
    """Make an account without a password, if the host lets newcomers in (STEPSTOOL_NEWCOMERS).

    None if not, if the name is none, or if somebody here is called so: no account is handed to
    whoever bears its name elsewhere.
    """
    shown = tidy(name)
    if not settings.STEPSTOOL_NEWCOMERS or not shown or len(shown) > LONGEST:
        return None
    user = User(username=sign_in_name(shown), name=shown)
    user.is_host = not User.objects.exists()
    user.set_unusable_password()
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError:
        return None
    return user
