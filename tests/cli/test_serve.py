"""The house opens by one command, and is careful before it changes anything."""

import errno
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from stepstool import cli
from stepstool.cli import serve
from stepstool.method.words import speaker
from tests.cli.conftest import House, Run, python

PLACES = ("/dev/shm", tempfile.gettempdir())  # noqa: S108 - where counts are kept


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(environment: dict[str, str], log: Any = None) -> Iterator[str]:
    port = str(free_port())
    command = [sys.executable, "-m", "stepstool", "serve", "--workers", "1"]
    with subprocess.Popen(
        command, env=environment | {"PORT": port}, stderr=log
    ) as server:
        try:
            yield f"http://localhost:{port}"
        finally:
            server.terminate()


def answer(address: str) -> int:
    """Ask until the server answers, for half a minute at most."""
    for _ in range(150):
        try:
            return int(urlopen(address).status)  # noqa: S310 - our own address
        except URLError:
            time.sleep(0.2)
    raise TimeoutError(address)


@pytest.mark.enable_socket
def test_it_answers_from_an_empty_folder(
    environment: dict[str, str], data: Path
) -> None:
    with serving(environment) as address:
        assert answer(f"{address}/healthz") == 200
    assert (data / "secret-key").stat().st_mode & 0o777 == 0o600


@contextmanager
def begun(environment: dict[str, str], port: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "stepstool", "serve", "--workers", "2"]
    pipe, both = subprocess.PIPE, subprocess.STDOUT
    settings = environment | {"PORT": str(port)}
    with subprocess.Popen(
        command, env=settings, stdout=pipe, stderr=both, text=True
    ) as server:
        try:
            yield server
        finally:
            server.kill()


@pytest.mark.enable_socket
def test_a_stop_is_heard_from_the_first_second_on(environment: dict[str, str]) -> None:
    """While it prepares; and in the very moment of the greeting, when it answers already."""
    port = free_port()
    with begun(environment, port) as first:
        assert first.stdout
        assert first.stdout.readline() == "Preparing the database …\n"
        first.send_signal(signal.SIGINT)
        assert first.stdout.read() == "Ended before it was open.\n"
        assert first.wait(5) == 0
    with begun(environment, port) as second:
        assert second.stdout
        assert second.stdout.readline() == "Preparing the database …\n"
        assert second.stdout.readline().startswith("Stepstool is at")
        with urlopen(f"http://localhost:{port}/healthz") as seen:
            assert seen.status == 200
        second.terminate()
        assert second.wait(serve.ENDS_WITHIN) == 0
        assert "Traceback" not in second.stdout.read()


def test_a_worker_hears_a_stop_from_its_first_moment_on() -> None:
    """It was forked with a handler of the server's, which would only note that one came."""
    deed = """
import os, signal
from stepstool.cli import serve

signal.signal(signal.SIGTERM, lambda *_: None)
serve.hear_signals_in_workers()
child = os.fork()
if not child:
    os.kill(os.getpid(), signal.SIGTERM)
    os._exit(0)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
os.kill(os.getpid(), signal.SIGTERM)
print("goes on")
"""
    done = python(dict(os.environ), "-c", deed)
    assert done.stdout == f"{-signal.SIGTERM}\ngoes on\n"


@pytest.mark.enable_socket
def test_no_other_user_reads_a_file_of_the_house(
    environment: dict[str, str], data: Path
) -> None:
    """Started with a umask that keeps nothing closed, beside a database that was left open."""
    data.mkdir()
    before = os.umask(0)
    (data / "stepstool-before-restore.sqlite3").touch(mode=0o666)
    try:
        with serving(environment) as address:
            assert answer(f"{address}/healthz") == 200
            open_ones = [path for path in data.rglob("*") if path.stat().st_mode & 0o77]
            names = {path.name for path in data.iterdir()}
    finally:
        os.umask(before)
    assert open_ones == []
    assert {"stepstool.sqlite3-wal", "stepstool.sqlite3-shm", "secret-key"} <= names


@pytest.mark.enable_socket
@pytest.mark.usefixtures("backup")
def test_below_a_path_it_answers_with_all_its_files(
    environment: dict[str, str],
) -> None:
    with serving(environment | {"STEPSTOOL_PATH": "/stool"}) as address:
        assert answer(f"{address}/healthz") == 200
        with urlopen(f"{address}/stool/") as page:  # noqa: S310
            text = page.read().decode()
        files = re.findall(r'"(/[^"]*\.(?:css|js|webmanifest))"', text)
        assert {file.split("/")[1] for file in files} == {"stool"}
        for file in files:
            assert answer(f"{address}{file}") == 200


@pytest.mark.enable_socket
@pytest.mark.usefixtures("backup")
def test_the_log_of_house_and_server_is_json_where_it_is_wished(
    environment: dict[str, str], tmp_path: Path
) -> None:
    wished = {"STEPSTOOL_LOG": "json", "STEPSTOOL_LOG_REQUESTS": "1"}
    with (tmp_path / "log").open("w+") as log:
        with serving(environment | wished, log) as address:
            assert answer(f"{address}/account/sign-in/?name=Mia") == 200
        log.seek(0)
        lines = [json.loads(line) for line in log]
    asked = {(line["page"], line["status"]) for line in lines}
    assert asked == {("/healthz", 200), ("/account/sign-in/", 200)}


