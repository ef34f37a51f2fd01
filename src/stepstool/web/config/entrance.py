"""The entrance of the house: nothing slow gets a thread of it.

A request that goes straight to a thread keeps it for as long as its sender likes, and four slow
ones keep everybody out, before anybody signs in. Here what is sent arrives whole first, where
waiting costs no thread: within a deadline, and only so many at once from one address.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext, suppress
from http import HTTPStatus
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from asgiref.wsgi import WsgiToAsgiInstance
from django.conf import settings
from django.urls import Resolver404, ResolverMatch, resolve

from stepstool.web.shell.digits import MANY, number_of
from stepstool.web.shell.middleware import most_of

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

Scope = MutableMapping[str, Any]
Headers = Iterable[tuple[bytes, bytes]]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Waits = Callable[[str], AbstractContextManager[object]]
Send = Callable[[Message], Awaitable[None]]

# Two were fastest when measured: one reads while the other waits for SQLite.
THREADS: Final = ThreadPoolExecutor(2, "answers")
# What is sent may take so long, and longer by its size on the slow line of a phone.
PATIENCE: Final = 15.0  # seconds
SLOWEST: Final = 32 * 1024  # bytes a second
# Unfinished ones of one address at once; a household behind one address has fewer.
WAITING_AT_MOST: Final = 16
# What is too big is still taken in to here, and thrown away: a browser that is cut off shows
# its own error instead of our sentence.
LET_PASS: Final = 300_000_000
WORDS: Final = {
    HTTPStatus.BAD_REQUEST: "This can’t be read.",
    HTTPStatus.REQUEST_TIMEOUT: "This took too long to arrive. Nothing was saved: try again?",
    HTTPStatus.TOO_MANY_REQUESTS: "Too much at once from here. Please wait a little.",
}


class SentTooSlowlyError(Exception):
    """What was sent did not arrive in time, or its sender has gone."""


class Entrance:
    """Lets in what has arrived.

    answers: the house, as WSGI has it. waits: notes what waits for what, for a host that counts.
    """

    def __init__(self, answers: "WSGIApplication", waits: Waits = nullcontext) -> None:
        self._answers, self._waits = answers, waits
        self._waiting: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        scope = _below(scope)
        try:
            with self._waits("entrance"):
                status, body = await self._arrive(scope, receive)
        except SentTooSlowlyError:
            status, body = HTTPStatus.REQUEST_TIMEOUT, b""
        if status is not HTTPStatus.OK:
            await _refuse(send, status)
            return

        answer = _Answer(asyncio.get_running_loop(), send)
        with self._waits("answer"):
            await answer.run(self._answers, scope, body)

    async def _arrive(self, scope: Scope, receive: Receive) -> tuple[HTTPStatus, bytes]:
        """Give all that is sent; nothing of what says no length, or is too big."""
        length = _length(scope)
        if not length:
            return HTTPStatus.OK, b""
        address = _address(scope)
        if self._waiting[address] >= WAITING_AT_MOST:
            return HTTPStatus.TOO_MANY_REQUESTS, b""
        self._waiting[address] += 1
        try:
            async with asyncio.timeout(PATIENCE + length / SLOWEST):
                return HTTPStatus.OK, await _body(scope, receive, length)
        except TimeoutError as late:
            raise SentTooSlowlyError from late
        finally:
            self._waiting[address] -= 1
            if not self._waiting[address]:
                del self._waiting[address]


class _Answer:
    """One request, answered in one of the threads.

    asgiref's own adapter has its thread wait for the loop at each piece, and for ever once
    the loop has stopped: the house would not end. A page is handed over whole, so that its
    thread waits for nothing; what streams waits only while the loop runs.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, send: Send) -> None:
        self._loop, self._send = loop, send
        self._start: Message = {}

    async def run(self, answers: "WSGIApplication", scope: Scope, body: bytes) -> None:
        """Let the house answer."""
        reading = WsgiToAsgiInstance(answers)  # type: ignore[no-untyped-call]
        reading.scope = {**scope, "headers": _plainly_named(scope["headers"])}
        try:
            environ = reading.build_environ(scope, BytesIO(body))  # type: ignore[no-untyped-call]
        except ValueError:  # an address that is no text, a header a hundred times
            await _refuse(self._send, HTTPStatus.BAD_REQUEST)
            return
        page = await self._loop.run_in_executor(THREADS, self._ask, answers, environ)
        if page is not None:
            await self._send(self._start)
            await self._send(_piece(page, more=False))

    def _ask(self, answers: "WSGIApplication", environ: dict[str, Any]) -> bytes | None:
        """Give the page; what streams is sent from here, since its queries keep a thread."""
        response = answers(environ, self._begin)
        try:
            if not getattr(response, "streaming", False):
                return b"".join(response)
            self._hand(self._start)
            for piece in response:
                self._hand(_piece(piece, more=True))
            self._hand(_piece(b"", more=False))
            return None
        finally:
            close = getattr(response, "close", None)
            if close:
                close()

    def _begin(
        self, status: str, headers: list[tuple[str, str]], *_: object
    ) -> Callable[[bytes], object]:
        self._start = {
            "type": "http.response.start",
            "status": int(status.partition(" ")[0]),
            "headers": [(k.lower().encode(), v.encode("latin1")) for k, v in headers],
        }
        return _write_nothing

    def _hand(self, message: Message) -> None:
        """Send from a thread, and wait until it is on its way."""
        sent = asyncio.run_coroutine_threadsafe(self._pass_on(message), self._loop)
        for _ in range(round(PATIENCE)):
            with suppress(TimeoutError):
                return sent.result(timeout=1)
            if not self._loop.is_running():
                break
        sent.cancel()
        raise ConnectionError("Who asked for this takes nothing any more.")

    async def _pass_on(self, message: Message) -> None:
        await self._send(message)


