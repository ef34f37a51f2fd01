"""Row level security: PostgreSQL itself shows and takes only rows of the family of a statement.

Queries name their family, and a test fails the one that forgets it; this is the second lock, for
the one that no test has met. Each family table gets one policy, forced on its owner too. Pages
connect as a role that owns no table and may not pass over policies. SQLite has none of this,
and is left alone.
"""

from typing import Final

from django.apps import apps
from django.db import connection
from django.db.models import Model

from stepstool.web.shell.faults import MendableError

# What the policy asks for; a transaction that does not name a family is of none. In brackets it
# is asked once a statement, and not once a row.
NAMED: Final = "(SELECT NULLIF(current_setting('stepstool.family', true), '')::bigint)"
POLICY: Final = "one_family"
# Beside the models': where rate limits are counted.
OTHER_TABLES: Final = ("shell_cache",)
HOW: Final = "docs/self-hosting.md, “With PostgreSQL”, says how."


class RoleError(MendableError):
    """Nobody is let in; the sentence says why, and what to do."""


def family_tables() -> list[str]:
    """Give all tables whose key begins with the family."""
    return [
        model._meta.db_table  # noqa: SLF001 - Django's documented way
        for model in apps.get_models()
        if _leads(model) == "family_id"
    ]


def _leads(model: type[Model]) -> str:
    return str(model._meta.pk_fields[0].column)  # noqa: SLF001


def open_tables() -> list[str]:
    """Give the family tables that show rows of all families: new ones, or all of an old house."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class JOIN pg_policy ON polrelid = pg_class.oid "
            "WHERE relrowsecurity AND relforcerowsecurity AND polname = %s "
            "AND pg_table_is_visible(pg_class.oid)",
            [POLICY],
        )
        closed = {name for (name,) in cursor.fetchall()}
    return [table for table in family_tables() if table not in closed]


def close_tables() -> None:
    """Put the policy on each family table that has none yet, as the owner.

    At each start, so that neither a new table nor a restored one stays open.
    """
    with connection.cursor() as cursor:
        for table in map(connection.ops.quote_name, open_tables()):
            for change in (
                f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
                f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
                f"DROP POLICY IF EXISTS {POLICY} ON {table}",
                f"CREATE POLICY {POLICY} ON {table} USING (family_id = {NAMED})",
            ):
                cursor.execute(change)


def let_in(role: str) -> None:
    """Let a role read and write rows, and nothing else, of all tables; as the owner."""
    quote = connection.ops.quote_name
    there = connection.introspection.django_table_names(only_existing=True)
    tables = ", ".join(map(quote, [*there, *OTHER_TABLES]))
    with connection.cursor() as cursor:
        cursor.execute(
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON {tables} TO {quote(role)}"
        )
        cursor.execute(f"GRANT SELECT ON django_migrations TO {quote(role)}")
        cursor.execute(
            f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {quote(role)}"
        )


def passes_over() -> str:
    """Give the name of this connection's role if policies do not hold for it; else nothing.

    They hold for no owner of a table, who may take them off; for nobody who may pass over
    them; and for nobody who may become one of these.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user WHERE EXISTS (SELECT FROM pg_roles WHERE "
            "(rolsuper OR rolbypassrls OR oid IN (SELECT relowner FROM pg_class "
            "WHERE relname = ANY(%s))) AND pg_has_role(current_user, oid, 'MEMBER'))",
            [family_tables()],
        )
        row = cursor.fetchone()
    return str(row[0]) if row else ""


def refuse() -> None:
    """Raise RoleError where families would be kept apart by nothing but our queries.

    Asked before anybody is let in; on SQLite, which knows no roles, all is well.
    """
    if connection.vendor != "postgresql":
        return
    try:
        role, still_open = passes_over(), open_tables()
    finally:
        connection.close()  # workers that are forked make their own
    if role:
        raise RoleError(
            f"PostgreSQL would show “{role}” the rows of all families. Name in "
            "STEPSTOOL_DATABASE_URL a role that owns nothing, and this one in "
            f"STEPSTOOL_DATABASE_OWNER_URL. {HOW}"
        )
    if still_open:
        raise RoleError(
            f"PostgreSQL would show the rows of all families in {', '.join(still_open)}. "
            "Set STEPSTOOL_DATABASE_OWNER_URL, and the next start closes them. "
            f"{HOW}"
        )
