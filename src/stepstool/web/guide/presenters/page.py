"""A page of words: sections, each with its picture and sources, and figures by age."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from stepstool import method
from stepstool.web.diary import reading
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May
from stepstool.web.guide.books import SHELVES, Shelf
from stepstool.web.guide.leaves import LEAVES, Leaf, Print
from stepstool.web.guide.presenters.sources import sources

Topic = method.interview.Topic
READY: Final = "reasons.ready"
# Pages that end with the list of what is in place, and the section under which it stands.
LISTS: Final = {"ready": "", "preschool": "can"}


@dataclass(frozen=True, kw_only=True)
class Section:
    """Some sentences under a heading. books: the shelf that helps with it."""

    key: str
    title: str
    lines: tuple[str, ...]
    picture: str
    sources: tuple[method.Source, ...]
    shelf: Shelf | None


@dataclass(frozen=True, kw_only=True)
class Item:
    """Something that may be in place already."""

    words: str
    ticked: bool


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page of the guide, ready for its template."""

    slug: str
    title: str
    lead: str
    picture: str
    sections: list[Section]
    figures: tuple[method.SpokenFigure, ...]
    items: list[Item]
    help: bool
    large: bool
    letter: bool


def present(visit: Visit, slug: str) -> Page:
    """Give a page by its name. KeyError if there is none."""
    leaf, speaker = LEAVES[slug], visit.speaker
    page = method.page_of(slug, speaker.voice, speaker.language)
    return Page(
        slug=slug,
        title=page.title,
        lead=page.lead,
        picture=leaf.picture,
        sections=[_section(leaf, each) for each in page.sections],
        figures=_figures(visit, leaf),
        items=list(_items(visit)) if slug in LISTS else [],
        help=leaf.help,
        large=leaf.paper is Print.LARGE,
        letter=leaf.paper is Print.LETTER,
    )


def age_of(visit: Visit) -> int | method.Unknown:
    """Give the child's age in whole months, the youngest it can be."""
    return visit.advice.child.youngest_months(visit.today)


def _section(leaf: Leaf, section: method.PageSection) -> Section:
    shelves = {shelf.key: shelf for shelf in SHELVES} if leaf.books else {}
    return Section(
        key=section.key,
        title=section.title,
        lines=section.lines,
        picture=leaf.pictures.get(section.key, ""),
        sources=sources(leaf.sources.get(section.key, ())),
        shelf=shelves.get(section.key),
    )


def _figures(visit: Visit, leaf: Leaf) -> tuple[method.SpokenFigure, ...]:
    if leaf.figures is None:
        return ()
    speaker = visit.speaker
    return method.figures_for(
        leaf.figures, age_of(visit), speaker.voice, speaker.language
    )


def _items(visit: Visit) -> Iterator[Item]:
    """Give the list of what may be in place; ticked as the family last told."""
    ticked = _told(visit)
    for key in visit.speaker.language.keys(READY):
        yield Item(
            words=visit.speaker.say(key), ticked=key.rpartition(".")[2] in ticked
        )


def _told(visit: Visit) -> frozenset[str]:
    """Give what the family last ticked, if this visitor may see its answers."""
    if May.READ not in visit.may("interview"):
        return frozenset()
    told = [
        each.answers
        for each in reading.lasting(visit.child, method.interview.Interview)
        if each.topic is Topic.CAN_ALREADY and each.answers is not method.UNKNOWN
    ]
    return frozenset(map(str, told[-1])) if told else frozenset()
