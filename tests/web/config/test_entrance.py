"""The entrance: slow senders wait without a thread, until a deadline, and few of one address."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from typing import Any

import pytest

from stepstool.web.config import entrance
from stepstool.web.config.entrance import Entrance
from stepstool.web.exchange.arrivals import MOST
from stepstool.web.shell.middleware import SMALL_BODY

SIGN_IN = "/account/sign-in/"
IMPORT = "/family/1/child/00000000-0000-4000-8000-000000000000/import/"
Pieces = Iterable[bytes]


class House:
    """What stands behind it here: it keeps what it was handed."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.environ: dict[str, Any] = {}

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Pieces:
        self.bodies.append(environ["wsgi.input"].read())
        self.environ = environ
        start("200 OK", [("Content-Type", "text/plain")])
        return [b"answered"]


@pytest.fixture
def house() -> House:
    return House()


class Request:
    """One request at the entrance; `pieces` arrive, and then nothing unless it is all."""

    def __init__(
        self, pieces: Pieces, length: int | None, path: str = SIGN_IN, **more: Any
    ) -> None:
        told = [] if length is None else [(b"content-length", str(length).encode())]
        self.scope = {
            "type": "http",
            "method": "POST",
            "path": path,
            "query_string": b"",
            "http_version": "1.1",
            "headers": [*told, *more.get("headers", [])],
            "client": (more.get("address", "192.0.2.1"), 5000),
        }
        self._pieces, self._ends = list(pieces), more.get("ends", True)
        self.said: list[Any] = []

    async def receive(self) -> dict[str, Any]:
        if not self._pieces and not self._ends:
            await asyncio.sleep(60)
        piece = self._pieces.pop(0)
        more = bool(self._pieces) or not self._ends
        return {"type": "http.request", "body": piece, "more_body": more}

    async def send(self, message: Any) -> None:
        self.said.append(message)

    @property
    def status(self) -> int:
        return int(self.said[0]["status"])

    def through(self, entry: Entrance) -> Coroutine[Any, Any, None]:
        return entry(self.scope, self.receive, self.send)


def at_the_entrance(house: House, request: Request) -> Request:
    asyncio.run(request.through(Entrance(house)))
    return request


def test_what_arrives_in_pieces_is_handed_on_whole(house: House) -> None:
    assert at_the_entrance(house, Request([b"a=1", b"&b=2"], 7)).status == 200
    assert house.bodies == [b"a=1&b=2"]


def test_what_never_ends_is_given_up(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entrance, "PATIENCE", 0.05)
    request = at_the_entrance(house, Request([b"a=1"], 7, ends=False))
    assert request.status == 408
    assert b"Nothing was saved" in request.said[1]["body"]
    assert not house.bodies


