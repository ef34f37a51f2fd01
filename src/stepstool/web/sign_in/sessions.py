"""Where an account is signed in: a line for each browser, with its last use.

allauth keeps the lines (`usersessions`); here every way of signing in makes one, since not all
go through allauth. A page costs nothing for it: the last use is written at most once in ten
minutes, after the page is made, and a page that can only be read is shown all the same.
"""

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from allauth.usersessions.models import UserSession
from django.contrib.auth.signals import user_logged_in
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from stepstool.web.families.models import User
from stepstool.web.sign_in.devices import address_of, device_name

WRITTEN_EVERY: Final = timedelta(minutes=10)
# Remembered in this process, some hundred bytes each; who is forgotten is written once more.
REMEMBERED_AT_MOST: Final = 10_000
# Stands for an address that nobody knows (RFC 4291, 2.5.2).
UNKNOWN_ADDRESS: Final = "::"


class SignedIn(NamedTuple):
    """A device on which an account is signed in. here: whether it is the one that asks."""

    id: int
    device: str
    last_used: datetime
    here: bool


class _LastWritten:
    """When the last use of a session was written by this process."""

    def __init__(self) -> None:
        self._at: OrderedDict[str, datetime] = OrderedDict()

    def is_due(self, session_key: str, now: datetime) -> bool:
        """Whether it is to be written again; remembers that it is."""
        before = self._at.get(session_key)
        # A clock that was set back does not keep it from being written until then.
        if before is not None and timedelta() <= now - before < WRITTEN_EVERY:
            return False
        self._at[session_key] = now
        while len(self._at) > REMEMBERED_AT_MOST:
            self._at.popitem(last=False)
        return True


_last_written = _LastWritten()


def signed_in(request: HttpRequest, user: User) -> list[SignedIn]:
    """Give the devices of an account, this one first, then the one used last."""
    try:
        rows = UserSession.objects.purge_and_list(user)
    except DatabaseError:  # nothing can be written: ended ones stay on the list for now
        rows = list(UserSession.objects.filter(user=user))
    here = request.session.session_key
    devices = [
        SignedIn(
            id=row.pk,
            device=device_name(row.user_agent),
            last_used=row.last_seen_at,
            here=row.session_key == here,
        )
        for row in rows
    ]
    return sorted(devices, key=lambda one: (one.here, one.last_used), reverse=True)


def end(user: User, session_id: int) -> None:
    """Sign an account out on one device; DoesNotExist for one of somebody else."""
    UserSession.objects.get(user_id=user.pk, pk=session_id).end()


def end_others(request: HttpRequest, user: User) -> None:
    """Sign an account out everywhere but here."""
    here = request.session.session_key
    for row in UserSession.objects.filter(user_id=user.pk).exclude(session_key=here):
        row.end()


def last_use(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Note now and then, after a page, that this session is in use."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.session.accessed and request.user.is_authenticated:
            _note(request, request.user)
        return response

    return answer


def listen() -> None:
    """List every session from its first moment."""
    user_logged_in.connect(_begin, dispatch_uid="list-session")


def _begin(request: HttpRequest, user: User, **_: Any) -> None:
    if request.session.session_key is None:
        request.session.save()
    _note(request, user)


def _note(request: HttpRequest, user: User) -> None:
    key, now = request.session.session_key, timezone.now()
    if not key or not _last_written.is_due(key, now):
        return
    try:
        if not UserSession.objects.filter(session_key=key).update(last_seen_at=now):
            UserSession.objects.create(
                session_key=key,
                user=user,
                ip=address_of(request) or UNKNOWN_ADDRESS,
                user_agent=_user_agent(request),
                last_seen_at=now,
            )
    except DatabaseError:  # busy, full or only to be read: the next page notes it
        return


def _user_agent(request: HttpRequest) -> str:
    longest = UserSession._meta.get_field("user_agent").max_length  # noqa: SLF001 - Django's way
    return str(request.headers.get("User-Agent", ""))[:longest]
