"""Made-up days of Mia's, for tests of rewards."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from stepstool import method
from stepstool.web.families.models import Child
from tests.web.cast import Cast
from tests.web.pages import get, post, stored, text_of, wrote

P = method.poop
Plan, Move = method.lasting.Plan, method.lasting.Move
Reward, Settings = method.lasting.Reward, method.lasting.Settings
Price, Prize = method.promises.Price, method.promises.Prize
POTTY = {"place": P.Place.POTTY, "wearing": P.Wearing.NOTHING}


def ago(days: float) -> Any:
    """Give a moment so many days ago."""
    return timezone.now() - timedelta(days=days)


def grown(cast: Cast) -> None:
    """Let Mia be four and a half, so that sweets are safe."""
    Child.objects.filter(family_id=cast.family.pk, id=cast.mia.id).update(
        born=date(2021, 9, 1)
    )
    cast.mia.refresh_from_db()


def on_step(cast: Cast, step: int = 5, days: float = 3) -> None:
    """Mia is on a step of the first ladder, and her family chose sweets."""
    grown(cast)
    wrote(cast, Settings, at=ago(days), treat=method.SWEETS)
    told = {"ladder": "b", "ladder_version": 1, "move": Move.START, "step": step}
    wrote(cast, Plan, at=ago(days), **told)


def pooped(cast: Cast, days: float = 1 / 24, **told: Any) -> str:
    """Write a poop in the potty, an hour ago if not told otherwise."""
    easy = {**POTTY, "bristol": 4, "pain": 0, "mood": P.Mood.FINE}
    return wrote(cast, P.Poop, at=ago(days), **{**easy, **told})


def dues(cast: Cast) -> list[Any]:
    """Give what is due, as the page knows it."""
    page = get(cast.anna.client, cast, "rewards")
    return list(page.context["page"].due)


def give(cast: Cast, who: str = "anna", what: int = 0, **fields: str) -> Any:
    """Tap "Given" on one of the lines."""
    due = dues(cast)[what].id
    client = getattr(cast, who).client
    return post(client, cast, "reward-give", due=due, **fields)


def page(cast: Cast, who: str = "anna", name: str = "rewards") -> str:
    """Open a page of this room."""
    return text_of(get(getattr(cast, who).client, cast, name))


def given(cast: Cast) -> list[Any]:
    """Give what was given."""
    return stored(cast, Reward)
