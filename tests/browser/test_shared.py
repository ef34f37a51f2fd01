"""A link for the doctor, opened in a browser that knows nobody: unlocked there, and only there."""

import io
import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.http import QueryDict
from django.utils import timezone
from playwright.sync_api import Download, Page, expect

from stepstool.web.diary.visit import Visit
from stepstool.web.doctor import health_link
from stepstool.web.doctor.page import Outgoing, copy_of
from stepstool.web.families import sealed
from tests.web.cast import Cast


def handed(cast: Cast, house: str) -> str:
    """Hand Mia's page over for a day; give the address that the doctor opens."""
    now = timezone.now()
    key, secret = health_link.new_key(), health_link.new_secret()
    until = now + timedelta(days=1)
    out = Outgoing(Visit(cast.anna.membership, cast.mia, now), QueryDict())
    copy = health_link.locked(copy_of(out, "en"), key)
    new = sealed.Sealed(secret, copy, "Dr. Weiss", until)
    sealed.seal(cast.anna.membership, cast.mia, new, now)
    address = f"{house}/shared/{cast.family.pk}/{secret}/"
    payload = health_link.Payload(address, key, until, "For the doctor")
    return f"{house}/shared/#{health_link.link_of(payload)}"


@pytest.fixture
def link(cast: Cast, live_server: Any) -> str:
    """Give a link that holds."""
    return handed(cast, live_server.url)


def saved(page: Page, name: str) -> Download:
    with page.expect_download() as arrived:
        page.get_by_role("link", name=name).click()
    return arrived.value


def bytes_of(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def test_the_doctor_reads_it_and_saves_both_files(page: Page, link: str) -> None:
    with page.expect_request("**/shared/**recipient=*") as asking:
        page.goto(link)
    asked = asking.value
    assert link.partition("#")[2] not in asked.url
    assert not {"cookie", "referer"} & asked.all_headers().keys()
    expect(page.get_by_role("heading", name="For the doctor: Mia")).to_be_visible()
    expect(page.locator("[data-says]:visible")).to_have_count(0)
    pdf = bytes_of(saved(page, "Save as a PDF"))
    assert "Mia" in pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    bundle = json.loads(bytes_of(saved(page, "All of it for programs")))
    assert bundle["resourceType"] == "Bundle"


def test_a_link_that_is_not_whole_or_has_ended_says_so(
    page: Page, cast: Cast, link: str
) -> None:
    page.goto(re.sub(r"shlink:/.*", "shlink:/abc", link))
    expect(page.get_by_text("This link is not whole.")).to_be_visible()
    sealed.end_those_of(cast.anna.membership, timezone.now())
    page.goto(link)
    expect(page.get_by_text("This link has ended.")).to_be_visible()
    expect(page.locator("[data-shown]")).to_be_hidden()
