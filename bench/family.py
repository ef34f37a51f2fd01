"""The family of the bench: a four-year-old with a long diary, and its parent signed in.

The last 120 days hold twenty entries a day, the earlier ones lie in the years before.
Import this only with Django set up.
"""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from stepstool.web.diary.models import Diary, StoredEntry
from stepstool.web.families.models import Child, Family, Membership, User
from stepstool.web.families.roles import Role

BUSY_DAYS, A_DAY = 120, 20
BIRTHDAY_AGO = timedelta(days=4 * 365 + 40)

# One day of a family that writes everything down: hour, kind, answers.
DAY = (
    (6.9, "pee", {"place": "potty"}),
    (7.3, "meal", {"meal": "breakfast"}),
    (7.4, "drink", {"drink": "milk", "amount": 150}),
    (8.0, "poop", {"place": "diaper", "bristol": 4, "pain": 0, "where": "bathroom"}),
    (9.5, "pee", {"place": "potty"}),
    (10.0, "meal", {"meal": "snack"}),
    (11.0, "drink", {"drink": "water", "amount": 120}),
    (12.2, "meal", {"meal": "lunch", "foods": "pasta, peas"}),
    (12.7, "sit", {"offered": "yes", "accepted": "yes", "minutes": 3}),
    (13.0, "sleep", {"sleep": "nap"}),
    (14.8, "pee", {"place": "potty"}),
    (15.2, "drink", {"drink": "water", "amount": 100}),
    (16.0, "signal", {"signs": ["going_quiet"], "meaning": "about_to_go"}),
    (16.2, "diaper_request", {"given": "yes"}),
    (16.3, "poop", {"place": "diaper", "bristol": 4, "where": "living_room"}),
    (17.0, "pee", {"place": "potty"}),
    (18.0, "meal", {"meal": "dinner"}),
    (18.5, "sit", {"offered": "yes", "accepted": "no"}),
    (19.0, "pee", {"place": "potty"}),
    (19.8, "sleep", {"sleep": "night"}),
)


class Household(NamedTuple):
    """Who is measured: the child, and the cookie of the parent that is signed in."""

    family_id: int
    child_id: UUID
    cookie: str


def family_with(entries: int) -> Household:
    """Make a family whose diary holds this many entries."""
    family, user = Family.objects.create(), User.objects.create_user(uuid4().hex, "x")
    Membership.objects.create(family=family, user=user, role=Role.PARENT, name="Mama")
    born = (timezone.now() - BIRTHDAY_AGO).date().replace(day=1)
    child = Child.objects.create(family=family, nickname="Mia", born=born)
    rows = [_row(child, seq, *each) for seq, each in enumerate(_diary(entries), 1)]
    StoredEntry.objects.bulk_create(rows, batch_size=500)
    Diary.objects.update_or_create(family=family, defaults={"last_seq": len(rows)})
    return Household(
        family.pk, child.id, f"{settings.SESSION_COOKIE_NAME}={_signed_in(user)}"
    )


def add_entry(household: Household) -> None:
    """Write one more poop a moment ago, as another device of the family would."""
    diary = Diary.objects.get(family_id=household.family_id)
    diary.last_seq += 1
    child = Child.objects.get(family_id=household.family_id, id=household.child_id)
    now = timezone.now() - timedelta(minutes=1)
    _row(child, diary.last_seq, now, "poop", {"place": "potty"}).save(force_insert=True)
    diary.save()


def _diary(entries: int) -> Iterator[tuple[datetime, str, dict[str, object]]]:
    now = timezone.now()
    yield now - BIRTHDAY_AGO, "zone", {"zone": "Europe/London"}
    yield now - timedelta(days=BUSY_DAYS), "settings", {"word": "poo", "pronoun": "she"}
    busy = min(entries, BUSY_DAYS * A_DAY)
    yield from _days(now, busy, timedelta(0))
    yield from _days(now, entries - busy, timedelta(days=BUSY_DAYS))


def _days(
    now: datetime, entries: int, ago: timedelta
) -> Iterator[tuple[datetime, str, dict[str, object]]]:
    """Entries back from a moment; before the busy days they are spread over the years."""
    days = -(-entries // A_DAY)
    step = (BIRTHDAY_AGO - ago) / days if ago and days else timedelta(days=1)
    for number in range(entries):
        hour, kind, answers = DAY[number % A_DAY]
        day = now - ago - step * (number // A_DAY + 1)
        midnight = day.replace(hour=0, minute=0, second=0, microsecond=0)
        yield midnight + timedelta(hours=hour), kind, answers


def _row(
    child: Child, seq: int, at: datetime, kind: str, answers: dict[str, object]
) -> StoredEntry:
    return StoredEntry(
        family_id=child.family_id,
        id=str(uuid4()),
        child_id=child.id,
        kind=kind,
        at=at,
        timing="exact",
        data=json.dumps(answers, separators=(",", ":")),
        counter=1,
        device="bench",
        whole=kind in {"zone", "settings"},
        seq=seq,
    )


def _signed_in(user: User) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)
