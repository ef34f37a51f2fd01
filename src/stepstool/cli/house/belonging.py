"""Who belongs where, held as it was until a restore: a backup lets nobody in who was let out since.

A backup knows places in families, passwords and second steps as they once were. Where the database
that it takes the place of knows the same places and accounts (the same row, begun at the same
moment), they stay as they are there; what only the backup knows comes back with it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from stepstool.web.families.models import Family, Membership
from stepstool.web.families.roles import Role

# More families than that are not listed by name; `stepstool user list` shows all accounts.
LISTED: Final = 20

UNHELD: Final = (
    "People are as in the backup: who was removed since is back. Look through them."
)
SAME_PLACE: Final = """
  main.families_membership AS was JOIN now.families_membership AS here
  ON was.id = here.id AND was.family_id = here.family_id AND was.joined_at = here.joined_at
"""
KEPT_OUT: Final = f"""
  SELECT was.name, was.family_id FROM {SAME_PLACE}
  WHERE was.ended_at IS NULL AND here.ended_at IS NOT NULL ORDER BY was.id
"""  # noqa: S608 - of constants only
OTHER_ROLE: Final = f"""
  SELECT was.name, was.family_id, was.role, here.role FROM {SAME_PLACE}
  WHERE here.ended_at IS NULL AND was.role != here.role ORDER BY was.id
"""  # noqa: S608 - of constants only
DELETED: Final = f"""
  SELECT was.user_id FROM {SAME_PLACE}
  WHERE here.user_id IS NULL AND was.user_id IS NOT NULL
"""  # noqa: S608 - of constants only
CAME_SINCE: Final = """
  SELECT here.name, here.family_id FROM now.families_membership AS here
  WHERE here.ended_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM main.families_membership AS was
    WHERE was.id = here.id AND was.family_id = here.family_id
      AND was.joined_at = here.joined_at)
  ORDER BY here.id
"""
SAME_ACCOUNT: Final = """
  SELECT was.id FROM main.families_user AS was JOIN now.families_user AS here
  ON was.id = here.id AND was.username = here.username
    AND was.date_joined = here.date_joined
"""
# Tables of one row or more for each account that are ways in beside the password.
WAYS_IN: Final = ("families_recoverycode", "mfa_authenticator")


def hold(incoming: Path, current: Path) -> list[str]:
    """Hold people in a backup's copy to what the database until now knows; tell of it."""
    with closing(sqlite3.connect(incoming, uri=True, isolation_level=None)) as copy:
        try:
            copy.execute("ATTACH ? AS now", [f"{current.resolve().as_uri()}?mode=ro"])
            copy.execute("BEGIN")
            lines = [*_hold_places(copy), *_hold_accounts(copy)]
            copy.execute("COMMIT")
        except sqlite3.Error as problem:
            if copy.in_transaction:
                copy.execute("ROLLBACK")
            return [f"The database until now cannot be read ({problem}). {UNHELD}"]
    return lines


def _hold_places(copy: sqlite3.Connection) -> Iterator[str]:
    for name, family in copy.execute(KEPT_OUT).fetchall():
        yield f"{name} stays out of family {family}: removed since the backup."
    for name, family, was, here in copy.execute(OTHER_ROLE).fetchall():
        yield f"{name} stays {here} in family {family}; in the backup it was {was}."
    for name, family in copy.execute(CAME_SINCE).fetchall():
        yield f"{name} came to family {family} after the backup. Invite them anew."
    deleted = [user for (user,) in copy.execute(DELETED).fetchall()]
    copy.executemany(
        "UPDATE families_user SET is_active = 0 WHERE id = ?",
        [[user] for user in deleted],
    )
    held = ("role", "ended_at", *_shared(copy, "families_membership", {"until"}))
    values = ", ".join(f"{column} = here.{column}" for column in held)
    copy.execute(
        f"UPDATE families_membership SET {values} "  # noqa: S608 - names of ours
        "FROM now.families_membership AS here WHERE families_membership.id = here.id "
        "AND families_membership.family_id = here.family_id "
        "AND families_membership.joined_at = here.joined_at"
    )


def _hold_accounts(copy: sqlite3.Connection) -> Iterator[str]:
    """Keep passwords and other ways in as they are now: an old one may be known to others."""
    same = [user for (user,) in copy.execute(SAME_ACCOUNT).fetchall()]
    for user in same:
        (newer,) = copy.execute(
            "SELECT was.password != here.password FROM families_user AS was "
            "JOIN now.families_user AS here USING (id) WHERE id = ?",
            [user],
        ).fetchone()
        if newer:
            yield f"The password of {_name(copy, user)} stays as it is now."
        copy.execute(
            "UPDATE families_user SET (password, is_active) = (SELECT password, "
            "is_active FROM now.families_user WHERE id = ?1) WHERE id = ?1",
            [user],
        )
        for table in WAYS_IN:
            _hold_rows(copy, table, user)


def _hold_rows(copy: sqlite3.Connection, table: str, user: int) -> None:
    columns = ", ".join(_shared(copy, table) - {"id"})
    copy.execute(f"DELETE FROM {table} WHERE user_id = ?", [user])  # noqa: S608 - of ours
    copy.execute(
        f"INSERT INTO {table} ({columns}) "  # noqa: S608 - names of ours
        f"SELECT {columns} FROM now.{table} WHERE user_id = ?",
        [user],
    )


def _shared(
    copy: sqlite3.Connection, table: str, wanted: set[str] | None = None
) -> set[str]:
    """Name the columns that a table has in both, which may be of two versions."""
    both = set.intersection(
        *(
            {row[1] for row in copy.execute(f"PRAGMA {schema}.table_info({table})")}
            for schema in ("main", "now")
        )
    )
    return both if wanted is None else both & wanted


def _name(copy: sqlite3.Connection, user: int) -> str:
    query = "SELECT name FROM families_user WHERE id = ?"
    (name,) = copy.execute(query, [user]).fetchone()
    return str(name)


def lines() -> Iterator[str]:
    """Tell who belongs to which family now, and which has no parent."""
    families = Family.objects.order_by("pk")
    for family in families[:LISTED]:
        people = [
            f"{place.name} ({Role(place.role).label})"
            for place in Membership.objects.filter(family=family, ended_at=None)
        ]
        yield f"Family {family.pk}: {', '.join(people) or 'nobody'}."
    if families.count() > LISTED:
        yield f"… and {families.count() - LISTED} families more."
    parents = Membership.objects.filter(ended_at=None, role=Role.PARENT)
    for family in families.exclude(pk__in=parents.values("family_id")):
        if Membership.objects.filter(family=family).exists():
            yield (
                f"Family {family.pk} has no parent. Make one: stepstool user role NAME "
                f"parent --family {family.pk}"
            )
