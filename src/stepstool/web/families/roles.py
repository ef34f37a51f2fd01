"""Who may do what: role by kind of entry, and role by page, each as one table."""

from enum import Flag, auto

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

ROLES = (Role.PARENT, Role.CARER, Role.PRESCHOOL, Role.READER)
_DAY = (
    May.ALL,
    May.CARE,
    May.CARE,
    May.READ,
)  # what anyone who looks after a child sees
_PLAN = (
    May.ALL,
    May.READ,
    May.READ,
    May.READ,
)  # all say the same words, parents decide
_FAMILY = (May.ALL, May.READ, May.NOTHING, May.READ)  # nobody else's business
KINDS: dict[str, tuple[May, May, May, May]] = {
    "poop": _DAY,
    "none_came": _DAY,
    "pee": _DAY,
    "sit": _DAY,
    "signal": _DAY,
    "diaper_request": _DAY,
    "prompt": _DAY,
    "meal": _DAY,
    "drink": _DAY,
    "sleep": _DAY,
    "tummy_ache": _DAY,
    "illness": _DAY,
    "medicine_given": _DAY,
    "danger_sign": _DAY,
    "reward": _DAY,
    "away": (May.ALL, May.CARE, May.READ, May.READ),
    "note": (May.ALL, May.CARE, May.NOTE, May.READ),
    "medicine_ordered": _PLAN,
    "plan": _PLAN,
    "settings": _PLAN,
    "price": _PLAN,
    "prize": _PLAN,
    "own_ladder": _PLAN,
    "zone": _PLAN,
    "big_change": (May.ALL, May.CARE, May.NOTHING, May.READ),
    # Feelings of a child: for those it lives with.
    "listening": (May.ALL, May.CARE, May.NOTHING, May.READ),
    "clinician_word": _FAMILY,
    "interview": _FAMILY,
}
# A kind that this table does not name, such as one of a newer version.
_STRANGE = _FAMILY


def may(role: str, kind: str) -> May:
    """Give what a role may do with entries of a kind."""
    if role not in PAGES:
        return May.NOTHING
    return KINDS.get(kind, _STRANGE)[ROLES.index(Role(role))]


def may_enter(role: str, needs: Needs) -> bool:
    """Whether a role may open a page that needs this."""
    return needs in PAGES.get(role, Needs(0))
