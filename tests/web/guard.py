"""Fails any query on a family table that does not name the family."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection

NAMES_FAMILY = re.compile(
    r'"family_id"\s*(=\s*%s|IN\s*\()'  # compared with a value
    r'|"family_id", (\S+\.)?"\w+"(, (\S+\.)?"\w+")*\)\s*(=|IN)'  # as part of a whole key
)
READS_OR_CHANGES = re.compile(r"^\s*(SELECT|UPDATE|DELETE|WITH)\b")

Execute = Callable[..., Any]


class FamilyNotNamedError(AssertionError):
    """A query asked, or changed, the rows of all families."""


def family_tables() -> list[str]:
    """Give all tables whose key begins with the family."""
    return [
        model._meta.db_table
        for model in apps.get_models()
        if _key_columns(model)[0] == "family_id"
    ]


def _key_columns(model: Any) -> list[str]:
    return [field.column for field in model._meta.pk_fields]


@contextmanager
def guarded() -> Iterator[None]:
    """Watch every query of this block."""
    mentions = re.compile("|".join(f'"{table}"' for table in family_tables()))

    def watch(execute: Execute, sql: str, params: Any, many: bool, context: Any) -> Any:
        on_family_table = READS_OR_CHANGES.match(sql) and mentions.search(sql)
        if on_family_table and not NAMES_FAMILY.search(sql):
            raise FamilyNotNamedError(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield


@contextmanager
def across_families() -> Iterator[None]:
    """Let this block ask all families, as backups and statistics do."""
    watching = connection.execute_wrappers[:]
    connection.execute_wrappers.clear()
    try:
        yield
    finally:
        connection.execute_wrappers[:] = watching
