"""A made-up OpenID Connect provider on this machine, for tests."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import jwt

CLIENT, SECRET, CODE = "stepstool-here", "secret of the client", "code-of-a-moment"
KEY = "a key of the provider that nobody checks over its own line"


class Provider:
    """What it says of whom, and what it was asked. broken: it answers nonsense."""

    def __init__(self) -> None:
        self.person: dict[str, Any] = {"sub": "id-7", "preferred_username": "Anna"}
        self.audience, self.broken, self.address = CLIENT, False, ""
        self.token_requests: list[dict[str, str]] = []

    def answer(self, path: str, asked: dict[str, str]) -> tuple[int, Any]:
        """Answer one request."""
        if self.broken:
            return 500, {}
        if path.endswith("openid-configuration"):
            return 200, self._places()
        if path == "/userinfo":
            return 200, self.person | {"email": "anna@example.org", "picture": "a face"}
        self.token_requests.append(asked)
        if asked.get("code") != CODE:
            return 400, {"error": "invalid_grant"}
        return 200, {
            "access_token": "token",
            "token_type": "Bearer",
            **self._id_token(),
        }

    def _places(self) -> dict[str, Any]:
        names = ("authorization", "token", "userinfo")
        places = {f"{name}_endpoint": f"{self.address}/{name}" for name in names}
        return {**places, "issuer": self.address, "jwks_uri": f"{self.address}/keys"}

    def _id_token(self) -> dict[str, str]:
        now = int(time.time())
        claims = {
            "iss": self.address,
            "aud": self.audience,
            "iat": now,
            "exp": now + 60,
        }
        claims["sub"] = self.person["sub"]
        return {"id_token": jwt.encode(claims, KEY, algorithm="HS256")}


@contextmanager
def running() -> Iterator[Provider]:
    """Let it answer on a free port, until the block ends."""
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._say(*provider.answer(self.path, {}))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            asked = {key: values[0] for key, values in parse_qs(body).items()}
            self._say(*provider.answer(self.path, asked))

        def _say(self, status: int, what: Any) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(what).encode())

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.address = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
