"""The disk is full, or can only be read: nothing typed is lost, and all can still be read."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from time import time

import pytest
from django.core.cache import cache
from django.db import OperationalError, close_old_connections, connection
from django.test import Client
from django.utils import timezone

from stepstool import method
from stepstool.web.families.models import Child, Notice
from stepstool.web.families.parting import Deletion
from stepstool.web.shell import counting, health
from stepstool.web.shell.logs import OneLine
from stepstool.web.sign_in import sessions
from tests.web.cast import PASSWORD, Cast
from tests.web.pages import address, stored, wrote
from tests.web.routes import about_mia, routes

WORDS = "It hurt a little, and then it was fine."


@contextmanager
def only_to_be_read() -> Iterator[None]:
    """Let the database take no writing, as on a disk that the system mounted so."""
    on, off = (
        ("PRAGMA query_only = ON", "PRAGMA query_only = OFF")
        if connection.vendor == "sqlite"
        else (
            "SET default_transaction_read_only = on",
            "SET default_transaction_read_only = off",
        )
    )
    with connection.cursor() as cursor:
        cursor.execute(on)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(off)


@contextmanager
def full() -> Iterator[None]:
    """Let SQLite's file not grow by a page."""
    with connection.cursor() as cursor:
        most = cursor.execute("PRAGMA max_page_count").fetchone()[0]
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA max_page_count = {most}")


def told(client: Client) -> Client:
    """Give a browser to which errors are told as in earnest."""
    client.raise_request_exception = False
    return client


@pytest.mark.whole
def test_every_page_can_still_be_read(committed_cast: Cast) -> None:
    """Each address that answers a parent answers the same while nothing can be written."""
    cast = committed_cast
    wrote(cast, method.poop.Poop, id="first")
    holes = about_mia(cast)
    pages = [route.filled(holes) for route in routes()]
    anna = told(cast.anna.client)
    before = {page: anna.get(page).status_code for page in pages}
    _due_again(cast)
    health.examination.forget()
    with only_to_be_read():
        now = {page: anna.get(page).status_code for page in pages}
    changed = {page: now[page] for page in pages if now[page] != before[page]}
    assert changed.pop("/healthz") == 503
    # Of a link each look is counted, since it could be guessed.
    assert {page.split("/")[1] for page in changed} == {"invitation", "shared"}
    assert set(changed.values()) == {503}


def _due_again(cast: Cast) -> None:
    """Let all be due that a page writes by the way: last use, a notice, ended counts."""
    sessions._last_written._at.clear()
    Notice.objects.create(user=cast.anna.user, deletion=Deletion.FAMILY, by=None)
    with connection.cursor() as cursor:
        long_ago = timezone.now() - timedelta(days=1)
        cursor.execute("UPDATE shell_cache SET expires = %s", [long_ago])


def test_what_was_typed_comes_back_in_a_form(committed_cast: Cast) -> None:
    cast = committed_cast
    anna, where = told(cast.anna.client), address(cast, "write", "note")
    with only_to_be_read():
        answer = anna.post(where, {"note": WORDS, "tag": ["a", "b"]})
    page = answer.content.decode()
    assert answer.status_code == 503
    assert "this one was not saved" in page
    assert f"<blockquote>{WORDS}</blockquote>" in page
    assert f'action="{where}"' in page
    for name, value in (("note", WORDS), ("tag", "a"), ("tag", "b")):
        assert f'name="{name}" value="{value}"' in page
    assert stored(cast, method.days.Note) == []


def test_the_form_that_came_back_saves_it_once_there_is_room(
    committed_cast: Cast,
) -> None:
    cast = committed_cast
    anna, where = Client(enforce_csrf_checks=True), address(cast, "write", "note")
    told(anna).force_login(cast.anna.user)
    form = anna.get(where).content.decode()
    typed = {"note": WORDS, "csrfmiddlewaretoken": _token(form)}
    with only_to_be_read():
        again = anna.post(where, typed).content.decode()
    answer = anna.post(where, typed | {"csrfmiddlewaretoken": _token(again)})
    assert answer.status_code == 302
    assert [note.note for note in stored(cast, method.days.Note)] == [WORDS]


def _token(page: str) -> str:
    return page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]


def test_a_password_is_not_written_on_the_page(committed_cast: Cast) -> None:
    visitor = told(Client())
    with only_to_be_read():
        typed = {"login": "Anna", "password": PASSWORD}
        answer = visitor.post("/account/sign-in/", typed)
    assert answer.status_code == 503
    assert PASSWORD not in answer.content.decode()
    assert 'href="/account/sign-in/"' in answer.content.decode()


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL has no such limit"
)
def test_a_full_disk_is_said_as_such_on_the_page_and_in_the_log(
    committed_cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    cast = committed_cast
    anna = told(cast.anna.client)
    with full():
        many = (
            anna.post(address(cast, "write", "note"), {"note": WORDS * 40})
            for _ in range(99)
        )
        answer = next(one for one in many if one.status_code == 503)
    assert "disk of this house is full" in answer.content.decode()
    line = OneLine().format(caplog.records[-1])
    assert "The disk is full. What was saved before is kept; make room" in line
    assert WORDS not in line
    assert "\n" not in line


def test_the_log_says_in_one_line_that_it_can_only_be_read(
    committed_cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    anna = told(committed_cast.anna.client)
    with only_to_be_read():
        anna.post(address(committed_cast, "asks-for-diaper"))
    [line] = [OneLine().format(one) for one in caplog.records if one.exc_info]
    assert "can only be read" in line


@pytest.mark.django_db(transaction=True)
def test_the_house_is_well_only_while_it_can_write(visitor: Client) -> None:
    assert visitor.get("/healthz").json() == {"status": "ok"}
    health.examination.forget()
    with only_to_be_read():
        answer = visitor.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"status": "read only"})


@pytest.mark.django_db(transaction=True)
def test_asking_how_it_is_leaves_nothing_behind_and_wears_no_disk(
    visitor: Client, django_assert_num_queries: Callable[..., object]
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM shell_cache")
        before = cursor.fetchone()
        visitor.get("/healthz")
        cursor.execute("SELECT count(*) FROM shell_cache")
        assert cursor.fetchone() == before
    with django_assert_num_queries(0):
        for _ in range(20):
            assert visitor.get("/healthz").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_a_try_of_a_time_to_come_keeps_nobody_out() -> None:
    """The clock ran fifty hours ahead while somebody tried, and was set right."""
    ahead = time() + 50 * 3600
    cache.set("tries", [ahead, time() - 5], timeout=timedelta(hours=51).total_seconds())
    cache.set("lock", "held", timeout=timedelta(hours=50).total_seconds())
    assert len(cache.get("tries")) == 1
    counting.forget_what_never_ends()
    assert cache.get("lock") is None


@pytest.mark.django_db(transaction=True)
def test_what_has_ended_is_forgotten_where_that_can_be_written() -> None:
    cache.set("tries", [1], timeout=-1)
    assert cache.get("tries") is None


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite never goes away")
def test_a_database_that_went_away_is_found_again_by_the_next_request(
    committed_cast: Cast,
) -> None:
    anna, where = told(committed_cast.anna.client), address(committed_cast, "today")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        mine = cursor.fetchone()
    with closing(connection.copy()) as other, other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", mine)
        with pytest.raises(OperationalError):
            Child.objects.filter(family_id=committed_cast.family.pk).exists()
    close_old_connections()  # as every request begins, but that of a test
    assert anna.get(where).status_code == 200
