"""The guide at a glance: a few doors under a few headings."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from stepstool.web.diary.visit import Visit
from stepstool.web.diary.words.table import Word
from stepstool.web.guide.leaves import LEAVES
from stepstool.web.guide.presenters.words import Tile

PAGE: Final = "guide-page"


class Shelf(NamedTuple):
    """Some pages under a heading."""

    title: Word
    slugs: tuple[str, ...]


SHELVES: Final = (
    Shelf(_("To understand it"), ("happens", "normal", "ready")),
    Shelf(_("To do together"), ("story", "relaxing", "together", "privacy", "posture")),
    Shelf(_("To hand over"), ("grandma", "preschool")),
)


class Group(NamedTuple):
    """The same, ready for the template; a tile's key is its address."""

    title: str
    tiles: list[Tile]


def shelves(visit: Visit) -> Iterator[Group]:
    """Give the pages of the guide as tiles, by heading."""
    for shelf in SHELVES:
        yield Group(str(shelf.title), [tile(visit, slug) for slug in shelf.slugs])


def tile(visit: Visit, slug: str) -> Tile:
    """Give the door to a page of words."""
    address = reverse(PAGE, args=[visit.child.family_id, visit.child.id, slug])
    title = visit.speaker.say(f"pages.{slug}.title")
    return Tile(address, title, LEAVES[slug].picture)
