"""Who did what: one line for each change of a family's people and for what left the house.

Its parents read it (`record`), nobody changes it, and it goes with the family. Names stand in it
as the family knew them then, so that a line outlives whoever left.
"""

import uuid

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
        words = {"by": self.by or HOST, "about": self.about, "role": role}
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
