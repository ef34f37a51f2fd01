"""Who did what: one line for each change of a family's people and for what left the house.

Its parents read it (`record`), nobody changes it, and it goes with the family. Names stand in it
as the family knew them then, so that a line outlives whoever left; only who is deleted for good,
a child or an account, loses the name in it (`forget_person`, `forget_child`).
"""

import uuid
from collections.abc import Collection
from typing import Final

from django.db import models
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from stepstool.web.families.family_tables import FamilyModel
from stepstool.web.families.roles import Role


class Deed(models.TextChoices):
    """What was done, and its sentence on the page."""

    OPENED = "opened", _("%(by)s opened this family")
    INVITED = "invited", _("%(by)s made a link for %(about)s: %(role)s")
    TOOK_BACK = "took_back", _("%(by)s took back the link for %(about)s")
    JOINED = "joined", _("%(by)s came in: %(role)s")
    CHANGED_ROLE = "changed_role", _("%(by)s changed what %(about)s is: %(role)s")
    ENDED = "ended", _("%(by)s ended %(about)s’s access")
    LEFT = "left", _("%(by)s left")
    BROUGHT_BACK = "brought_back", _("%(by)s let %(about)s back in")
    ADDED_CHILD = "added_child", _("%(by)s added %(about)s")
    HANDED_OVER = (
        "handed_over",
        _("%(by)s handed %(about)s’s page for the doctor over, as a link"),
    )
    ENDED_LINK = "ended_link", _("%(by)s ended a link to %(about)s’s page")
    EXPORTED = "exported", _("%(by)s took %(about)s’s diary along as a file")
    RESTORED = "restored", _("%(by)s restored %(about)s’s diary from a file")
    FORGOT_HISTORY = "forgot_history", _("%(by)s deleted an entry’s earlier versions")
    FORGOT_ENTRY = "forgot_entry", _("%(by)s deleted an entry for good")
    DELETED_CHILD = "deleted_child", _("%(by)s deleted a child’s diary for good")
    DELETED_ACCOUNT = "deleted_account", _("%(by)s deleted their account")


# Deeds about a child; those of the others are about people.
OF_A_CHILD: Final = (
    Deed.ADDED_CHILD,
    Deed.EXPORTED,
    Deed.RESTORED,
    Deed.HANDED_OVER,
    Deed.ENDED_LINK,
)
# In place of a name that was deleted for good: a joiner alone, of which `names.tidy` leaves
# nothing, so that nobody can be called so.
GONE: Final = "\u200d"
SOMEBODY: Final = _("Somebody who is gone")
A_CHILD: Final = _("a child")
# Who did it, where nobody signed in: whoever runs the house, on its command line.
HOST = _("Whoever runs this house")


class AuditLine(FamilyModel):
    """One deed. by, about: names; role: what somebody was made, if that is what was done."""

    id = models.UUIDField(default=uuid.uuid4, editable=False)
    at = models.DateTimeField(default=timezone.now)
    deed = models.CharField(max_length=20)
    # Empty: whoever runs the house.
    by = models.CharField(max_length=60, blank=True)
    about = models.CharField(max_length=60, blank=True)
    role = models.CharField(max_length=20, blank=True)

    def __str__(self) -> str:
        role = Role(self.role).label if self.role else ""
        gone = A_CHILD if self.deed in OF_A_CHILD else SOMEBODY
        words = {
            "by": SOMEBODY if self.by == GONE else self.by or HOST,
            "about": gone if self.about == GONE else self.about,
            "role": role,
        }
        return str(Deed(self.deed).label % words)


def note(
    family_id: int, deed: Deed, by: str, about: str = "", role: str = ""
) -> AuditLine:
    """Write a line down, in the transaction of the deed itself."""
    return AuditLine.objects.create(
        family_id=family_id, deed=deed, by=by, about=about, role=role
    )


def record(family_id: int) -> QuerySet[AuditLine]:
    """Give the lines of a family, newest first."""
    return AuditLine.objects.filter(family_id=family_id).order_by("-at")


def forget_child(family_id: int, nickname: str) -> None:
    """Take a child's name out of the lines; one that another child shares goes with it."""
    lines = AuditLine.objects.filter(family_id=family_id, deed__in=OF_A_CHILD)
    lines.filter(about=nickname).update(about=GONE)


def forget_person(family_id: int, names: Collection[str]) -> None:
    """Take the names of somebody out of the lines; who shares one loses it too."""
    lines = AuditLine.objects.filter(family_id=family_id)
    lines.filter(by__in=names).update(by=GONE)
    lines.exclude(deed__in=OF_A_CHILD).filter(about__in=names).update(about=GONE)
