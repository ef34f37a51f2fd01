"""A house of its own for measuring: served as families get it, its CPU time read."""

import gzip
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 60.0


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came back: the status, the page, and the cookies it set, if any."""

    status: int
    body: bytes
    compressed: bool
    cookie: str

    @property
    def text(self) -> str:
        """The page as text."""
        body = gzip.decompress(self.body) if self.compressed else self.body
        return body.decode()


@dataclass(frozen=True, kw_only=True)
class House:
    """A served Stepstool: where it listens, and the process group it runs in."""

    port: int
    group: int

    def get(self, path: str, cookie: str) -> Answer:
        """Load a page as a browser would, compressed; the answer is read to its end."""
        return self._ask("GET", path, {"Cookie": cookie})

    def post(self, path: str, cookie: str, body: str) -> Answer:
        """Send a form."""
        form = "application/x-www-form-urlencoded"
        headers = {"Cookie": cookie, "Content-Type": form, "Referer": self.address}
        return self._ask("POST", path, headers, body)

    @property
    def address(self) -> str:
        """The address of the house."""
        return f"http://localhost:{self.port}/"

    def cpu_seconds(self) -> float:
        """CPU time that all processes of the house have used so far."""
        return sum(map(_cpu_ticks, _processes(self.group))) / TICKS

    def _ask(
        self, method: str, path: str, headers: dict[str, str], body: str | None = None
    ) -> Answer:
        connection = HTTPConnection("localhost", self.port, timeout=PATIENCE)
        connection.request(method, path, body, {"Accept-Encoding": "gzip"} | headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return Answer(
            status=answer.status,
            body=body,
            compressed=answer.getheader("Content-Encoding") == "gzip",
            cookie="; ".join(
                cookie.partition(";")[0]
                for cookie in answer.headers.get_all("Set-Cookie", [])
            ),
        )


@contextmanager
def served(data: Path) -> Iterator[House]:
    """Serve a data folder until the block ends."""
    port = _free_port()
    environment = os.environ | {"STEPSTOOL_DATA": str(data), "PORT": str(port)}
    command = [sys.executable, "-m", "stepstool", "serve"]
    process = subprocess.Popen(  # noqa: S603  our own command
        command, env=environment, start_new_session=True, stdout=subprocess.DEVNULL
    )
    house = House(port=port, group=process.pid)
    try:
        _wait_until_it_answers(house, process)
        yield house
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=PATIENCE)


def set_up_django() -> None:
    """Open the data folder of the house from here too, to write and to count."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "stepstool.web.config.settings"
    django.setup()


def memory() -> float:
    """Give the megabytes that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("localhost", 0))
        return int(found.getsockname()[1])


def _wait_until_it_answers(house: House, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError("The house ended before it answered.")
        try:
            if house.get("/healthz", "").status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("The house did not answer within a minute.")


def _processes(group: int) -> Iterator[list[str]]:
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group:
            yield fields


def _cpu_ticks(fields: list[str]) -> int:
    own = int(fields[11]) + int(fields[12])
    ended_children = int(fields[13]) + int(fields[14])
    return own + ended_children
