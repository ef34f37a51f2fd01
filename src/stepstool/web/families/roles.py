"""Who may do what: role by page as one table, role by kind of entry row by row.

Which row holds for a kind stands where the kind is declared (`diary/kinds`).
"""

from enum import Flag, auto
from typing import Final, NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What somebody is to a family."""

    PARENT = "parent", _("Parent")
    CARER = "carer", _("Grandparent or sitter")
    PRESCHOOL = "preschool", _("Preschool")
    READER = "reader", _("Reads along")


class May(Flag):
    """What a role may do with entries of a kind; one's own can always be read."""

    NOTHING = 0
    READ = auto()
    WRITE = auto()
    CHANGE_OWN = auto()
    CHANGE_OTHERS = auto()

    NOTE = WRITE | CHANGE_OWN
    CARE = READ | WRITE | CHANGE_OWN
    ALL = CARE | CHANGE_OTHERS


class Needs(Flag):
    """What a page needs its visitor to be allowed."""

    LOOK = auto()
    WRITE = auto()
    MANAGE = auto()

    ALL = LOOK | WRITE | MANAGE


PAGES: dict[str, Needs] = {
    Role.PARENT: Needs.ALL,
    Role.CARER: Needs.LOOK | Needs.WRITE,
    Role.PRESCHOOL: Needs.LOOK | Needs.WRITE,
    Role.READER: Needs.LOOK,
}


class Access(NamedTuple):
    """What each role may do with entries of a kind: one row of the table."""

    parent: May
    carer: May
    preschool: May
    reader: May


# What anyone who looks after a child sees.
DAY: Final = Access(parent=May.ALL, carer=May.CARE, preschool=May.CARE, reader=May.READ)
# All say the same words, parents decide.
PLAN: Final = Access(
    parent=May.ALL, carer=May.READ, preschool=May.READ, reader=May.READ
)
# Nobody else's business.
FAMILY: Final = Access(
    parent=May.ALL, carer=May.READ, preschool=May.NOTHING, reader=May.READ
)


def may(role: str, access: Access) -> May:
    """Give what a role may do where this row holds; one that is not known, nothing."""
    return dict(zip(Access._fields, access, strict=True)).get(role, May.NOTHING)


def may_enter(role: str, needs: Needs) -> bool:
    """Whether a role may open a page that needs this."""
    return needs in PAGES.get(role, Needs(0))
