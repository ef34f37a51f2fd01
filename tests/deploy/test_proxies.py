"""The examples of proxies, run as they stand in deploy/ but for ports and a certificate of their own.

A real house behind a real nginx or Caddy: https, signing in, forms, files, slow senders, a path.
"""

import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.cli.conftest import OPENED, python, surroundings
from tests.cli.test_serve import free_port
from tests.deploy.certificate import make_certificate
from tests.repository import tree

pytestmark = [pytest.mark.whole, pytest.mark.enable_socket]
GATHERED = (
    OPENED
    + """
from tests.web.cast import gather
cast = gather()
print(cast.family.pk, cast.mia.id)
"""
)
NAME = "localhost"
STRANGER = "203.0.113.9"  # of RFC 5737, and nobody's


@dataclass(frozen=True)
class Shown:
    """A house as its proxy shows it, and what it wrote."""

    address: str
    certificate: Path
    child: str
    log: Path

    def ask(self, method: str, path: str, **more: Any) -> requests.Response:
        return self.browser().request(method, f"{self.address}{path}", **more)

    def browser(self) -> requests.Session:
        browser = requests.Session()
        browser.trust_env = False  # no other proxy, and no other list of certificates
        browser.verify = str(self.certificate)
        browser.headers["Referer"] = f"{self.address}/"
        return browser

    def signed_in(self, password: str = "three kind words") -> requests.Session:  # noqa: S107 - of nobody
        browser, door = self.browser(), f"{self.address}/account/sign-in/"
        sent = {"login": "Anna", "password": password, **token_in(browser.get(door))}
        browser.post(door, sent)
        return browser


def token_in(page: requests.Response) -> dict[str, str]:
    return {"csrfmiddlewaretoken": hidden_in(page)["csrfmiddlewaretoken"]}


def hidden_in(page: requests.Response) -> dict[str, str]:
    inputs = re.findall(r'<input type="hidden"[^>]*>', page.text)
    return {
        re.findall(r'name="([^"]*)"', one)[0]: re.findall(r'value="([^"]*)"|$', one)[0]
        for one in inputs
    }


