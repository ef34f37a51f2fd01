"""What the diary shows of a child's ways: hiding, asking, sitting, places."""

from collections.abc import Mapping, Sequence
from typing import Final

from stepstool.method.calm import Level, told
from stepstool.method.reasons.body_facts import Fact, Values, counted, often, seen, some
from stepstool.method.reasons.clues import Clues
from stepstool.method.reasons.numbers import (
    GLAD_SITS,
    IN_THE_TOILET,
    LATELY,
    MOMENT,
    OFFERS,
    OFFERS_TAKEN,
    PLACED,
    SITS_LATELY,
    WHILE,
)
from stepstool.method.record import UNKNOWN
from stepstool.method.record.kinds.answers import GLAD, UNEASY, Where, YesNo
from stepstool.method.record.kinds.interview import Told, Topic
from stepstool.method.record.kinds.poop import (
    IN_A_DIAPER,
    POTTY_OR_TOILET,
    Beginning,
    Poop,
    Posture,
)
from stepstool.method.record.kinds.toileting import (
    EndedBy,
    Prompt,
    Sign,
    Signal,
    Sit,
)

UPRIGHT: Final = {Posture.STANDING, Posture.SQUATTING}
# Refusing, hiding and asking for a diaper: each goes along with constipation (NAENEN).
FLAGS: Final = (
    (Topic.SAYS_OR_DOES, Told.HIDES),
    (Topic.SAYS_OR_DOES, Told.ASKS_FOR_A_DIAPER),
    (Topic.WHERE_NOW, Told.DIAPER_IN_HIDING_PLACE),
    (Topic.WHEN_OFFERED, Told.GOES_ONCE_THE_DIAPER_IS_ON),
    (Topic.WHEN_OFFERED, Told.RUNS_OFF),
    (Topic.WHEN_OFFERED, Told.WONT_GO_NEAR_IT),
    (Topic.WHEN_OFFERED, Told.SAYS_NO_TO_IT),
)


def _hid(poop: Poop) -> bool:
    began = poop.began is not UNKNOWN and Beginning.HID in poop.began
    return began or poop.where is Where.HIDING_PLACE


def _hiding(signal: Signal) -> bool:
    return signal.signs is not UNKNOWN and Sign.HIDING in signal.signs


def _hid_days(clues: Clues) -> int:
    poops = [each.at for each in clues.poops if _hid(each)]
    signals = [each.at for each in clues.within(Signal, LATELY) if _hiding(each)]
    return len({clues.day(at) for at in poops + signals})


def _flag(clues: Clues) -> Values | None:
    said = any(clues.told.says(topic, answer) for topic, answer in FLAGS)
    return seen(said or _hid_days(clues) or clues.diapers_asked)


def _tells(clues: Clues) -> Values | None:
    """Told that one was coming, or asked for a diaper: it was felt."""
    return often(sum(map(told, clues.poops)) + clues.diapers_asked)


def _placed(clues: Clues) -> list[bool]:
    """For each full poop whose place was written: whether it was potty or toilet."""
    full = [each for each in clues.bouts if each.is_full]
    known = [
        each
        for each in full
        if any(poop.place in POTTY_OR_TOILET | IN_A_DIAPER for poop in each.poops)
    ]
    return [each.in_toilet for each in known]


def _only_diaper(clues: Clues) -> Values | None:
    placed = _placed(clues)
    return counted(len(placed)) if len(placed) >= PLACED and not any(placed) else None


def _toilet_often(clues: Clues) -> Values | None:
    """In potty or toilet often, and lately too."""
    placed = _placed(clues)
    often_there = sum(placed) >= len(placed) * IN_THE_TOILET
    still = len(placed) >= PLACED and any(placed[-PLACED:])
    return counted(sum(placed)) if often_there and still else None


def _successes(clues: Clues) -> list[Poop]:
    return [each for each in clues.poops if each.place in POTTY_OR_TOILET]


def _could(clues: Clues) -> Values | None:
    """Several in potty or toilet, whatever came since."""
    there = sum(_placed(clues))
    return counted(there) if there >= PLACED else None


def _uneasy(clues: Clues) -> int:
    return sum(each.mood in UNEASY for each in _successes(clues))


def _upset_sits(clues: Clues) -> int:
    return len({clues.day(each.at) for each in clues.sits if each.mood in UNEASY})


def _glad_sits(clues: Clues) -> Values | None:
    glad = sum(each.mood in GLAD for each in clues.sits)
    return counted(glad) if glad >= GLAD_SITS and not _upset_sits(clues) else None


def _many(sits: Sequence[Sit]) -> Values | None:
    return counted(len(sits)) if len(sits) >= GLAD_SITS else None


def _is_moment(sit: Sit) -> bool:
    short = sit.minutes is not UNKNOWN and sit.minutes <= MOMENT
    sat = sit.accepted is not YesNo.NO and sit.ended_by is not EndedBy.ADULT
    return short and sat


def _is_while(sit: Sit) -> bool:
    return sit.minutes is not UNKNOWN and sit.minutes >= WHILE


def _harsh(clues: Clues) -> int:
    return sum(each.is_harsh for each in clues.within(Prompt, SITS_LATELY))


def _offers_taken(clues: Clues) -> Values | None:
    offered = [each for each in clues.sits if each.offered is YesNo.YES]
    taken = sum(each.accepted is YesNo.YES for each in offered)
    calm = clues.calm.level is Level.CALM and len(offered) >= OFFERS
    return counted(taken) if calm and taken >= len(offered) * OFFERS_TAKEN else None


def _feet(clues: Clues, answer: YesNo) -> int:
    return sum(each.feet_supported is answer for each in clues.sits)


def _upright(clues: Clues) -> Values | None:
    return often(sum(each.posture in UPRIGHT for each in clues.poops))


def _at_preschool(clues: Clues) -> int:
    return sum(each.where is Where.PRESCHOOL for each in clues.poops)


# fmt: off
DIARY_FACTS: Final[Mapping[str, Fact]] = {
    "flag": _flag,
    "hid_once": lambda clues: some(_hid_days(clues)),
    "hid": lambda clues: often(_hid_days(clues)),
    "asked_once": lambda clues: some(clues.diapers_asked),
    "asked": lambda clues: often(clues.diapers_asked),
    "tells": _tells,
    "only_diaper": _only_diaper,
    "toilet_often": _toilet_often,
    "could": _could,
    "success_uneasy": lambda clues: counted(_uneasy(clues)),
    "upset_sits": lambda clues: often(_upset_sits(clues)),
    "glad_sits": _glad_sits,
    "moments": lambda clues: _many([each for each in clues.sits if _is_moment(each)]),
    "whiles": lambda clues: _many([each for each in clues.sits if _is_while(each)]),
    "harsh_once": lambda clues: some(_harsh(clues)),
    "harsh": lambda clues: often(_harsh(clues)),
    "offers_taken": _offers_taken,
    "feet_in_the_air": lambda clues: often(_feet(clues, YesNo.NO)),
    "feet_held": lambda clues: often(_feet(clues, YesNo.YES)),
    "upright": _upright,
    "at_preschool": lambda clues: counted(_at_preschool(clues)),
}
# fmt: on
