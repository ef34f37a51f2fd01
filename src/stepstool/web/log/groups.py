"""The questions of a kind in the order and company in which a form asks them."""

from typing import Final, NamedTuple

from stepstool import method
from stepstool.web.diary import kinds
from stepstool.web.diary.words import fill
from stepstool.web.log.asking import Asking, Control, controls_of

# Pictures for one and the same: in a potty, and in a diaper.
_SCALES: Final = ("bristol", "brussels")


class Group(NamedTuple):
    """Some questions under a heading; said: what is answered, for who keeps it closed."""

    title: str
    controls: list[Control]
    open: bool
    said: str


def asked_of(asking: Asking) -> list[str]:
    """Give the questions that a form of this kind asks, in their order."""
    declared = kinds.kind_of(asking.kind).form
    return [name for group in declared for name in _names(asking, group)]


def groups_of(asking: Asking) -> list[Group]:
    """Give the form of a kind: the first group is open, and any with a fault."""
    return [
        _group(asking, group, first=place == 0)
        for place, group in enumerate(kinds.kind_of(asking.kind).form)
    ]


def _group(asking: Asking, declared: kinds.FormGroup, *, first: bool) -> Group:
    controls = controls_of(asking, _names(asking, declared))
    at_fault = any(each.error for each in controls)
    answered = " · ".join(filter(None, (each.said for each in controls)))
    title = fill(declared.heading, asking.gaps)
    return Group(title, controls, first or at_fault, answered)


def _names(asking: Asking, declared: kinds.FormGroup) -> list[str]:
    """Give what is asked of a group: of two scales for one thing, one."""
    scale = _scale(asking) if "bristol" in declared.fields else ""
    return [name for name in declared.fields if name not in _SCALES or name == scale]


def _scale(asking: Asking) -> str:
    """Ask for the pictures that fit the place, or those that were answered before."""
    if asking.texts("bristol"):
        return "bristol"
    in_diaper = method.poop.IN_A_DIAPER.intersection(asking.texts("place"))
    return "brussels" if asking.texts("brussels") or in_diaper else "bristol"
