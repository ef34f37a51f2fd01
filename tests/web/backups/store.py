"""A store that speaks as much S3 as backups ask for: on this machine, in memory."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

from stepstool.web.backups.storages import Destination

KEY, BUCKET = "AKEYOFTESTS", "diaries"


@dataclass
class Store:
    """What lies in the bucket, by its whole name, and how often it was spoken to."""

    address: str = ""
    things: dict[str, bytes] = field(default_factory=dict)
    pieces: dict[str, dict[int, bytes]] = field(default_factory=dict)
    largest: int = 0

    def place(self, **other: str) -> Destination:
        known = {
            "bucket": BUCKET,
            "prefix": "house",
            "endpoint": self.address,
            "region": "home",
            "key": KEY,
            "secret": "secret of tests",
        }
        return Destination(**(known | other))  # type: ignore[arg-type]


class _Answers(BaseHTTPRequestHandler):
    store: ClassVar[Store]
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        if not self._is_let_in():
            return
        name, asked = self._asked()
        if "list-type" in asked:
            self._list(asked.get("prefix", [""])[0])
        elif name in self.store.things:
            thing = self.store.things[name]
            self._say(
                200,
                thing,
                {"ETag": '"1"', "Last-Modified": "Wed, 04 Mar 2026 12:00:00 GMT"},
            )
        else:
            self._say(404, b"<Error><Code>NoSuchKey</Code></Error>")

    def do_PUT(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if not self._is_let_in():
            return
        self.store.largest = max(self.store.largest, len(body))
        name, asked = self._asked()
        if "partNumber" in asked:
            number = int(asked["partNumber"][0])
            self.store.pieces.setdefault(name, {})[number] = body
        else:
            self.store.things[name] = body
        self._say(200, b"", {"ETag": '"1"'})

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        name, asked = self._asked()
        if "uploads" in asked:
            self._xml("InitiateMultipartUploadResult", "<UploadId>1</UploadId>")
        else:
            pieces = self.store.pieces.pop(name)
            self.store.things[name] = b"".join(pieces[one] for one in sorted(pieces))
            self._xml("CompleteMultipartUploadResult", '<ETag>"1"</ETag>')

    def do_DELETE(self) -> None:
        self.store.things.pop(self._asked()[0], None)
        self._say(204, b"")

    def _asked(self) -> tuple[str, dict[str, list[str]]]:
        parts = urlsplit(self.path)
        name = unquote(parts.path).removeprefix(f"/{BUCKET}").strip("/")
        return name, parse_qs(parts.query, keep_blank_values=True)

    def _is_let_in(self) -> bool:
        signed = self.headers.get("Authorization", "")
        if re.match(rf"AWS4-HMAC-SHA256 Credential={KEY}/", signed):
            if unquote(self.path).startswith(f"/{BUCKET}"):
                return True
            self._say(404, b"<Error><Code>NoSuchBucket</Code></Error>")
        else:
            self._say(403, b"<Error><Code>InvalidAccessKeyId</Code></Error>")
        return False

    def _list(self, prefix: str) -> None:
        listed = "".join(
            f"<Contents><Key>{escape(name)}</Key><Size>{len(thing)}</Size>"
            '<ETag>"1"</ETag><LastModified>2026-03-04T12:00:00.000Z</LastModified></Contents>'
            for name, thing in sorted(self.store.things.items())
            if name.startswith(prefix)
        )
        self._xml("ListBucketResult", f"<IsTruncated>false</IsTruncated>{listed}")

    def _xml(self, tag: str, inside: str) -> None:
        self._say(200, f"<{tag}>{inside}</{tag}>".encode())

    def _say(
        self, status: int, body: bytes, headers: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def a_store() -> Iterator[Store]:
    """Let a store answer on this machine for this block."""
    store = Store()
    answers = type("Answers", (_Answers,), {"store": store})
    with ThreadingHTTPServer(("127.0.0.1", 0), answers) as server:
        store.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield store
        server.shutdown()
        thread.join()
