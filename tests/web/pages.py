"""Addresses and entries for tests of pages about Mia."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stepstool import method
from stepstool.web.diary import keys, reading, writing
from tests.web.cast import Cast, Person

LONDON = "Europe/London"
# A page, or a form that says what is wrong.
SHOWN = (200, 400, 422)


def address(cast: Cast, name: str, *more: object) -> str:
    """Give the address of a page about Mia."""
    return reverse(name, args=[cast.family.pk, cast.mia.id, *more])


def get(client: Client, cast: Cast, name: str, *more: object, **query: str) -> Any:
    """Open a page about Mia."""
    return client.get(address(cast, name, *more), query)


def post(client: Client, cast: Cast, name: str, *more: object, **fields: Any) -> Any:
    """Press a button of a page about Mia; follows to where it leads."""
    return client.post(address(cast, name, *more), fields, follow=True)


def text_of(answer: Any) -> str:
    """Give a page as text; what is not on a page must not be so because there is no page."""
    assert answer.status_code in SHOWN, f"the page answers {answer.status_code}"
    return str(answer.content.decode())


def wrote(
    cast: Cast, kind: type[method.Entry], who: Person | None = None, **told: Any
) -> str:
    """Let somebody (Anna) write an entry, an hour ago if not told otherwise; its id."""
    membership = (who or cast.anna).membership
    told = {"id": keys.new_id(), "at": timezone.now() - timedelta(hours=1)} | told
    entry = kind(**told)
    writing.write(membership, cast.mia, [entry])
    return entry.id


def stored(cast: Cast, kind: type[method.Entry] = method.Entry) -> list[Any]:
    """Give what is in Mia's diary of a kind and not removed."""
    everything = reading.everything(cast.mia)
    return [each for each in everything if isinstance(each, kind) and not each.removed]


def lives_in_london(cast: Cast) -> None:
    """Tell where Mia lives."""
    since = timezone.now() - timedelta(days=60)
    wrote(cast, method.lasting.Zone, at=since, zone=LONDON)
