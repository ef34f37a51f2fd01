"""The page "More": what else can be written down, by this visitor."""

from typing import NamedTuple

from stepstool.web.diary import words
from stepstool.web.diary.kinds import HEADINGS, KINDS, Kind
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May
from stepstool.web.log.asking import Option


class Section(NamedTuple):
    """Some kinds under a heading."""

    title: str
    kinds: list[Option]


def sections(visit: Visit) -> list[Section]:
    """Give the kinds that this visitor may write, in their company."""
    offered = (
        Section(
            str(title),
            [
                _option(visit, kind)
                for kind in KINDS.values()
                if kind.more is heading and May.WRITE in visit.may(kind.name)
            ],
        )
        for heading, title in HEADINGS.items()
    )
    return [section for section in offered if section.kinds]


def _option(visit: Visit, kind: Kind) -> Option:
    button = words.fill(kind.on_button, visit.gaps)
    return Option(value=kind.name, words=button, picture=kind.drawing)