def _write_nothing(piece: bytes) -> object:
    raise NotImplementedError(f"No page writes past its answer, yet one did: {piece!r}")


def _piece(body: bytes, *, more: bool) -> Message:
    return {"type": "http.response.body", "body": body, "more_body": more}


def _below(scope: Scope) -> Scope:
    """Take off the path that the house stands below (STEPSTOOL_PATH), unless a proxy did."""
    prefix, path = settings.FORCE_SCRIPT_NAME, scope["path"]
    if not prefix or not path.startswith(f"{prefix}/") or _page(path):
        return scope
    return {**scope, "path": path.removeprefix(prefix)}


async def _body(scope: Scope, receive: Receive, length: int) -> bytes:
    if length > LET_PASS:
        return b""
    kept, pieces = length <= _most(scope["path"]), []
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise SentTooSlowlyError
        if kept:
            pieces.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(pieces)


def _most(path: str) -> int:
    """How much may be sent to an address."""
    page = _page(path)
    return most_of(page.func) if page else 0


def _page(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None


def _length(scope: Scope) -> int:
    return number_of(_header(scope, b"content-length").decode("latin1"), MANY) or 0


def _address(scope: Scope) -> str:
    """Give whose request it is, as allauth's limits count it (STEPSTOOL_PROXIES)."""
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    passed = _header(scope, b"x-forwarded-for").split(b",")
    if proxies and len(passed) >= proxies:
        return passed[-proxies].strip().decode("latin1")
    client = scope.get("client")
    return str(client[0]) if client else ""


def _plainly_named(headers: Headers) -> Headers:
    """Drop headers such as `Remote_User`: WSGI takes them for `Remote-User` of a proxy."""
    return [(name, value) for name, value in headers if b"_" not in name]


def _header(scope: Scope, name: bytes) -> bytes:
    return b",".join(value for key, value in scope["headers"] if key == name)


async def _refuse(send: Send, status: HTTPStatus) -> None:
    """Say it without asking a thread of the house."""
    words = WORDS[status].encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(words)).encode()),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send(_piece(words, more=False))
