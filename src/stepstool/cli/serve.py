"""`stepstool serve`: backs up, migrates, then answers."""

import argparse
import errno
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException
from threading import Thread
from typing import Any, Final

from stepstool.cli import Subparsers, nightly
from stepstool.cli.complaint import ComplaintError
from stepstool.method import NotCompiledError

HERE = "127.0.0.1"
PORT = 8765
PORTS: Final = range(1, 65536)
HEADERS_WITHIN = 10_000  # milliseconds
MOST_WORKERS = 8  # each holds a whole Django, about 80 MB; beyond this the host decides
# Who is asked to end gets so long for the answers that are under way. Docker kills after ten.
ENDS_WITHIN: Final = 8  # seconds
STOPS: Final = (signal.SIGTERM, signal.SIGINT)
A_MOMENT: Final = 0.05  # seconds between two looks whether it answers
CHOOSE_HOST: Final = (
    "Choose HOST=127.0.0.1 for this machine alone, or HOST=0.0.0.0 for your network."
)
NO_ADDRESS: Final = f"HOST is no address of a machine. {CHOOSE_HOST}"
WHY_NOT: Final = {
    errno.EADDRINUSE: "Another program answers there, perhaps Stepstool itself. Choose"
    " another port with PORT=…, or end that one.",
    errno.EACCES: "Ports below 1024 belong to root. Choose another, such as PORT=8765,"
    " and let a proxy answer on 80 and 443.",
    errno.EADDRNOTAVAIL: f"This machine has no such address. {CHOOSE_HOST}",
}


class StartError(ComplaintError):
    """Nobody can be answered; the sentence says what to do."""

    code = 1


def add_parser(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    words = "prepare the database and serve Stepstool"
    parser = subparsers.add_parser("serve", help=words, description=words)
    parser.add_argument(
        "--host",
        default=os.environ.get("HOST") or HERE,
        help="the address to listen on, 0.0.0.0 to let phones of the home network in; without it HOST, else only this machine",
    )
    parser.add_argument(
        "--port",
        default=os.environ.get("PORT") or PORT,
        help=f"without it PORT, else {PORT}",
    )
    parser.add_argument(
        "--workers",
        default=min(os.cpu_count() or 1, MOST_WORKERS),
        help="processes that answer; without it one for each core",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prepare the house, then serve it."""
    for stop in STOPS:
        signal.signal(stop, end_at_once)
    args.port = _number("PORT", args.port, PORTS)
    args.workers = _number("--workers", args.workers, range(1, 1001))
    refuse_place(args.host, args.port)
    os.environ["HOST"] = args.host  # the settings answer to the names it opens
    open_house()
    refuse_place(args.host, args.port)  # somebody may have come in the meantime
    from stepstool.cli.house import watching

    with watching.opened(), nightly.watched():
        answer(args)
    return 0


def end_at_once(*_: object) -> None:
    """End before anybody is answered: what was begun is taken back, or goes on next time."""
    print("Ended before it was open.", file=sys.stderr, flush=True)
    raise SystemExit(0)


def _number(name: str, value: object, allowed: range) -> int:
    text = str(value).strip()
    if not (text.isascii() and text.isdigit() and int(text) in allowed):
        raise StartError(
            f"{name} is {text!r}. Set it to a whole number from {allowed[0]} to"
            f" {allowed[-1]}."
        )
    return int(text)


def refuse_place(host: str, port: int) -> None:
    """Raise StartError where one cannot listen; granian itself would share a port in silence."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    begun = f"Stepstool cannot listen on {host}, port {port}."
    try:
        socket.create_server((host, port), family=family).close()
    except (OSError, UnicodeError) as problem:
        number = getattr(problem, "errno", 0) or 0
        # Without a number of the system's it is the name that leads nowhere.
        why = f"{os.strerror(number)}. Choose another." if number > 0 else NO_ADDRESS
        raise StartError(f"{begun} {WHY_NOT.get(number, why)}") from problem


def open_house() -> None:
    """Bring everything to this version, and load the house."""
    from stepstool.cli import ground

    ground.begin()
    from django.db import connection

    from stepstool.cli.house import checkup_inside, preparing, watching

    try:
        preparing.speak()
    except NotCompiledError as fault:
        raise StartError(f"Not started. {fault}") from fault
    preparing.prepare()
    watching.prepare()
    clock = checkup_inside.clock_now()
    connection.close()  # workers that are forked open their own
    if not clock.is_fine:
        print(clock.words, file=sys.stderr, flush=True)
    application()


def answer(args: argparse.Namespace) -> None:
    """Answer until a signal ends it.

    The application is loaded once, here, so that workers that are forked share it.
    """
    from django.conf import settings
    from granian.constants import Interfaces
    from granian.http import HTTP1Settings
    from granian.log import LogLevels
    from granian.server import Server

    application()
    form = {"()": settings.LOG_FORMATTER}
    server = Server(
        "stepstool",
        address=args.host,
        port=args.port,
        interface=Interfaces.ASGINL,
        workers=args.workers,
        workers_kill_timeout=ENDS_WITHIN,
        http1_settings=HTTP1Settings(header_read_timeout=HEADERS_WITHIN),
        websockets=False,
        log_level=LogLevels.warning,
        log_dictconfig={"formatters": {"generic": form, "access": form}},
    )
    hear_signals_in_workers()

    def all_work() -> bool:
        return bool(len(server.wrks) == args.workers)

    greeter = Thread(target=greet, args=(args.host, args.port, all_work), daemon=True)
    server.on_startup(greeter.start)
    server.serve(target_loader=application, wrap_loader=False)


def hear_signals_in_workers() -> None:
    """Let a worker end by a signal from its first moment on.

    It is forked with granian's handler of the server, which only notes that a signal came: one
    that comes before the worker has a handler of its own would be lost, and the server would
    wait for it for ever.
    """

    def deaf() -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)

    def hearing() -> None:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)

    def ends_by_itself() -> None:
        for stop in STOPS:
            signal.signal(stop, signal.SIG_DFL)
        hearing()

    os.register_at_fork(
        before=deaf, after_in_parent=hearing, after_in_child=ends_by_itself
    )


def greet(host: str, port: int, all_work: Callable[[], bool]) -> None:
    """Say where the house is, as soon as it answers there.

    Nothing is done before all workers are forked, so that none of them inherits a lock.
    """
    from stepstool.cli.house import addresses

    while not (all_work() and _answers(host, port)):
        time.sleep(A_MOMENT)
    for line in addresses.greeting(host, port):
        print(line, flush=True)
    addresses.show_code(addresses.on_a_phone(host, port), sys.stdout)


def _answers(host: str, port: int) -> bool:
    """Ask once, as somebody on this machine."""
    itself = {"0.0.0.0": HERE, "::": "::1", "": HERE}.get(host, host)  # noqa: S104
    asking = HTTPConnection(itself, port, timeout=5)
    try:
        asking.request("GET", "/healthz", headers={"Host": "localhost"})
        asking.getresponse()
    except (OSError, HTTPException):
        return False
    finally:
        asking.close()
    return True


def application() -> Any:
    """Give what answers a request; a worker that was spawned loads it here."""
    from stepstool.web.config import asgi

    return asgi.application
