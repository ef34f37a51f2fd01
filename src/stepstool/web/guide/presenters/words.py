"""Words for now: the situations as tiles, and one situation for each of its readers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepstool import method
from stepstool.web.diary.visit import Visit
from stepstool.web.diary.words.table import Word
from stepstool.web.families.roles import Role
from stepstool.web.guide.presenters.page import age_of
from stepstool.web.guide.presenters.sources import sources
from stepstool.web.guide.tiles import GROUPS, MOST_NOW, PICTURES

Reader, Situation = method.Reader, method.Situation

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


class Tile(NamedTuple):
    """A situation to tap on."""

    key: str
    title: str
    picture: str


class Group(NamedTuple):
    """Some situations under a heading."""

    title: str
    tiles: list[Tile]


class Tab(NamedTuple):
    """A reader."""

    key: str
    title: str
    here: bool


@dataclass(frozen=True, kw_only=True)
class Words:
    """One situation. aloud: to say to the child; lines: for the reader whose tab is open."""

    title: str
    picture: str
    aloud: tuple[str, ...]
    tabs: list[Tab]
    lines: tuple[str, ...]
    sources: tuple[method.Source, ...]
    help: bool


def groups_of(visit: Visit) -> list[Group]:
    """Give all situations as tiles; those that fit now first."""
    now = Group(_("Now"), _tiles(visit, visit.advice.moments[:MOST_NOW]))
    others = (
        Group(str(title), _tiles(visit, members)) for title, members in GROUPS.items()
    )
    return [now, *others]


def words_of(visit: Visit, situation: method.Situation, wanted: str) -> Words:
    """Give the words of a situation; the reader's own tab is open, or the wanted one."""
    readers = method.readers_of(situation, visit.speaker.language)
    tabs = [reader for reader in readers if reader in TABS]
    here = _open(tabs, wanted, visit.membership.role)
    return Words(
        title=visit.speaker.say(f"situations.{situation}.title"),
        picture=PICTURES[situation],
        aloud=_said(visit, situation, Reader.CHILD),
        tabs=[Tab(str(each), str(TABS[each]), each is here) for each in tabs],
        lines=_said(visit, situation, here),
        sources=sources(method.RESTS_ON.get(situation, ())),
        help=situation in CALLS,
    )


def _open(tabs: list[method.Reader], wanted: str, role: str) -> method.Reader:
    own = OWN[role]
    return next(
        (each for key in (wanted, own) for each in tabs if each == key), tabs[0]
    )


def _said(
    visit: Visit, situation: method.Situation, reader: method.Reader
) -> tuple[str, ...]:
    speaker = visit.speaker
    return method.for_situation(
        situation, reader, age_of(visit), speaker.voice, speaker.language
    )


def _tiles(visit: Visit, situations: Iterable[method.Situation]) -> list[Tile]:
    return [
        Tile(str(each), visit.speaker.say(f"situations.{each}.title"), PICTURES[each])
        for each in situations
    ]
