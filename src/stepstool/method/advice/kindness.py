"""After harsh words were noted, the one thing of that day is for the grown-up (M20).

More abuse happens around toilet training than at any other step of growing up (evidence
§12, AAP-SAFETY), so "step away, the child is safe" goes before every plan; only a doctor
who is to be called goes before it.
"""

from typing import Final

from stepstool.method.advice.scene import Scene
from stepstool.method.advice.todo import Todo
from stepstool.method.comfort import State
from stepstool.method.record import Saying

AGAIN: Final = "P6"


def kindness(scene: Scene) -> Todo | None:
    """Give the one thing of a day on which words grew sharp; None on other days."""
    if scene.comfort.state is State.SEE_A_DOCTOR or not scene.was_harsh_today:
        return None
    key = "step_away" if AGAIN in scene.calm.signs else "came_back"
    return Todo(key=key, says=Saying(key=f"calm.advice.{key}"))
