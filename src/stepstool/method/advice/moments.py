"""Which words fit the moment, as a table: the most pressing first (M9).

Each row names a situation and when it holds. What is urgent stands first, then what was
just written down, then how it is on the whole. At the end stand the words that every
family needs next: for the diaper that is asked for, and for the poop that comes.
"""

from collections.abc import Callable
from typing import Final

from stepstool.method.advice.scene import Scene
from stepstool.method.calm import Level, Place
from stepstool.method.comfort import State, Variant
from stepstool.method.ladder import Advised, Mark
from stepstool.method.record import YesNo
from stepstool.method.record.kinds.health import DangerKey
from stepstool.method.record.kinds.poop import (
    IN_A_DIAPER,
    IN_CLOTHES,
    POTTY_OR_TOILET,
    Beginning,
)
from stepstool.method.record.kinds.toileting import (
    DiaperRequest,
    Sit,
)
from stepstool.method.record.unknown import UNKNOWN
from stepstool.method.words.situation import Situation

Holds = Callable[[Scene], bool]

BLOODY: Final = (
    DangerKey.STREAK_ON_HARD,
    DangerKey.BLOOD_MIXED_IN,
    DangerKey.RED_JELLY_OR_BLACK,
)


def _bled(scene: Scene) -> bool:
    fresh = scene.latest is not None and scene.latest.blood is not None
    return fresh or scene.alert_for(*BLOODY)


def _was_harsh(scene: Scene) -> bool:
    return scene.was_harsh_today


def _not_felt(scene: Scene) -> bool:
    poops = scene.latest.poops if scene.latest else ()
    return any(poop.noticed is YesNo.NO for poop in poops)


def _hid(scene: Scene) -> bool:
    poops = scene.latest.poops if scene.latest else ()
    began = [poop.began for poop in poops if poop.began is not UNKNOWN]
    return scene.hid or any(Beginning.HID in each for each in began)


def _said_no(scene: Scene) -> bool:
    sit = scene.fresh(Sit)
    return sit is not None and sit.offered is YesNo.YES and sit.accepted is YesNo.NO


def _may_sit(scene: Scene) -> bool:
    calm = scene.calm.level is Level.CALM and scene.plan.place is not Place.ON_BREAK
    return calm and _is(scene, State.COMFORTABLE) and not scene.night


def _is(scene: Scene, *states: State) -> bool:
    return scene.comfort.state in states


def _rests(scene: Scene) -> bool:
    return scene.plan.place is Place.ON_BREAK


ROWS: Final[tuple[tuple[Situation, Holds], ...]] = (
    (Situation.NOTHING_CAME, lambda s: s.alert_for(DangerKey.STUCK_IN_OPENING)),
    (Situation.BLOOD, _bled),
    (Situation.THIRD_DAY_AT_NIGHT, lambda s: s.night and s.has_waited_long),
    (Situation.HARSH_WORD, _was_harsh),
    (Situation.ILL, lambda s: s.comfort.variant in {Variant.ILL, Variant.BUG}),
    (Situation.IT_HURT, lambda s: s.latest is not None and s.latest.hurt),
    (Situation.CAME_AT_LAST, lambda s: s.came_at_last),
    (Situation.FIRST_SUCCESS, lambda s: s.is_first),
    (Situation.IN_THE_POTTY, lambda s: s.place in POTTY_OR_TOILET),
    (Situation.NO_FEELING, _not_felt),
    (Situation.ACCIDENT, lambda s: s.place in IN_CLOTHES),
    (Situation.DIAPER_REQUEST, lambda s: s.fresh(DiaperRequest) is not None),
    (Situation.HOLDING, lambda s: s.is_holding),
    (Situation.REFUSAL, _said_no),
    (Situation.HIDES, _hid),
    (Situation.ANYWHERE, lambda s: s.place in IN_A_DIAPER),
    (Situation.DAY_AFTER, lambda s: s.first_was_yesterday),
    (Situation.FIGHT, lambda s: s.calm.level is Level.FIGHT and not _rests(s)),
    (Situation.AFTER_BREAK, lambda s: _rests(s) and Mark.BREAK_ENDS in s.plan.marks),
    (Situation.ON_BREAK, lambda s: _rests(s) and Mark.BREAK_ENDS not in s.plan.marks),
    (Situation.SOFTNESS_FIRST, lambda s: s.comfort.body is State.CONSTIPATED),
    (Situation.MEDICINE_WORKS, lambda s: s.comfort.variant is Variant.WITH_MEDICINE),
    (Situation.AFTER_A_CHANGE, lambda s: Mark.NEWS in s.plan.marks),
    (Situation.BABY, lambda s: s.is_baby),
    (Situation.NEW_STEP, lambda s: s.plan.move is Advised.MOVE_ON and _may_sit(s)),
    (Situation.BEFORE_SIT, lambda s: _may_sit(s) and not s.is_baby),
    (Situation.DIAPER_REQUEST, lambda _: True),
    (Situation.ANYWHERE, lambda _: True),
)


def moments_of(scene: Scene) -> tuple[Situation, ...]:
    """Give the situations that fit, the most pressing first, each once; never none."""
    found = (situation for situation, holds in ROWS if holds(scene))
    return tuple(dict.fromkeys(found))
