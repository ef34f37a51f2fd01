"""The made-up family that everybody may look around in: it stands in no table.

Databases count families from 1, so that nothing can be stored under its number.
"""

from datetime import date, datetime
from typing import Final
from uuid import UUID

from stepstool.web.families.models import Child, Membership
from stepstool.web.families.roles import Role

FAMILY: Final = 0
CHILD: Final = UUID("00000000-0000-4000-8000-00000000a11a")
NAME: Final = "Mia"
# So old is its child, whenever somebody looks.
MONTHS: Final = 42


def is_made_up(family_id: object) -> bool:
    """Whether this is the number of the made-up family."""
    return family_id == FAMILY


def member() -> Membership:
    """Give the place from which a visitor sees all that a parent sees."""
    return Membership(pk=FAMILY, family_id=FAMILY, role=Role.PARENT, name="")


def child_at(at: datetime) -> Child:
    """Give its child at a moment."""
    whole = at.year * 12 + at.month - 1 - MONTHS
    born = date(whole // 12, whole % 12 + 1, 1)
    return Child(family_id=FAMILY, id=CHILD, nickname=NAME, born=born, added_at=at)
