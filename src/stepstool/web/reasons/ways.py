"""Where each reason's help is found."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary.visit import Visit
from stepstool.web.diary.words.table import Word


class Way(NamedTuple):
    """A link to a page of the house."""

    words: str
    address: str


# The parts of the method that have a page of their own, by their number there.
PAGES: Final[dict[str, tuple[str, Word]]] = {
    "M2": ("why", _("How it is, and why")),
    "M4": ("party", _("Potty party")),
    "M5": ("plan", _("Small steps")),
    "M6": ("rewards", _("Rewards")),
    "M9": ("words", _("Words for now")),
    "M10": ("listening", _("Listening")),
    "M13": ("books", _("Books")),
    "M11": ("relaxing", _("Letting go, as a game")),
    "M12": ("story", _("The story of food and poop")),
    "M14": ("privacy", _("A place of its own")),
    "M15": ("posture", _("Feet on a stool")),
    "M16": ("food", _("Food and drink")),
    "M17": ("plan", _("A break from asking")),
    "M18": ("medicine", _("Medicine, as ordered")),
    "M20": ("guide", _("You are not alone")),
    "M21": ("ready", _("Ready?")),
    "M22": ("people", _("All who care")),
}


# Of these the page is one of the guide's.
IN_THE_GUIDE: Final = {"relaxing", "story", "privacy", "posture"}


def ways_of(visit: Visit, reason: method.SpokenReason) -> list[Way]:
    """Give the ways to the help of a reason; parts without a page have none."""
    found = (PAGES[part] for part in reason.help if part in PAGES)
    pages = [Way(str(words), _address(visit, name)) for name, words in found]
    return [*_ladders(visit, reason), *pages]


def _ladders(visit: Visit, reason: method.SpokenReason) -> Iterator[Way]:
    """Give the ladders made for this reason."""
    place = [visit.child.family_id, visit.child.id]
    for key in reason.ladders:
        words = visit.speaker.spoken(method.LADDERS[key].title)
        yield Way(words, reverse("ladder", args=[*place, key]))


def _address(visit: Visit, name: str) -> str:
    family, child = visit.child.family_id, visit.child.id
    if name in IN_THE_GUIDE:
        return reverse("guide-page", args=[family, child, name])
    return reverse(name, args=[family] if name == "people" else [family, child])
