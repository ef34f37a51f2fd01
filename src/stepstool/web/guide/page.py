"""The guide: its doors, a page of words with its sources, and words for now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepstool import method
from stepstool.web.diary import reading
from stepstool.web.diary.visit import Visit
from stepstool.web.diary.words.table import Word
from stepstool.web.families.roles import May, Role
from stepstool.web.guide.leaves import DOORS, LEAVES, SHELVES, BookShelf, Leaf, Paper

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
Reader = method.Reader
Situation = method.Situation

TABS: Final[Mapping[method.Reader, Word]] = {
    Reader.PARENT: gettext_lazy("Parents"),
    Reader.CARER: gettext_lazy("Others who care"),
    Reader.PRESCHOOL: gettext_lazy("Preschool"),
}
# Whose tab is open first, by who looks.
OWN: Final[Mapping[str, method.Reader]] = {
    Role.PARENT: Reader.PARENT,
    Role.CARER: Reader.CARER,
    Role.PRESCHOOL: Reader.PRESCHOOL,
    Role.READER: Reader.CARER,
}
# Words of these situations end with whom to call.
CALLS: Final = {Situation.END_OF_STRENGTH}
PAGE: Final = "guide-page"
# So many situations that fit the moment are shown first.
MOST_NOW: Final = 4
# And so many on the first page.
FIRST_NOW: Final = 2


def sources(keys: Iterable[str]) -> tuple[method.Source, ...]:
    """Give sources by their keys."""
    return tuple(method.SOURCES[key] for key in keys)


@dataclass(frozen=True, kw_only=True)
class GuideSection:
    """Some sentences under a heading."""

    key: str
    title: str
    lines: tuple[str, ...]
    picture: str
    sources: tuple[method.Source, ...]
    # The books that help with it.
    shelf: BookShelf | None


@dataclass(frozen=True, kw_only=True)
class ReadyItem:
    """Something that may be in place already."""

    words: str
    ticked: bool


@dataclass(frozen=True, kw_only=True)
class GuidePage:
    """A page of the guide, ready for its template."""

    slug: str
    title: str
    lead: str
    picture: str
    sections: list[GuideSection]
    figures: tuple[method.SpokenFigure, ...]
    items: list[ReadyItem]
    # Of all its sections.
    sources: tuple[method.Source, ...]
    help: bool
    check: bool
    large: bool
    letter: bool


def present(visit: Visit, slug: str) -> GuidePage:
    """Give a page by its name. KeyError if there is none."""
    leaf = LEAVES[slug]
    page = method.page_of(slug, visit.speaker)
    return GuidePage(
        slug=slug,
        title=page.title,
        lead=page.lead,
        picture=leaf.picture,
        sections=[_section(leaf, section) for section in page.sections],
        figures=_figures(visit, leaf),
        items=list(_items(visit, leaf)) if slug in LISTS else [],
        sources=_all_sources(leaf),
        help=leaf.help,
        check=leaf.check,
        large=leaf.paper is Paper.LARGE,
        letter=leaf.paper is Paper.LETTER,
    )


def age_of(visit: Visit) -> int | method.Unknown:
    """Give the child's age in whole months, the youngest it can be."""
    return visit.advice.child.youngest_months(visit.today)


