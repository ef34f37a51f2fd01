"""Files that other apps export, made up here, and the pages that take them."""

import io
import re
import zipfile
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from stepstool.web.families.models import Child

HEADING = "Type,Start,End,Duration,Start Condition,Start Location,End Condition,Notes"
ROWS = (
    '"Diaper","2026-01-28 20:00",,"brown","Pebbles",,"Poo:small",',
    '"Diaper","2026-01-29 07:10",,"green",,,"Both, pee:medium poo:medium","leaked"',
    '"Potty","2026-02-01 18:25",,,,,"Poo:medium",',
    '"Solids","2026-02-01 12:15",,,"pear, porridge",,"LOVED",',
    '"Growth","2026-02-01 09:00",,,"12kg",,,',
    '"Moon walk","2026-02-01 09:30",,,,,,',
)
# What these rows make: three poops, a pee and a meal.
ENTRIES = 5


def huckleberry(*rows: str) -> bytes:
    """Give an export of Huckleberry."""
    return "\n".join((HEADING, *(rows or ROWS), "")).encode()


def days_of_diapers(number: int) -> bytes:
    """Give an export with this many diapers, one an hour."""
    rows = (
        f'"Diaper","20{20 + n // 8640:02}-{n // 720 % 12 + 1:02}-'
        f'{n // 24 % 30 % 28 + 1:02} {n % 24:02}:{n // 8640:02}",,,,,"Poo:small","{n}"'
        for n in range(number)
    )
    return huckleberry(*rows)


def zipped(**files: bytes) -> bytes:
    """Give a zip of these files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        for name, content in files.items():
            into.writestr(name, content)
    return packed.getvalue()


def arrive(
    client: Client, child: Child, content: bytes, name: str = "diary.csv"
) -> HttpResponse:
    """Upload a file."""
    file = SimpleUploadedFile(name, content)
    return client.post(address("import", child), {"file": file})


def bring_in(client: Client, child: Child, content: bytes, **told: Any) -> HttpResponse:
    """Upload a file and say yes; gives the last page."""
    preview = arrive(client, child, content)["Location"]
    told = {"zone": "Europe/Berlin", **told}
    answer = client.post(f"{preview}bring-in/", told, follow=True)
    while "On its way in" in page(answer):
        answer = client.post(f"{preview}bring-in/", told, follow=True)
    return answer


def address(name: str, child: Child, *more: Any) -> str:
    """Give the address of a page about this child."""
    return reverse(name, args=[child.family_id, child.id, *more])


def page(answer: HttpResponse) -> str:
    """Give the text of a page, without its markup."""
    html = answer.content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))
