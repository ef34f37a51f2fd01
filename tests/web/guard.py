"""Fails any query on a family table that does not name the family."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from stepstool.web.families.row_security import family_tables

NAMES_FAMILY = re.compile(
    r'"family_id"\s*(=\s*%s|IN\s*\()'  # compared with a value
    r'|"family_id", (\S+\.)?"\w+"(, (\S+\.)?"\w+")*\)\s*(=|IN)'  # as part of a whole key
)
READS_OR_CHANGES = re.compile(r"^\s*(SELECT|UPDATE|DELETE|WITH)\b")

Execute = Callable[..., Any]


class FamilyNotNamedError(AssertionError):
    """A query asked, or changed, the rows of all families."""


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
