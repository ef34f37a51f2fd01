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
# Pages with the list of what is in place.
LISTS: Final = {"ready", "preschool"}
# What a letter about the child leaves out: the house and its grown-ups.
AT_HOME: Final = {
    "grown_ups_smile",
    "small_potty",
    "stool_for_the_feet",
    "time_without_diaper",
}


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
    """A page of the guide, ready for its template. sources: of all its sections."""

    slug: str
    title: str
    lead: str
    picture: str
    sections: list[Section]
    figures: tuple[method.SpokenFigure, ...]
    items: list[Item]
    sources: tuple[method.Source, ...]
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
        items=list(_items(visit, leaf)) if slug in LISTS else [],
        sources=_all_sources(leaf),
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


def _all_sources(leaf: Leaf) -> tuple[method.Source, ...]:
    """Give what the whole page rests on, each once: for pages that go on paper."""
    named = (key for keys in leaf.sources.values() for key in keys)
    return sources(dict.fromkeys(named))


def _figures(visit: Visit, leaf: Leaf) -> tuple[method.SpokenFigure, ...]:
    if leaf.figures is None:
        return ()
    speaker = visit.speaker
    return method.figures_for(
        leaf.figures, age_of(visit), speaker.voice, speaker.language
    )


def _items(visit: Visit, leaf: Leaf) -> Iterator[Item]:
    """Give the list of what may be in place; ticked as the family last told."""
    ticked = _told(visit)
    left_out = AT_HOME if leaf.paper is Print.LETTER else frozenset()
    for key in visit.speaker.language.keys(READY):
        name = key.rpartition(".")[2]
        if name not in left_out:
            yield Item(words=visit.speaker.say(key), ticked=name in ticked)


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