def test_a_large_one_has_longer(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    timeout = asyncio.timeout
    monkeypatch.setattr(
        asyncio, "timeout", lambda delay: waits.append(delay) or timeout(delay)
    )
    at_the_entrance(house, Request([b"x"], 1))
    at_the_entrance(house, Request([b"x"], MOST, IMPORT))
    assert waits == [pytest.approx(15, abs=0.1), pytest.approx(15 + MOST / 32768)]


def test_who_has_gone_is_not_waited_for(house: House) -> None:
    request = Request([], 7)

    async def gone() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    request.receive = gone  # type: ignore[method-assign]
    assert at_the_entrance(house, request).status == 408
    assert not house.bodies


def test_a_body_without_a_length_is_not_waited_for(house: House) -> None:
    assert at_the_entrance(house, Request([b"a=1"], None, ends=False)).status == 200
    assert house.bodies == [b""]


@pytest.mark.parametrize(
    ("path", "length", "kept"),
    [
        (SIGN_IN, SMALL_BODY, True),
        (SIGN_IN, SMALL_BODY + 1, False),
        (IMPORT, SMALL_BODY + 1, True),
        (IMPORT, MOST, True),
        (IMPORT, MOST + 1, False),
        ("/nowhere/", 1, False),
    ],
)
def test_only_what_an_address_takes_is_kept(
    house: House, path: str, length: int, *, kept: bool
) -> None:
    at_the_entrance(house, Request([b"some", b" of it"], length, path))
    assert house.bodies == [b"some of it" if kept else b""]


def test_what_is_far_too_big_is_not_even_taken_in(house: House) -> None:
    at_the_entrance(house, Request([b"x"], entrance.LET_PASS + 1, IMPORT, ends=False))
    assert house.bodies == [b""]


async def _crowd(entry: Entrance, slow: int, late: Request) -> None:
    """Let slow ones wait at the entrance while one more comes."""
    crowd = [Request([b"a"], 7, ends=False) for _ in range(slow)]
    tasks = [asyncio.ensure_future(request.through(entry)) for request in crowd]
    await asyncio.sleep(0.01)
    await late.through(entry)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@pytest.mark.parametrize(
    ("slow", "address", "status"),
    [
        (entrance.WAITING_AT_MOST - 1, "192.0.2.1", 200),
        (entrance.WAITING_AT_MOST, "192.0.2.1", 429),
        (entrance.WAITING_AT_MOST, "192.0.2.2", 200),
    ],
)
def test_only_so_many_of_one_address_wait(
    house: House, slow: int, address: str, status: int
) -> None:
    late, entry = Request([b"a=1"], 3, address=address), Entrance(house)
    asyncio.run(_crowd(entry, slow, late))
    assert late.status == status
    again = Request([b"a=1"], 3, address=address)
    asyncio.run(again.through(entry))
    assert again.status == 200


def test_behind_a_proxy_each_has_an_address_of_its_own(
    house: House, settings: Any
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    passed = [(b"x-forwarded-for", b"198.51.100.7, 203.0.113.9")]
    scope = Request([], 1, headers=passed).scope
    assert entrance._address(scope) == "203.0.113.9"
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    assert entrance._address(scope) == "192.0.2.1"


def test_a_header_that_only_looks_like_the_one_of_a_proxy_is_dropped(
    house: House,
) -> None:
    sent = [(b"remote_user", b"anna"), (b"x_forwarded_for", b"192.0.2.9")]
    at_the_entrance(house, Request([], None, headers=[*sent, (b"x-other", b"stays")]))
    assert house.environ["HTTP_X_OTHER"] == "stays"
    assert not {"HTTP_REMOTE_USER", "HTTP_X_FORWARDED_FOR"} & set(house.environ)


def test_an_address_that_is_no_text_is_refused(house: House) -> None:
    request = Request([], None)
    request.scope["query_string"] = b"\xff"
    assert at_the_entrance(house, request).status == 400
    assert not house.bodies


class Stream(list[bytes]):
    """An answer that is sent piece by piece, as an export is."""

    streaming = True
    closed = False

    def close(self) -> None:
        self.closed = True


def streaming(stream: Stream) -> Any:
    def answers(_: Any, start: Any) -> Stream:
        start("200 OK", [("Content-Type", "application/json")])
        return stream

    return answers


def test_what_streams_is_sent_piece_by_piece_and_closed() -> None:
    stream, request = Stream([b"a", b"b"]), Request([], None)
    asyncio.run(request.through(Entrance(streaming(stream))))
    assert request.status == 200
    assert [message["body"] for message in request.said[1:]] == [b"a", b"b", b""]
    assert [message["more_body"] for message in request.said[1:]] == [True, True, False]
    assert stream.closed


def test_who_takes_nothing_any_more_keeps_no_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(entrance, "PATIENCE", 1.0)
    stream, request = Stream([b"a"]), Request([], None)

    async def stuck(_: Any) -> None:
        await asyncio.sleep(60)

    request.send = stuck  # type: ignore[method-assign]
    with pytest.raises(ConnectionError):
        asyncio.run(request.through(Entrance(streaming(stream))))
    assert stream.closed
