"""On PostgreSQL: pages run as the role that owns nothing, and what a test itself asks sees all.

A test plays whoever looks into the house from outside: it makes families and looks what became
of them. So one more policy, of the tests' database only, opens all rows to a session that says
`stepstool.test`; it says so until a request begins, and again after it. Within `as_a_page` a test
asks as a page does.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import connection, connections
from django.db.backends.signals import connection_created

from stepstool.web.families import row_security

BY_PAGES = settings.DATABASES["default"].get("USER", "")


def on_postgres() -> bool:
    return connection.vendor == "postgresql"


@contextmanager
def as_owner() -> Iterator[None]:
    """Connect as the owner; the commands that tests call find none set."""
    if not settings.DATABASE_OWNER:  # SQLite, or another folder of tests began so
        yield
        return
    connect_as(settings.DATABASE_OWNER["USER"])
    settings.DATABASE_OWNER, owner = {}, settings.DATABASE_OWNER
    yield
    connection.close()
    settings.DATABASE_OWNER = owner


@contextmanager
def as_pages(blocker: Any) -> Iterator[None]:
    """Close the tables, and connect as the pages do; as the owner again in the end."""
    owner = connection.settings_dict["USER"]
    if not on_postgres() or owner == BY_PAGES:
        yield
        return
    with blocker.unblock():
        _close_tables()
        connect_as(BY_PAGES)
    connection_created.connect(_outside)
    request_started.connect(_inside)
    request_finished.connect(_outside)
    yield
    for signal, receiver in (
        (connection_created, _outside),
        (request_started, _inside),
        (request_finished, _outside),
    ):
        signal.disconnect(receiver)
    with blocker.unblock():
        connect_as(owner)


@contextmanager
def as_a_page() -> Iterator[None]:
    """Ask in this block as a page does."""
    _inside()
    try:
        yield
    finally:
        _outside()


def owner_of_tests() -> dict[str, Any]:
    """Give the settings of the tests' database by its owner."""
    return {**connection.settings_dict, "USER": "stepstool"}


def connect_as(user: str) -> None:
    """Let this and later connections, also those of other threads, be this role."""
    connection.close()
    connection.settings_dict["USER"] = user
    connections.settings["default"]["USER"] = user


def _close_tables() -> None:
    row_security.close_tables()
    row_security.let_in(BY_PAGES)
    with connection.cursor() as cursor:
        for table in map(connection.ops.quote_name, row_security.family_tables()):
            cursor.execute(
                f"CREATE POLICY whole ON {table} "
                "USING (current_setting('stepstool.test', true) = 'yes')"
            )
        # Tests that commit empty all tables behind them.
        cursor.execute(f"GRANT TRUNCATE ON ALL TABLES IN SCHEMA public TO {BY_PAGES}")


def _outside(**_: object) -> None:
    _say("yes")


def _inside(**_: object) -> None:
    _say("no")


def _say(answer: str) -> None:
    if connection.connection is None or connection.needs_rollback:
        return
    with connection.connection.cursor() as cursor:
        cursor.execute(f"SET stepstool.test = '{answer}'")
