"""From the record, comfort and calm to reasons."""

from collections.abc import Iterable
from typing import Final

from stepstool.method.calm import Calm
from stepstool.method.calm import Level as Tension
from stepstool.method.comfort import Comfort, HarderStep, allowed
from stepstool.method.reasons.asking import again_of, open_questions
from stepstool.method.reasons.clues import Clues
from stepstool.method.reasons.help import help_of, ladders_of
from stepstool.method.reasons.keys import BODY, Key, Level, Of
from stepstool.method.reasons.readiness import readiness, so_far
from stepstool.method.reasons.reasons import Reason, Reasons, in_order, leading
from stepstool.method.reasons.telling import clinician_leads, tell_of
from stepstool.method.reasons.weighing import Held, forms, held_rows, level_of
from stepstool.method.record import Because, Record, Saying

SURE: Final = Saying(key="reasons.nobody_is_sure")
# Of the body, as long as it is not likely: the next few tell.
LOOK: Final = "look"


def find(record: Record, comfort: Comfort, calm: Calm) -> Reasons:
    """Say what may be in the way at the moment of the record (M1, M21).

    Reads `READING`. Hypotheses, never a diagnosis: no validated test for causes exists
    (evidence §12 a). The same record gives the same reasons; what was not told and not
    written says nothing.
    """
    clues = Clues(record, comfort, calm)
    reasons = [_reason(key, clues) for key in Key]
    return Reasons(
        each=in_order(reasons),
        leads=leading(reasons),
        sure=SURE,
        clinician=clinician_leads(clues),
        tell=tell_of(clues),
        readiness=readiness(clues),
        ready=so_far(clues, waits=bool(_waiting(clues))),
        again=again_of(clues),
        questions=open_questions(clues),
    )


def _reason(key: Key, clues: Clues) -> Reason:
    held = held_rows(key, clues)
    points = forms(held)
    likeliest = next(iter(points))
    level = level_of(held, points[likeliest])
    name, help_ = help_of(key, likeliest)
    waiting, of = _waiting(clues), _of(held, points)
    wait = waiting if help_.asks else ""
    if key in BODY and level is not Level.LIKELY:
        name = LOOK
    return Reason(
        key=key,
        level=level,
        points=points[likeliest],
        speaks_for=_because(each for each in held if each.points > 0),
        speaks_against=_because(each for each in held if each.points < 0),
        of=of,
        help=help_.parts,
        first=Saying(key=f"reasons.first.{wait or name}"),
        waits=bool(wait),
        ladders=() if waiting else ladders_of(key, of),
    )


def _because(held: Iterable[Held]) -> tuple[Because, ...]:
    return tuple(each.because for each in held)


def _of(held: tuple[Held, ...], points: Iterable[Of | None]) -> tuple[Of, ...]:
    spoken = {each.row.of for each in held if each.points > 0}
    return tuple(of for of in points if of is not None and of in spoken)


def _waiting(clues: Clues) -> str:
    """Name what is waited for, if the child is not to be asked for more now."""
    states = (clues.comfort.body, clues.comfort.state)
    if any(allowed(state).harder_step is HarderStep.NO for state in states):
        return "waits_for_comfort"
    return "waits_for_calm" if clues.calm.level is Tension.FIGHT else ""
