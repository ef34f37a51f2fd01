"""What holds for every answer: headers, zones, errors, health."""

import sqlite3
from collections.abc import Callable
from datetime import UTC
from typing import NoReturn
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, OperationalError, connection
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from stepstool.web.diary import writing
from stepstool.web.shell import checks, errors, middleware
from tests.web.cast import Cast
from tests.web.pages import post


def test_a_zone_ends_with_its_request() -> None:
    def in_tokyo(request: HttpRequest) -> HttpResponse:
        timezone.activate(ZoneInfo("Asia/Tokyo"))
        return HttpResponse(timezone.get_current_timezone_name())

    answer = middleware.own_zone(in_tokyo)(HttpRequest())
    assert answer.content == b"Asia/Tokyo"
    assert timezone.get_current_timezone_name() == "UTC"


def test_a_zone_ends_with_a_request_that_fails() -> None:
    def fails(request: HttpRequest) -> HttpResponse:
        timezone.activate(ZoneInfo("Asia/Tokyo"))
        raise Http404

    with pytest.raises(Http404):
        middleware.own_zone(fails)(HttpRequest())
    assert timezone.get_current_timezone_name() == "UTC"


def test_a_request_begins_in_no_zone_of_another() -> None:
    def zone(request: HttpRequest) -> HttpResponse:
        return HttpResponse(str(timezone.get_current_timezone()))

    with timezone.override(ZoneInfo("America/Chicago")):
        answer = middleware.own_zone(zone)(HttpRequest())
    assert answer.content == str(UTC).encode()


def test_frames_are_refused(visitor: Client) -> None:
    answer = visitor.get("/account/sign-in/")
    assert answer["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


def test_the_policy_names_no_inline_and_no_other_house(visitor: Client) -> None:
    policy = visitor.get("/account/sign-in/")["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "http" not in policy


def test_camera_and_place_are_nobodys_business(visitor: Client) -> None:
    policy = visitor.get("/account/sign-in/")["Permissions-Policy"]
    assert "camera=()" in policy
    assert "geolocation=()" in policy


def test_no_copy_of_a_page_is_kept(cast: Cast) -> None:
    answer = cast.anna.client.get("/account/")
    assert answer["Cache-Control"] == "no-store, private"


def test_pages_are_sent_compressed(cast: Cast) -> None:
    answer = cast.anna.client.get("/account/", headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"


def test_the_session_is_not_written_by_a_page(cast: Cast) -> None:
    assert "stepstool" not in cast.anna.client.get("/account/").cookies


def test_the_house_is_well(visitor: Client) -> None:
    assert visitor.get("/healthz").json() == {"status": "ok"}


def test_the_house_without_its_database_is_not(visitor: Client) -> None:
    def down(*args: object) -> None:
        raise DatabaseError

    with connection.execute_wrapper(down):
        assert visitor.get("/healthz").status_code == 503


def test_a_form_that_was_open_for_long_is_said_kindly(cast: Cast) -> None:
    careful = Client(enforce_csrf_checks=True)
    answer = careful.post("/account/sign-in/", {"login": "Anna"})
    assert answer.status_code == 403
    assert b"Please try once more" in answer.content


Error = Callable[[HttpRequest, Exception], HttpResponse]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.bad_request, 400),
        (errors.forbidden, 403),
        (errors.not_found, 404),
        (errors.too_many, 429),
    ],
)
def test_an_error_is_a_page_with_a_way_back(error: Error, status: int) -> None:
    answer = error(RequestFactory().get("/"), ValueError())
    assert answer.status_code == status
    assert b'href="/"' in answer.content


def test_our_own_fault_needs_no_database() -> None:
    answer = errors.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert b"our fault" in answer.content


def test_what_could_not_be_written_in_time_is_said_to_be_missing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(writing, "entered", locked)
    client = cast.anna.client
    client.raise_request_exception = False
    answer = post(client, cast, "asks-for-diaper")
    assert answer.status_code == 503
    assert b"not there yet" in answer.content


def refused_by_sqlite(name: str) -> HttpResponse:
    """Answer a request on which SQLite failed, as Django passes it on."""
    try:
        _refuse(name)
    except OperationalError:
        return errors.server_error(RequestFactory().get("/"))


def _refuse(name: str) -> NoReturn:
    cause = sqlite3.OperationalError()
    cause.sqlite_errorname = name
    raise OperationalError from cause


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SQLITE_FULL", "disk of this house is full"),
        ("SQLITE_READONLY", "can only be read"),
        ("SQLITE_READONLY_DBMOVED", "can only be read"),
        ("SQLITE_IOERR_WRITE", "could not be read or written"),
        ("SQLITE_CANTOPEN", "could not be read or written"),
    ],
)
def test_what_waiting_does_not_mend_is_for_the_host(name: str, words: str) -> None:
    answer = refused_by_sqlite(name)
    text = answer.content.decode()
    assert answer.status_code == 503
    assert words in text
    assert "this one was not saved" in " ".join(text.split())
    assert "whoever runs this house" in " ".join(text.split())
    assert "in a minute" not in text


@pytest.mark.parametrize(
    "name", ["SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "SQLITE_LOCKED"]
)
def test_a_busy_diary_is_worth_another_try_in_a_minute(name: str) -> None:
    assert "in a minute" in refused_by_sqlite(name).content.decode()


@pytest.mark.django_db
def test_a_full_disk_is_told_from_a_busy_diary() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL names its errors otherwise")
    with connection.cursor() as cursor:
        most = cursor.execute("PRAGMA max_page_count").fetchone()[0]
        cursor.execute("PRAGMA max_page_count = 1")
        try:
            cursor.execute("CREATE TABLE too_much AS SELECT zeroblob(10000000) AS much")
        except OperationalError:
            answer = errors.server_error(RequestFactory().get("/"))
        finally:
            cursor.execute(f"PRAGMA max_page_count = {most}")
    assert b"disk of this house is full" in answer.content


def test_an_unsound_sqlite_is_warned_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "sqlite_version", lambda: (3, 40, 1))
    monkeypatch.setattr(connection, "vendor", "sqlite")
    assert [found.id for found in checks.sqlite_is_sound()] == ["shell.W001"]


def test_a_sound_sqlite_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "sqlite_version", lambda: (3, 51, 3))
    assert checks.sqlite_is_sound() == []