def _section(leaf: Leaf, section: method.PageSection) -> GuideSection:
    shelves = {shelf.key: shelf for shelf in SHELVES} if leaf.books else {}
    return GuideSection(
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
    return method.figures_for(leaf.figures, age_of(visit), visit.speaker)


def _items(visit: Visit, leaf: Leaf) -> Iterator[ReadyItem]:
    """Give the list of what may be in place; ticked as the family last did."""
    ticked = _ticked(visit)
    left_out = AT_HOME if leaf.paper is Paper.LETTER else frozenset()
    for key in visit.speaker.keys(READY):
        name = key.rpartition(".")[2]
        if name not in left_out:
            yield ReadyItem(words=visit.speaker.say(key), ticked=name in ticked)


def _ticked(visit: Visit) -> frozenset[str]:
    """Give what the family last ticked, if this visitor may see its answers."""
    if May.READ not in visit.may("interview"):
        return frozenset()
    lists = [
        interview.answers
        for interview in reading.lasting(visit.child, method.interview.Interview)
        if interview.topic is Topic.CAN_ALREADY
        and interview.answers is not method.UNKNOWN
    ]
    return frozenset(map(str, lists[-1])) if lists else frozenset()


class GuideTile(NamedTuple):
    """A situation or a page to tap on."""

    # The situation, or the address of the page.
    key: str
    title: str
    picture: str


class TileGroup(NamedTuple):
    """Some tiles under a heading."""

    title: str
    tiles: list[GuideTile]


class Tab(NamedTuple):
    """A reader."""

    key: str
    title: str
    here: bool


@dataclass(frozen=True, kw_only=True)
class SituationWords:
    """What to say in one situation."""

    title: str
    picture: str
    # To say to the child.
    aloud: tuple[str, ...]
    tabs: list[Tab]
    # For the reader whose tab is open.
    lines: tuple[str, ...]
    sources: tuple[method.Source, ...]
    help: bool


def groups_of(visit: Visit) -> list[TileGroup]:
    """Give all situations as tiles; those that fit now first."""
    now = TileGroup(_("Now"), _tiles(visit, visit.advice.moments[:MOST_NOW]))
    return [now, *(_company(visit, company) for company in method.Company)]


def tiles_now(visit: Visit) -> list[GuideTile]:
    """Give doors to the words that fit the moment, the best first."""
    now = visit.advice.moments[:FIRST_NOW]
    return [
        word._replace(key=visit.address("words-for", word.key))
        for word in _tiles(visit, now)
    ]


def _company(visit: Visit, company: method.Company) -> TileGroup:
    members = (one for one in method.Situation if one.company is company)
    title = visit.speaker.say(f"companies.{company.name.lower()}")
    return TileGroup(title, _tiles(visit, members))


def words_of(visit: Visit, situation: method.Situation, wanted: str) -> SituationWords:
    """Give the words of a situation; the reader's own tab is open, or the wanted one."""
    readers = method.readers_of(situation, visit.speaker)
    tabs = [reader for reader in readers if reader in TABS]
    here = _open(tabs, wanted, visit.membership.role)
    return SituationWords(
        title=visit.speaker.say(f"situations.{situation}.title"),
        picture=situation.picture,
        aloud=_lines(visit, situation, Reader.CHILD),
        tabs=[Tab(str(tab), str(TABS[tab]), tab is here) for tab in tabs],
        lines=_lines(visit, situation, here),
        sources=sources(situation.rests_on),
        help=situation in CALLS,
    )


def _open(tabs: list[method.Reader], wanted: str, role: str) -> method.Reader:
    own = OWN[role]
    return next((tab for key in (wanted, own) for tab in tabs if tab == key), tabs[0])


def _lines(
    visit: Visit, situation: method.Situation, reader: method.Reader
) -> tuple[str, ...]:
    return method.for_situation(situation, reader, age_of(visit), visit.speaker)


def _tiles(visit: Visit, situations: Iterable[method.Situation]) -> list[GuideTile]:
    return [
        GuideTile(str(one), visit.speaker.say(f"situations.{one}.title"), one.picture)
        for one in situations
    ]


def doors(visit: Visit) -> Iterator[TileGroup]:
    """Give the pages of the guide as tiles, by heading."""
    for door in DOORS:
        title = visit.speaker.say(door.title)
        yield TileGroup(title, [tile(visit, name) for name in door.pages])


def tile(visit: Visit, slug: str) -> GuideTile:
    """Give the door to a page of words."""
    address = reverse(PAGE, args=[visit.child.family_id, visit.child.id, slug])
    title = visit.speaker.say(f"pages.{slug}.title")
    return GuideTile(address, title, LEAVES[slug].picture)
