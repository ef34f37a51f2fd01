"""The log as JSON: one object a line, a line for each request, and no private word in any."""

import json
import logging
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client

from stepstool.web.families import invitations
from stepstool.web.shell import health
from stepstool.web.shell.logs import OneLine, OneObject
from tests.web.cast import Cast

PRIVATE = "Quentine-hid.behind~the curtain"
WORD = "Quentine"


@pytest.fixture
def log(settings: Any) -> Iterator[StringIO]:
    """Give what the house writes with STEPSTOOL_LOG=json STEPSTOOL_LOG_REQUESTS=1."""
    settings.MIDDLEWARE = ["stepstool.web.shell.logs.logged", *settings.MIDDLEWARE]
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(OneObject())
    root = logging.getLogger()
    root.addHandler(handler)
    yield written
    root.removeHandler(handler)


def lines(log: StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def _note(cast: Cast, client: Client) -> object:
    address = f"/family/{cast.family.pk}/child/{cast.mia.id}/more/note/"
    return client.post(address, {"text": PRIVATE, "id": "a"})


def _file(cast: Cast, client: Client) -> object:
    address = f"/family/{cast.family.pk}/child/{cast.mia.id}/import/"
    return client.post(
        address, {"file": SimpleUploadedFile(f"{WORD}.csv", PRIVATE.encode())}
    )


SENT: dict[str, Callable[[Cast, Client], object]] = {
    "a note": _note,
    "a file and its name": _file,
    "a sign-in name": lambda _, one: one.post(
        "/account/sign-in/", {"login": WORD, "password": "three kind words"}
    ),
    "a password": lambda _, one: one.post(
        "/account/sign-in/", {"login": "anna", "password": PRIVATE}
    ),
    "a token in the path": lambda _, one: one.get(f"/invitation/{WORD}/"),
    "an address that is no page": lambda _, one: one.get(f"/{WORD}/{PRIVATE}/"),
    "a question": lambda _, one: one.get("/account/", {"name": PRIVATE}),
    "the page before": lambda _, one: one.get(
        "/account/", headers={"referer": f"http://testserver/{WORD}/"}
    ),
    "a browser's name": lambda _, one: one.get("/", headers={"user-agent": PRIVATE}),
    "a language": lambda _, one: one.get("/", headers={"accept-language": WORD}),
    "a cookie": lambda _, one: one.get("/", headers={"cookie": f"stepstool={WORD}"}),
    "a made-up method": lambda _, one: one.generic(WORD.upper(), "/"),
    "a very large form": lambda _, one: one.post("/start/", {"name": PRIVATE * 60_000}),
}


@pytest.mark.parametrize("send", SENT.values(), ids=SENT)
@pytest.mark.parametrize("known", [True, False], ids=["Anna", "a stranger"])
def test_no_private_word_stands_in_it(
    cast: Cast, log: StringIO, send: Callable[[Cast, Client], object], *, known: bool
) -> None:
    send(cast, cast.anna.client if known else Client())
    assert "stepstool.requests" in {line["logger"] for line in lines(log)}
    assert WORD.lower() not in log.getvalue().lower()
    assert "curtain" not in log.getvalue()
    assert str(cast.mia.id) not in log.getvalue()


def test_a_request_is_a_line_of_known_names(cast: Cast, log: StringIO) -> None:
    cast.anna.client.get(f"/family/{cast.family.pk}/child/{cast.mia.id}/diary/?a=b")
    (line,) = lines(log)
    assert line.pop("ms") >= 0
    assert line.pop("time")
    assert line.pop("message").startswith(
        "200 GET /family/<int:family_id>/child/<uuid:child_id>/diary/ in "
    )
    assert line == {
        "level": "INFO",
        "logger": "stepstool.requests",
        "status": 200,
        "method": "GET",
        "page": "/family/<int:family_id>/child/<uuid:child_id>/diary/",
    }


def test_an_error_says_its_sort_and_place_and_nothing_that_it_quotes(
    db: None, log: StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find(token: str) -> None:
        raise KeyError(PRIVATE)

    monkeypatch.setattr(invitations, "find", find)
    Client(raise_request_exception=False).get("/invitation/never/")
    error = next(line for line in lines(log) if line["level"] == "ERROR")
    assert error["error"].startswith("KeyError in ")
    assert error["status"] == 500
    assert WORD not in log.getvalue()


def test_what_a_record_carries_beside_is_left_out(log: StringIO) -> None:
    logging.getLogger("house").warning(
        "It is late.\nMuch more.", extra={"child": PRIVATE}
    )
    (line,) = lines(log)
    assert set(line) == {"time", "level", "logger", "message"}
    assert line["message"] == "It is late."


def test_as_a_line_a_request_says_the_same(db: None, rf: Any) -> None:
    record = logging.LogRecord("house", logging.INFO, "", 0, "answered", None, None)
    record.__dict__ |= {"request": rf.get("/nothing/"), "status_code": 404, "took": 3}
    said = OneLine().format(record)
    assert said.endswith("INFO house: 404 GET an address that is no page in 3 ms")


def test_a_silent_database_is_said_too(
    db: None, log: StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Away:
        def cursor(self) -> None:
            raise OperationalError(PRIVATE)

    monkeypatch.setattr(health, "connection", Away())
    assert Client().get("/healthz").status_code == 503
    assert {line["status"] for line in lines(log) if "page" in line} == {503}
