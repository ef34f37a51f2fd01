"""The page "More": what else can be written down, by this visitor."""

from typing import NamedTuple

from stepstool.web.diary import words
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May
from stepstool.web.log.asking import Option
from stepstool.web.log.groups import BY_HAND


class Section(NamedTuple):
    """Some kinds under a heading."""

    title: str
    kinds: list[Option]


def sections(visit: Visit) -> list[Section]:
    """Give the kinds that this visitor may write, in their company."""
    offered = (
        Section(
            str(title), [_option(visit, kind) for kind in kinds if _may(visit, kind)]
        )
        for title, kinds in BY_HAND.items()
    )
    return [section for section in offered if section.kinds]


def _may(visit: Visit, kind: str) -> bool:
    return May.WRITE in visit.may(kind)


def _option(visit: Visit, kind: str) -> Option:
    named = words.kind_words(kind)
    said = words.fill(named.button, visit.gaps)
    return Option(value=kind, words=said, picture=named.picture)
