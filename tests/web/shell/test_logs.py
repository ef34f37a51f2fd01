"""What the log says of requests and errors: never a secret, never a traceback."""

import logging
from collections.abc import Callable, Iterator
from io import StringIO

import pytest
from django.test import Client

from stepstool.web.families import invitations
from stepstool.web.shell.logs import OneLine, brief
from tests.web.cast import Cast

TOKEN = "Zk3xVt9-QmWbR7sYcLpD_hGf2NaJuE5o"  # noqa: S105 - of nobody
CODE = "ABCDE-12345-FGHJK-67890"
HOUSE = "http://testserver"


@pytest.fixture
def log() -> Iterator[StringIO]:
    """Give what the house writes to its log."""
    written = StringIO()
    handlers = [
        handler
        for handler in logging.getLogger().handlers
        if isinstance(handler.formatter, OneLine)
        and isinstance(handler, logging.StreamHandler)
    ]
    assert handlers, "the house writes its log by one line"
    before = handlers[0].setStream(written)
    yield written
    handlers[0].setStream(before)


def _broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(token: str) -> None:
        raise KeyError(f"no {token} in {CODE}")

    monkeypatch.setattr(invitations, "find", find)


def _csrf(client: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.post(
        f"/invitation/{TOKEN}/", {"code": CODE}, headers={"referer": f"{HOUSE}/{TOKEN}"}
    )
    strict.post(
        "/account/lost/",
        {"code": CODE},
        secure=True,
        headers={"referer": f"https://elsewhere.example/{TOKEN}"},
    )


ASKED: dict[str, Callable[[Client], object]] = {
    "a link that leads nowhere": lambda one: one.get(f"/invitation/{TOKEN}/"),
    "a link without its end": lambda one: one.get(f"/invitation/{TOKEN}"),
    "a link mistyped": lambda one: one.get(f"/invitations/{TOKEN}/"),
    "a secret in a question": lambda one: one.get(f"/nothing/?token={TOKEN}"),
    "a page that was left": lambda one: one.get(
        "/nothing/", headers={"referer": f"{HOUSE}/invitation/{TOKEN}/"}
    ),
    "a button as a page": lambda one: one.get(f"/invitation/{TOKEN}/join/"),
    "a form of another house": _csrf,
    "another name of the house": lambda one: one.get(
        f"/invitation/{TOKEN}/", headers={"host": "elsewhere.example"}
    ),
    "a wrong code": lambda one: one.post(
        "/account/lost/", {"name": "Anna", "code": CODE, "password": "three kind words"}
    ),
    "a very large form": lambda one: one.post(
        f"/invitation/{TOKEN}/", {"code": CODE * 80_000}
    ),
}


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_no_secret_stands_in_the_log(
    cast: Cast, visitor: Client, log: StringIO, ask: Callable[[Client], object]
) -> None:
    ask(visitor)
    assert TOKEN not in log.getvalue()
    assert CODE not in log.getvalue()


def test_an_error_is_one_line_that_says_where(
    db: None, log: StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    _broken(monkeypatch)
    answer = Client(raise_request_exception=False).get(f"/invitation/{TOKEN}/?{TOKEN}")
    lines = log.getvalue().splitlines()
    assert answer.status_code == 500
    assert len(lines) == 1
    assert (
        "ERROR django.request: 500 GET /invitation/<str:token>/ (KeyError in"
        in (lines[0])
    )
    assert TOKEN not in lines[0]
    assert CODE not in lines[0]
    assert "KeyError" not in answer.content.decode()


def test_a_page_that_is_not_there_is_said_without_its_address(
    db: None, visitor: Client, log: StringIO
) -> None:
    visitor.get(f"/nothing/{TOKEN}/")
    assert log.getvalue().endswith("404 GET an address that is no page\n")


def test_what_the_server_says_of_an_error_is_one_line_too() -> None:
    message = (
        "Application callable raised an exception\nTraceback (most recent call last):\n"
        '  File "/house/stepstool/web/config/entrance.py", line 72, in run\n'
        f"ConnectionError: {TOKEN}"
    )
    record = logging.LogRecord("_granian", logging.ERROR, "", 0, message, None, None)
    assert (
        OneLine()
        .format(record)
        .endswith(
            "ERROR _granian: Application callable raised an exception "
            "(ConnectionError in web/config/entrance.py:72)"
        )
    )


def test_a_secret_in_a_sentence_is_hidden() -> None:
    sentence = f"{TOKEN} was tried with {CODE} by 192.168.1.20"
    record = logging.LogRecord("house", logging.WARNING, "", 0, sentence, None, None)
    assert (
        OneLine()
        .format(record)
        .endswith("WARNING house: … was tried with … by 192.168.1.20")
    )


def test_an_exception_without_a_place_is_named() -> None:
    assert brief("ValueError: something") == "(ValueError)"


def test_of_what_an_exception_says_no_line_is_taken_for_its_sort() -> None:
    """PostgreSQL's words have several, with what somebody wrote in the last."""
    said = (
        'Traceback (most recent call last):\n  File "/stepstool/x.py", line 3, in x\n'
    )
    said += "psycopg.Error: there already\nDETAIL\nMia is: there\n"
    assert brief(said) == "(psycopg.Error in /stepstool/x.py:3)"
