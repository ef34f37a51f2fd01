"""What a family does in a browser: today's page, and the form that writes down a poop.

Import this only with Django set up.
"""

import re
from collections.abc import Callable
from urllib.parse import urlencode
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from family import Household
from served import House

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def today_page(home: Household) -> str:
    """Give the address of today's page as it is by day, whatever the hour of measuring."""
    page = reverse("today", args=[home.family_id, home.child_id])
    return f"{page}?face=day"


def queries_of(page: str, home: Household) -> int:
    """Count the queries of a first load, nothing kept from before."""
    client = Client(headers={"cookie": home.cookie})
    with CaptureQueriesContext(connection) as seen:
        answer = client.get(page, headers={"host": "localhost"})
    if answer.status_code != 200:
        raise RuntimeError(f"{page} answered {answer.status_code}.")
    return len(seen)


def poop_writer(house: House, home: Household) -> Callable[[], int]:
    """Open the form as a browser would; give the tap on a place, and what it answers."""
    page = reverse("poop", args=[home.family_id, home.child_id])
    opened = house.get(page, home.cookie)
    token = TOKEN.search(opened.text)
    if token is None:
        raise RuntimeError(f"{page} has no form: it answered {opened.status}.")
    cookie = f"{home.cookie}; {opened.cookie}"

    def tap() -> int:
        form = {"csrfmiddlewaretoken": token[1], "id": str(uuid4()), "place": "potty"}
        return house.post(page, cookie, urlencode(form | {"when": "now"})).status

    return tap
