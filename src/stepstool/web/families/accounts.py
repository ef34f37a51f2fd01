"""Accounts: made once, entered by name and password, recovered by a code."""

import hmac
from typing import NamedTuple

from allauth.core.internal.ratelimit import consume
from django.conf import settings
from django.contrib.auth import SESSION_KEY, login
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from stepstool.web.families import secret_words
from stepstool.web.families.invitations import (
    InvitationEndedError,
    invitation_of,
    use,
)
from stepstool.web.families.models import Invitation, RecoveryCode, User
from stepstool.web.families.names import sign_in_name

SHOWN_CODE = "recovery_code"
_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class SignUpClosedError(PermissionDenied):
    """Nobody may make an account here now without an invitation."""


class NameTakenError(ValueError):
    """Another account of the house has this name."""

    def __str__(self) -> str:
        return gettext("This sign-in name is taken here. Add a letter or two?")


class NewAccount(NamedTuple):
    """A new account, and its recovery code, to be shown once."""

    user: User
    code: str


def may_sign_up(request: HttpRequest) -> bool:
    """Whether this visitor may make an account: the one place of STEPSTOOL_SIGNUP."""
    policy = settings.STEPSTOOL_SIGNUP
    if policy == "open" or invitation_of(request):
        return True
    return policy == "first" and is_empty_house()


def is_empty_house() -> bool:
    """Whether nobody lives here yet."""
    return not User.objects.exists()


def sign_up(request: HttpRequest, name: str, password: str) -> NewAccount:
    """Make an account for this visitor, as far as the policy lets them.

    Call it in one transaction with what the account is for (a family, a membership),
    and `enter` after that. Uses up the invitation that opens a family, if the visitor
    came with one. Raises SignUpClosedError and NameTakenError.
    """
    if not may_sign_up(request):
        raise SignUpClosedError
    invitation = invitation_of(request)
    with transaction.atomic():
        user = _new_user(name, password, first=is_empty_house())
        if invitation and invitation.family_id is None:
            _use(invitation, user)
        return NewAccount(user, new_recovery_code(user))


def enter(request: HttpRequest, account: NewAccount) -> None:
    """Sign the owner of a new account (or password) in; the page of the code comes next."""
    sign_in(request, account.user)
    request.session[SHOWN_CODE] = account.code


def _use(invitation: Invitation, user: User) -> None:
    try:
        use(invitation, user)
    except InvitationEndedError as error:
        raise SignUpClosedError from error


def make_user(name: str, password: str) -> NewAccount:
    """Make an account without asking the policy: for whoever runs the house."""
    with transaction.atomic():
        user = _new_user(name, password, first=is_empty_house())
        return NewAccount(user, new_recovery_code(user))


def _new_user(name: str, password: str, *, first: bool) -> User:
    """Make the account; the first one is the host, and only one can be that."""
    try:
        with transaction.atomic():
            return User.objects.create_user(name, password, is_host=first)
    except IntegrityError as error:
        if User.objects.filter(username=sign_in_name(name)).exists():
            raise NameTakenError(name) from error
        raise SignUpClosedError from error  # another first account came in between


def sign_in(request: HttpRequest, user: User) -> None:
    """Begin a session of this user, under a new session key."""
    login(request, user, backend=_BACKEND)


def end_sessions(user_id: int | None) -> None:
    """End all sessions of an account.

    A session names its account only inside, so that all of the house are looked through:
    some milliseconds for each hundred, for something that is rarely done.
    """
    held = Session.objects.filter(expire_date__gt=timezone.now())
    theirs = [
        session.pk
        for session in held.iterator()
        if session.get_decoded().get(SESSION_KEY) == str(user_id)
    ]
    Session.objects.filter(pk__in=theirs).delete()


def new_recovery_code(user: User) -> str:
    """Make a recovery code in place of the one before; show it once."""
    code = secret_words.new_code()
    RecoveryCode.objects.update_or_create(
        user=user,
        defaults={
            "fingerprint": secret_words.code_fingerprint(code),
            "made_at": timezone.now(),
        },
    )
    return code


def recover(name: str, code: str, password: str) -> NewAccount | None:
    """Set a new password by recovery code, which is replaced; None if they do not match.

    All sessions of the account end, since each is tied to the password.
    """
    with transaction.atomic():
        kept = (
            RecoveryCode.objects.select_for_update(of=("self",))
            .select_related("user")
            .filter(user__username=sign_in_name(name), user__is_active=True)
            .first()
        )
        fingerprint = secret_words.code_fingerprint(code)
        if not hmac.compare_digest(kept.fingerprint if kept else "", fingerprint):
            return None
        assert kept is not None  # noqa: S101 - an empty fingerprint never matches
        return reset(kept.user, password)


def reset(user: User, password: str) -> NewAccount:
    """Set a new password and make a new recovery code."""
    user.set_password(password)
    user.save(update_fields=["password"])
    return NewAccount(user, new_recovery_code(user))


def within_rate(request: HttpRequest, action: str, key: str = "") -> bool:
    """Count this request for a limit of ACCOUNT_RATE_LIMITS; whether it is within.

    Looking counts too: a link of an invitation is guessed by opening it.
    """
    return bool(
        consume(
            request,
            app="stepstool",
            action=action,
            config=settings.ACCOUNT_RATE_LIMITS,
            key=key or None,
            limit_get=True,
        )
    )