def nginx(example: str, ports: tuple[int, int], folder: Path) -> list[str]:
    """Give the command that runs an example of nginx."""
    shown, house = ports
    site = re.sub(r"listen 443", f"listen {shown}", tree.read(f"deploy/{example}"))
    site = site.replace("listen 80;", f"listen {free_port()};")
    site = re.sub(r"server_name \S+;", f"server_name {NAME};", site)
    site = re.sub(r"/etc/letsencrypt/live/\S+/(\w+\.pem)", rf"{folder}/nginx/\1", site)
    site = site.replace("127.0.0.1:8765", f"127.0.0.1:{house}")
    places = "".join(
        f"{what}_temp_path {folder}/{what};\n"
        for what in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    rest = f"daemon off; user root; pid {folder}/pid; error_log stderr;\nevents {{}}\n"
    (folder / "nginx.conf").write_text(
        f"{rest}http {{\naccess_log off;\n{places}{site}}}\n"
    )
    make_certificate(folder / "nginx", NAME)
    return ["nginx", "-e", "stderr", "-p", str(folder), "-c", f"{folder}/nginx.conf"]


def caddy(example: str, ports: tuple[int, int], folder: Path) -> list[str]:
    """Give the command that runs an example of Caddy; it makes a certificate by itself."""
    head = f"{{\nadmin off\nskip_install_trust\nhttp_port {free_port()}\n}}\n"
    (folder / "Caddyfile").write_text(head + tree.read(f"deploy/{example}"))
    return [
        "env",
        f"XDG_DATA_HOME={folder}",
        f"STEPSTOOL_NAME={NAME}:{ports[0]}",
        f"STEPSTOOL_AT=127.0.0.1:{ports[1]}",
        *("caddy", "run", "--config", f"{folder}/Caddyfile", "--adapter", "caddyfile"),
    ]


PROXIES = {
    "nginx": (nginx, "nginx.conf", "", "nginx/fullchain.pem"),
    "nginx below a path": (
        nginx,
        "nginx.below-a-path.conf",
        "/stepstool",
        "nginx/fullchain.pem",
    ),
    "caddy": (caddy, "Caddyfile", "", "caddy/pki/authorities/local/root.crt"),
    "caddy below a path": (
        caddy,
        "Caddyfile.below-a-path",
        "/stepstool",
        "caddy/pki/authorities/local/root.crt",
    ),
}


@contextmanager
def running(
    command: list[str], log: Path, environment: dict[str, str] | None = None
) -> Iterator[None]:
    with (
        log.open("w") as to,
        subprocess.Popen(command, stdout=to, stderr=to, env=environment) as one,
    ):
        try:
            yield
        finally:
            one.terminate()


def wait_for(port: int, log: Path) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(log.read_text())


@pytest.fixture(scope="module", params=PROXIES)
def shown(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shown]:
    """Open a house behind one of the proxies."""
    begin, example, path, certificate = PROXIES[request.param]
    if not shutil.which(begin.__name__):
        pytest.skip(f"needs {begin.__name__}")
    folder = tmp_path_factory.mktemp("proxy")
    house = surroundings(folder / "data") | {
        "STEPSTOOL_HTTPS": "1",
        "STEPSTOOL_PROXIES": "1",
        "STEPSTOOL_PATH": path,
        "PYTHONPATH": str(tree.ROOT),
    }
    made = python(house, "-c", GATHERED)
    made.check_returncode()
    family, child = made.stdout.split()[-2:]
    ports = (free_port(), free_port())
    serve = [sys.executable, "-m", "stepstool", "serve", "--workers", "1"]
    with ExitStack() as open_:
        log = folder / "house.log"
        command = [*serve, "--port", str(ports[1])]
        open_.enter_context(running(command, log, house))
        command = begin(example, ports, folder)
        open_.enter_context(running(command, folder / "proxy.log"))
        wait_for(ports[1], log)
        wait_for(ports[0], folder / "proxy.log")
        one = Shown(
            f"https://{NAME}:{ports[0]}{path}",
            folder / certificate,
            f"/family/{family}/child/{child}",
            log,
        )
        yield one


def test_a_form_is_taken_from_the_name_with_its_port(shown: Shown) -> None:
    anna = shown.signed_in()
    page = anna.get(f"{shown.address}{shown.child}/poop/")
    assert page.status_code == 200
    saved = anna.post(page.url, {**hidden_in(page), "when": "now", "place": "diaper"})
    assert saved.status_code == 200
    assert saved.url.startswith(f"{shown.address}{shown.child}/saved/")


def test_cookies_are_for_https_and_for_the_house_alone(shown: Shown) -> None:
    path = f"/{shown.address.partition('localhost')[2].partition('/')[2]}"
    cookies = list(shown.signed_in().cookies)
    assert cookies
    assert {cookie.path.rstrip("/") for cookie in cookies} == {path.rstrip("/")}
    assert all(cookie.secure for cookie in cookies)


def test_a_diary_streams_out_whole(shown: Shown) -> None:
    anna = shown.signed_in()
    page = anna.get(f"{shown.address}{shown.child}/export/", stream=True)
    assert page.status_code == 200
    assert b"".join(page.iter_content(1024)).rstrip().endswith(b"}")


def test_a_file_of_nearly_twenty_megabytes_arrives_and_a_larger_one_is_refused(
    shown: Shown,
) -> None:
    anna, address = shown.signed_in(), f"{shown.address}{shown.child}/import/"
    token = token_in(anna.get(address))
    large = {"file": ("a.csv", b"no,table\n" * 2_200_000)}
    assert anna.post(address, token, files=large).status_code in {200, 422}
    huge = {"file": ("a.csv", b"a" * 30_000_000)}
    try:
        refused = anna.post(address, token, files=huge).status_code
    except requests.ConnectionError:
        refused = 413  # a proxy may cut the line of who sends on after its answer
    assert refused in {413, 422}  # by the proxy, or in words by the house


def test_the_address_of_who_asks_is_the_true_one(shown: Shown) -> None:
    lies = {"X-Forwarded-For": STRANGER}
    browser, door = shown.browser(), f"{shown.address}/account/sign-in/"
    sent = {"login": "Anna", "password": "none", **token_in(browser.get(door))}
    browser.post(door, sent, headers=lies)
    written = shown.log.read_text()
    assert re.search(r"failed sign-in from (127\.0\.0\.1|::1)$", written, re.MULTILINE)
    assert STRANGER not in written


def test_who_sends_slowly_keeps_nobody_out(shown: Shown) -> None:
    port = int(re.findall(r":(\d+)", shown.address)[0])
    path = shown.address.partition(str(port))[2]
    context = ssl.create_default_context(cafile=str(shown.certificate))
    begun = (
        f"POST {path}/account/sign-in/ HTTP/1.1\r\nHost: {NAME}:{port}\r\n"
        "Content-Length: 500000\r\n\r\nlogin="
    )
    with ExitStack() as slow:
        for _ in range(24):
            line = slow.enter_context(socket.create_connection((NAME, port)))
            sender = context.wrap_socket(line, server_hostname=NAME)
            slow.enter_context(sender).sendall(begun.encode())
        assert shown.ask("get", "/healthz", timeout=3).status_code == 200


def test_pages_and_files_are_below_the_path_and_nothing_else_is_ours(
    shown: Shown,
) -> None:
    page = shown.ask("get", "/account/sign-in/")
    origin, path = re.split(r"(?<=\d)(?=/|$)", shown.address)[:2]
    files = re.findall(r'(?:href|src)="(/[^"]+)"', page.text)
    assert files
    assert all(file.startswith(f"{path}/") for file in files)
    assert {shown.browser().get(f"{origin}{file}").status_code for file in files} == {
        200
    }
    assert shown.browser().get(f"{origin}{path}", timeout=5).url.endswith("/")
