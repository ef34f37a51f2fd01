"""A stranger's first evening, told quickly."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

YEAR = datetime.now(UTC).year - 3
WHO = {
    "nickname": "Mia",
    "month": "5",
    "year": str(YEAR),
    "pronoun": "she",
    "word": "poop",
    "zone": "Europe/Berlin",
}
SECRET = {"name": "Hanna", "password": "three kind words"}


def who(visitor: Client, way: str = "start", **changes: Any) -> HttpResponse:
    """Answer who it is about."""
    return visitor.post(reverse(way), WHO | changes)


def tell(
    visitor: Client,
    where: tuple[str, ...] = ("diaper_anywhere",),
    lately: tuple[str, ...] = ("soft_and_easy",),
    signs: tuple[str, ...] = (),
    **changes: Any,
) -> HttpResponse:
    """Answer everything up to tonight's page, and follow there."""
    who(visitor, **changes)
    visitor.post(reverse("start-where"), {"ticked": where})
    visitor.post(reverse("start-lately"), {"ticked": lately})
    told = {"ticked": signs} if signs else {"none": "yes"}
    return visitor.post(reverse("start-signs"), told, follow=True)


def page(answer: HttpResponse) -> str:
    """Give the text of a page."""
    return answer.content.decode()
