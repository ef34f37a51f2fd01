"""The questions of a kind in the order and company in which a form asks them."""

from typing import Final, NamedTuple

from stepstool import method
from stepstool.web.asking.controls import Control, KindForm, controls_of
from stepstool.web.diary import kinds
from stepstool.web.diary.words import fill

# Pictures for one and the same: in a potty, and in a diaper.
_SCALES: Final = ("bristol", "brussels")


class QuestionGroup(NamedTuple):
    """Some questions under a heading."""

    title: str
    controls: list[Control]
    open: bool
    # What is answered, for who keeps it closed.
    answers: str


def asked_of(asking: KindForm) -> list[str]:
    """Give the questions that a form of this kind asks, in their order."""
    declared = kinds.kind_of(asking.kind).form
    return [name for group in declared for name in _names(asking, group)]


def groups_of(asking: KindForm) -> list[QuestionGroup]:
    """Give the form of a kind: the first group is open, and any with a fault."""
    return [
        _group(asking, group, first=place == 0)
        for place, group in enumerate(kinds.kind_of(asking.kind).form)
    ]


def _group(
    asking: KindForm, declared: kinds.FormGroup, *, first: bool
) -> QuestionGroup:
    controls = controls_of(asking, _names(asking, declared))
    at_fault = any(control.error for control in controls)
    answers = " · ".join(filter(None, (control.answer for control in controls)))
    title = fill(declared.heading, asking.gaps)
    return QuestionGroup(title, controls, first or at_fault, answers)


def _names(asking: KindForm, declared: kinds.FormGroup) -> list[str]:
    """Give what is asked of a group: of two scales for one thing, one."""
    scale = _scale(asking) if "bristol" in declared.fields else ""
    return [name for name in declared.fields if name not in _SCALES or name == scale]


def _scale(asking: KindForm) -> str:
    """Ask for the pictures that fit the place, or those that were answered before."""
    if asking.texts("bristol"):
        return "bristol"
    in_diaper = method.poop.IN_A_DIAPER.intersection(asking.texts("place"))
    return "brussels" if asking.texts("brussels") or in_diaper else "bristol"
