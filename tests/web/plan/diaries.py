"""Made-up weeks of Mia's, for tests of the plan: soft or sore, and what was decided."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from stepstool import method
from tests.web.cast import Cast, Person
from tests.web.pages import get, post, stored, text_of, wrote

P, W = method.poop, method.answers.Where
Plan, Move = method.lasting.Plan, method.lasting.Move
Interview, Topic, Told = (
    method.interview.Interview,
    method.interview.Topic,
    method.interview.Told,
)
YES, NO = method.YesNo.YES, method.YesNo.NO
IN_BATHROOM = {"place": P.Place.DIAPER, "where": W.BATHROOM}
ON_THE_LID = {**IN_BATHROOM, "posture": P.Posture.SITTING_ON_LID}
ON_THE_SEAT = {**IN_BATHROOM, "posture": P.Posture.SITTING_ON_SEAT}
BEHIND_THE_SOFA = {"place": P.Place.DIAPER, "where": W.HIDING_PLACE}


def ago(days: float) -> Any:
    """Give a moment so many days ago."""
    return timezone.now() - timedelta(days=days)


def soft(cast: Cast, first: int, last: int, **told: Any) -> None:
    """Write one soft poop a day, from so many days ago to so many, an hour before now."""
    for days in range(first, last - 1, -1):
        easy = {"bristol": 4, "pain": 0, "mood": P.Mood.FINE, **IN_BATHROOM}
        wrote(cast, P.Poop, at=ago(days + 1 / 24), **{**easy, **told})


def sore(cast: Cast, **told: Any) -> None:
    """Write a week and a half that leaves no doubt: stuck or sore."""
    for days in (9, 7, 5, 3, 1):
        hard = {"bristol": 2, "pain": 2, **IN_BATHROOM}
        wrote(cast, P.Poop, at=ago(days), **{**hard, **told})


def decided(
    cast: Cast,
    days: float,
    move: method.lasting.Move | None = None,
    step: int | None = None,
    who: Person | None = None,
    **told: Any,
) -> str:
    """Write a decision about the first ladder; its id."""
    given = {"ladder": "b", "ladder_version": 1, "move": move, "step": step} | told
    known = {name: value for name, value in given.items() if value is not None}
    return wrote(cast, Plan, who=who, at=ago(days), **known)


def counting(cast: Cast) -> None:
    """Two successes on step 2."""
    soft(cast, 12, 5)
    decided(cast, 10, Move.START, 1, child_agreed=YES)
    decided(cast, 3, Move.MOVE_ON, 2, child_agreed=YES)
    soft(cast, 1, 0, **ON_THE_LID)


def learned(cast: Cast) -> None:
    """Step 2 goes well: the next one may be asked."""
    soft(cast, 12, 6)
    decided(cast, 10, Move.START, 1, child_agreed=YES)
    decided(cast, 5, Move.MOVE_ON, 2, child_agreed=YES)
    soft(cast, 4, 0, **ON_THE_LID)


def on_a_break(cast: Cast, days_left: int) -> None:
    """Mia is on a break that began ten days ago."""
    soft(cast, 12, 0)
    decided(cast, 11, Move.START, 2, child_agreed=YES)
    until = (timezone.now() + timedelta(days=days_left)).date()
    decided(cast, 10, Move.TAKE_A_BREAK, 2, until_day=until)


def plan_page(cast: Cast, who: str = "anna", name: str = "plan", *more: object) -> str:
    """Open a page of the plan."""
    return text_of(get(getattr(cast, who).client, cast, name, *more))


def decide(cast: Cast, who: str = "anna", **fields: Any) -> Any:
    """Press a button of the plan page; follows to where it leads."""
    named = {"ladder": "b", "version": 1} | fields
    return post(getattr(cast, who).client, cast, "decide", **named)


def newest(cast: Cast) -> Any:
    """Give the latest decision in the diary."""
    return max(stored(cast, Plan), key=method.in_time)
