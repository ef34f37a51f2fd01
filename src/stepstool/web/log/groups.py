"""The questions of a kind in the order and company in which a form asks them."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary.words import fill
from stepstool.web.diary.words.table import Word
from stepstool.web.log.asking import Asking, Control, controls_of

# The kinds that a family writes by hand, as the page "More" offers them.
BY_HAND: Final[Mapping[Word, tuple[str, ...]]] = {
    _("At the potty"): (
        "none_came",
        "pee",
        "sit",
        "signal",
        "diaper_request",
        "prompt",
    ),
    _("The day"): ("meal", "drink", "sleep", "away", "big_change", "note"),
    _("Not well"): (
        "tummy_ache",
        "illness",
        "medicine_given",
        "medicine_ordered",
        "clinician_word",
    ),
}
WRITTEN: Final = frozenset({"poop"}.union(*BY_HAND.values()))
# What imports know and nobody types, and plates, which have a page of their own.
NOT_ASKED: Final = frozenset(
    {"imported", "bristol_low", "bristol_high", "plate", "seconds"}
)
IN_A_DIAPER: Final = frozenset({"diaper", "pull_up"})

_POOP: Final[Mapping[Word, tuple[str, ...]]] = {
    _("How was it?"): ("bristol", "pain", "amount", "blood", "strain"),
    _("Where and how"): ("place", "where", "wearing", "posture"),
    _("%(name)s and the %(poop)s"): (
        "mood",
        "began",
        "diaper_asked",
        "diaper_given",
        "made_to",
        "sleeping",
        "witness",
    ),
    _("In the clothes"): ("soiling", "noticed"),
}


class Group(NamedTuple):
    """Some questions under a heading; said: what is answered, for who keeps it closed."""

    title: str
    controls: list[Control]
    open: bool
    said: str


def asked_of(asking: Asking) -> list[str]:
    """Give the questions that a form of this kind asks, in their order."""
    return [name for names in _groups(asking).values() for name in names]


def groups_of(asking: Asking) -> list[Group]:
    """Give the form of a kind: the first group is open, and any with a fault."""
    return [
        _group(asking, title, names, first=place == 0)
        for place, (title, names) in enumerate(_groups(asking).items())
    ]


def _group(
    asking: Asking, title: Word, names: tuple[str, ...], *, first: bool
) -> Group:
    controls = controls_of(asking, names)
    at_fault = any(each.error for each in controls)
    said = " · ".join(filter(None, (each.said for each in controls)))
    return Group(fill(title, asking.gaps), controls, first or at_fault, said)


def _groups(asking: Asking) -> Mapping[Word, tuple[str, ...]]:
    if asking.kind != "poop":
        return {"": tuple(each for each in asking.questions if each not in NOT_ASKED)}
    scale = _scale(asking)
    return {
        title: tuple(scale if name == "bristol" else name for name in names)
        for title, names in _POOP.items()
    }


def _scale(asking: Asking) -> str:
    """Ask for the pictures that fit the place, or those that were answered before."""
    if asking.texts("bristol"):
        return "bristol"
    in_diaper = IN_A_DIAPER.intersection(asking.texts("place"))
    return "brussels" if asking.texts("brussels") or in_diaper else "bristol"


def may_be_written(kind: str) -> bool:
    """Whether a family writes entries of this kind by hand."""
    return kind in WRITTEN and kind in method.KINDS
