"""The end of the way: when it goes well the app asks less each week, until nobody needs it (M20).

It is read from the last step alone, while that has settled and it is soft and easy: two weeks of
quieter rewards and of preschool, then the goodbye to the last diaper, then ours. What happens on
the way back, a hard one, silence or a smaller share in the potty, ends the ending at once.
Sources: `ACCOUNT-B` and our own inference (`I`); `UNC-AFIRM` for fading.
"""

from datetime import timedelta
from enum import StrEnum
from typing import Final

from stepstool.method.advice.moments import Scene
from stepstool.method.comfort import State
from stepstool.method.evidence import topic
from stepstool.method.ladder import MoveMark
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)

N: Final = topic("today")
ENDED: Final = "ended"


class Ending(StrEnum):
    """How near the end of the way is."""

    ON_THE_WAY = "on_the_way"
    SETTLING = "settling"
    LAST_DIAPER = "last_diaper"
    GOODBYE = "goodbye"
    DONE = "done"


class EndingRow(Row[Scene]):
    """One row."""


def _is_easy(scene: Scene) -> bool:
    comfort = scene.comfort
    quiet = comfort.is_quiet or comfort.quiet_since is not None
    return comfort.state is State.COMFORTABLE and not quiet


def _has_settled(scene: Scene, since: timedelta = timedelta(0)) -> bool:
    begun = scene.plan.since
    if MoveMark.SETTLED not in scene.plan.marks or begun is None:
        return False
    return scene.record.at - begun >= since


# fmt: off
ENDINGS: Final = decision_table(
    EndingRow(key=Ending.DONE, when="the family ended the ladder, and the last ones all came in the potty",
        fits=lambda scene: scene.plan.rule == ENDED and scene.is_there),
    EndingRow(key=Ending.GOODBYE, when="six weeks on the last step, and it has settled", fits=lambda scene: _has_settled(scene, N.span.goodbye)),
    EndingRow(key=Ending.LAST_DIAPER, when="four weeks on the last step, and it has settled", fits=lambda scene: _has_settled(scene, N.span.last_diaper)),
    EndingRow(key=Ending.SETTLING, when="the last step has settled", fits=_has_settled),
    EndingRow(key=Ending.ON_THE_WAY, when="everything else", fits=always),
)
# fmt: on
# Then nothing more is asked for the plan.
NEARLY_OVER: Final = {Ending.LAST_DIAPER, Ending.GOODBYE}


def ending_of(scene: Scene) -> Ending:
    """Give it by the first row that fits; only where it is soft and easy, and not silent."""
    if not _is_easy(scene):
        return Ending.ON_THE_WAY
    return Ending(first_that_fits(ENDINGS, scene).key)
