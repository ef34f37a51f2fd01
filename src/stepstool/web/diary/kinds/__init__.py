"""Every kind of entry as a family meets it: one declaration each, in the file of its like."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary.kinds import (
    answers,
    days,
    health,
    interview,
    lasting,
    poop,
    toileting,
    visit,
)
from stepstool.web.diary.kinds.kind import HEADINGS, Answers, Field, FormGroup, Kind
from stepstool.web.families import roles

__all__ = [
    "ANSWERS",
    "FILES",
    "HEADINGS",
    "KINDS",
    "Field",
    "FormGroup",
    "Kind",
    "kind_of",
    "may",
]

# In the order in which pages name kinds.
FILES: Final = (poop, toileting, days, health, visit, lasting, interview)
KINDS: Final[Mapping[str, Kind]] = {
    kind.name: kind for file in FILES for kind in file.KINDS
}
ANSWERS: Final[Answers] = {
    answer: words
    for file in (answers, *FILES)
    for answer, words in file.ANSWERS.items()
}
# An entry of a newer version: kept and shown, without words of its own.
STRANGE: Final = Kind(
    of=method.Unread,
    title=_("Not understood"),
    picture="file",
    access=roles.FAMILY,
)


def kind_of(name: str) -> Kind:
    """Give what is declared of a kind; one of a newer version is a stranger."""
    return KINDS.get(name, STRANGE)


def may(role: str, kind: str) -> roles.May:
    """Give what a role may do with entries of a kind."""
    return roles.may(role, kind_of(kind).access)
