"""Nobody fills the disk or the memory: what is too big is refused before it is read."""

import io

import pytest
from django.test import Client

from stepstool.web.shell.middleware import SMALL_BODY
from tests.web.cast import Cast
from tests.web.routes import Route, about_mia, routes

pytestmark = pytest.mark.django_db
TAKES_FILES = {"family/<int:family_id>/child/<uuid:child_id>/import/", "restore/"}


class Unread(io.RawIOBase):
    """A body that nobody may read."""

    def read(self, size: int = -1) -> bytes:
        raise AssertionError(f"{size} bytes were asked for")


def status(client: Client, address: str, length: int, method: str = "POST") -> int:
    sent = {"CONTENT_LENGTH": str(length), "wsgi.input": Unread()}
    kind = "multipart/form-data; boundary=x"
    return client.generic(method, address, content_type=kind, **sent).status_code


SMALL = [route for route in routes() if str(route) not in TAKES_FILES]


@pytest.mark.parametrize("route", SMALL, ids=str)
def test_every_address_refuses_a_big_body_unread(
    cast: Cast, visitor: Client, route: Route
) -> None:
    address = route.filled(about_mia(cast))
    for client in (visitor, cast.anna.client):
        assert status(client, address, SMALL_BODY + 1) == 413
        assert status(client, address, 400_000_000, "PUT") == 413


def test_a_house_that_is_lived_in_reads_no_diary_to_restore(
    cast: Cast, visitor: Client
) -> None:
    for client in (visitor, cast.anna.client):
        assert status(client, "/restore/", SMALL_BODY + 1) == 403


def test_the_page_says_so(visitor: Client) -> None:
    sent = {"CONTENT_LENGTH": str(SMALL_BODY + 1), "wsgi.input": Unread()}
    answer = visitor.generic("POST", "/account/sign-in/", **sent)
    assert "That is too much at once" in answer.content.decode()


def test_a_body_of_that_size_is_read(visitor: Client) -> None:
    form = {"login": "Anna", "password": "x" * (SMALL_BODY - 1_000)}
    assert visitor.post("/account/sign-in/", form).status_code == 200


def test_a_body_without_a_length_reads_as_empty(visitor: Client) -> None:
    sent = {"CONTENT_LENGTH": "", "wsgi.input": Unread()}
    answer = visitor.generic("POST", "/account/sign-in/", **sent)
    assert answer.status_code == 200
    assert "Please fill this in" in answer.content.decode()