@pytest.mark.enable_socket
@pytest.mark.usefixtures("backup")
def test_counts_are_read_at_an_address_of_their_own_and_go_with_the_house(
    environment: dict[str, str],
) -> None:
    port = free_port()
    watched = {"STEPSTOOL_METRICS": f"127.0.0.1:{port}"}
    kept = [Path(place).glob(f"stepstool-metrics-*-{port}") for place in PLACES]
    with serving(environment | watched) as address:
        assert answer(f"{address}/healthz") == 200
        assert answer(f"{address}/account/sign-in/") == 200
        with urlopen(f"http://127.0.0.1:{port}/metrics") as page:
            counts = page.read().decode()
        with pytest.raises(HTTPError, match="404"):
            urlopen(f"{address}/metrics")  # noqa: S310
    asked = '{method="GET",page="/account/sign-in/",status="200"}'
    assert f"stepstool_requests_total{asked} 1.0" in counts
    assert re.search(r"^stepstool_memory_bytes [1-9]", counts, re.MULTILINE)
    assert [folder for folders in kept for folder in folders] == []


@pytest.mark.enable_socket
@pytest.mark.usefixtures("backup")
def test_a_port_for_counts_that_is_taken_is_said(
    stepstool: Run, environment: dict[str, str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = f"127.0.0.1:{other.getsockname()[1]}"
        environment |= {"STEPSTOOL_METRICS": taken, "PORT": str(free_port())}
        said = stepstool("serve")
    assert said.returncode == 1
    assert f"STEPSTOOL_METRICS is {taken}, where one cannot listen" in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.enable_socket
@pytest.mark.usefixtures("backup")
def test_many_who_send_slowly_keep_nobody_out(environment: dict[str, str]) -> None:
    """Sixty-four forms that never end, before anybody signs in, and one who looks in."""
    begun = (
        b"POST /account/sign-in/ HTTP/1.1\r\nHost: localhost\r\n"
        b"Content-Length: 500000\r\n\r\nlogin="
    )
    with serving(environment) as address, ExitStack() as slow:
        assert answer(f"{address}/healthz") == 200
        port = int(address.rpartition(":")[2])
        for _ in range(64):
            sender = slow.enter_context(socket.create_connection(("127.0.0.1", port)))
            sender.sendall(begun)
        with urlopen(f"{address}/healthz", timeout=2) as seen:  # noqa: S310
            assert seen.status == 200


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EACCES, "belong to root"), (errno.EADDRNOTAVAIL, "no such address")],
)
def test_a_port_that_the_system_does_not_let_us_have(
    number: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(socket, "create_server", refused)
    with pytest.raises(serve.StartError, match=words):
        serve.refuse_place("127.0.0.1", 80)


@pytest.mark.enable_socket
def test_a_port_that_is_taken_is_not_shared(stepstool: Run, data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        said = stepstool("serve", "--port", str(other.getsockname()[1]))
    assert said.returncode == 1
    assert "Choose another" in said.stderr
    assert not (data / "stepstool.sqlite3").exists()


@pytest.mark.enable_socket
def test_sentences_that_are_not_compiled_are_told_before_anything_is_done(
    settings: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "de/LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "de/LC_MESSAGES/method.po").touch()
    settings.LANGUAGES = [("de", "Deutsch")]
    monkeypatch.setenv("HOST", "")
    monkeypatch.setenv("STEPSTOOL_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(speaker, "SPOKEN", speaker.Languages(tmp_path))
    assert cli.main(["serve", "--port", str(free_port())]) == 1
    assert "Please run: ./run setup" in capsys.readouterr().err


def test_an_empty_house_needs_no_backup(house: House, data: Path) -> None:
    house("")
    assert not (data / "backups").exists()


@pytest.mark.usefixtures("backup")
def test_nothing_pending_is_not_backed_up(house: House, data: Path) -> None:
    house("")
    assert not (data / "backups").exists()


@pytest.mark.usefixtures("backup")
def test_a_pending_migration_is_preceded_by_a_backup(house: House, data: Path) -> None:
    house(
        "from django.core.management import call_command as c; c('migrate', 'sessions', 'zero')"
    )
    house("")
    assert len(list((data / "backups").glob("*-before-migration.sqlite3"))) == 1


@pytest.mark.usefixtures("backup")
def test_workers_share_what_was_loaded_and_no_connection(house: House) -> None:
    deed = """
import argparse, sys
from django.db import connection
from granian.server import Server
from stepstool.cli import serve

def look(server, target_loader, wrap_loader):
    pages = sys.modules["stepstool.web.config.urls"]
    asgi = sys.modules["stepstool.web.config.asgi"]
    print(bool(pages), target_loader() is asgi.application, connection.connection)

Server.serve = look
serve.answer(argparse.Namespace(host="127.0.0.1", port=1, workers=2))
"""
    assert house(deed).endswith("True True None\n")
