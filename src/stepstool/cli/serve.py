"""`stepstool serve`: backs up, migrates, then answers."""

import argparse
import os
import sys
from typing import Any

from stepstool.cli import Subparsers
from stepstool.method import NotCompiledError

HERE = "127.0.0.1"
PORT = 8765
HEADERS_WITHIN = 10_000  # milliseconds
MOST_WORKERS = 8  # each holds a whole Django, about 80 MB; beyond this the host decides


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
        type=int,
        default=os.environ.get("PORT") or PORT,
        help=f"without it PORT, else {PORT}",
    )
    parser.add_argument(
        "--workers",
        type=int,
        default=min(os.cpu_count() or 1, MOST_WORKERS),
        help="processes that answer; without it one for each core",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prepare the house, then serve it."""
    os.environ["HOST"] = args.host  # the settings answer to the names it opens
    from stepstool.cli.house import addresses, copies, owner, preparing

    if problem := addresses.why_not(args.host, args.port):
        print(problem, "Choose another with PORT=… or HOST=….", file=sys.stderr)
        return 1
    try:
        preparing.speak()
        preparing.prepare()
        application()
    except (NotCompiledError, owner.RoleError) as fault:
        print(f"Not started. {fault}", file=sys.stderr)
        return 1
    except copies.CopyError as fault:
        print(f"Not started, since a backup comes first. {fault}", file=sys.stderr)
        return 1
    for line in addresses.greeting(args.host, args.port):
        print(line, flush=True)
    addresses.show_code(addresses.on_a_phone(args.host, args.port), sys.stdout)
    answer(args)
    return 0


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
        http1_settings=HTTP1Settings(header_read_timeout=HEADERS_WITHIN),
        websockets=False,
        log_level=LogLevels.warning,
        log_dictconfig={"formatters": {"generic": form, "access": form}},
    )
    server.serve(target_loader=application, wrap_loader=False)


def application() -> Any:
    """Give what answers a request; a worker that was spawned loads it here."""
    from stepstool.web.config import asgi

    return asgi.application
