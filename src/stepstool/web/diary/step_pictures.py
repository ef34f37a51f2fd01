"""What a step of a ladder looks like: its own picture, or for a family's own step what it wants."""

from typing import Final

from stepstool import method

PLAIN: Final = "stepstool"
# How a step of a family's own looks: by what it wants, the rarest first.
P, R = method.poop, method.answers.Where
LOOKS: Final = (
    (P.Wearing.DIAPER_WITH_HOLE, "step_a_hole"),
    (R.OTHER_HOME, "away"),
    (R.PRESCHOOL, "caregivers"),
    (P.Posture.SITTING_ON_SEAT, "step_on_the_seat"),
    (P.Posture.SITTING_ON_LID, "step_on_the_lid"),
    (P.Posture.SITTING_ON_POTTY, "step_on_the_potty"),
    (R.HIDING_PLACE, "diaper_in_hiding_place"),
    (P.Place.POTTY, "potty"),
    (P.Place.TOILET, "toilet"),
    (R.BATHROOM, "diaper_in_bathroom"),
    (P.Place.DIAPER, "diaper"),
)


def step_picture(ladder: method.Ladder, number: int) -> str:
    """Give the name of the picture of a step; below the first it is a diaper."""
    if number < 1:
        return "diaper"
    step = ladder.step(number)
    return step.picture or _looks_of(step)


def _looks_of(step: method.Step) -> str:
    way = step.success[0]
    wants = {*way.place, *way.where, *way.wearing, *way.posture}
    return next((drawn for want, drawn in LOOKS if want in wants), PLAIN)
