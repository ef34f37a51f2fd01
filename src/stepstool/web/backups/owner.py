"""Who owns the tables of a PostgreSQL: makes, closes and copies them; pages never do.

Commands that only read and write rows go by the role of the pages, as the pages do.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from stepstool.web.families import row_security
from stepstool.web.families.row_security import HOW, RoleError

__all__ = ["RoleError", "address", "as_owner", "close_tables", "is_wanted"]


def address() -> dict[str, Any]:
    """Give Django's settings of the database by its owner, where one is set."""
    return {**connection.settings_dict, **settings.DATABASE_OWNER}


@contextmanager
def as_owner() -> Iterator[None]:
    """Be the owner for this block, where one is set; with a connection of its own."""
    if not settings.DATABASE_OWNER:
        yield
        return
    of_pages = connection.settings_dict
    connection.close()
    connection.settings_dict = address()
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict = of_pages


def is_wanted() -> None:
    """Raise RoleError where tables are to be changed, and nobody is set who owns them."""
    if connection.vendor == "postgresql" and not settings.DATABASE_OWNER:
        raise RoleError(
            "The database is to be changed, and pages connect by a role that may not do "
            f"so. Set STEPSTOOL_DATABASE_OWNER_URL to the role that may. {HOW}"
        )


def close_tables() -> None:
    """Close what is new to other families, and let the pages' role in; as the owner."""
    if not settings.DATABASE_OWNER:
        return
    try:
        with transaction.atomic():
            row_security.close_tables()
            row_security.let_in(settings.DATABASES["default"]["USER"])
    except DatabaseError as problem:
        first = str(problem).partition("\n")[0]
        raise RoleError(f"PostgreSQL says: {first}. {HOW}") from problem
