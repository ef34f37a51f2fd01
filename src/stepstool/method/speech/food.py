"""The picture of food in the family's words."""

from collections.abc import Iterator
from dataclasses import dataclass

from stepstool.method import food
from stepstool.method.evidence import SOURCES, Source, number
from stepstool.method.words import Speaker, SpokenBecause


@dataclass(frozen=True, kw_only=True)
class SpokenFood:
    """What the food page says."""

    picture: food.FoodPicture
    because: SpokenBecause
    """How it lies, with its sources."""
    band: str
    """What is usual at this age; empty where nothing holds, as for drinks."""
    drinks: str
    drinks_sources: tuple[Source, ...]
    swaps: tuple[str, ...]
    """Ideas."""
    notes: tuple[SpokenBecause, ...]
    """What else to know."""


def spoken_food(picture: food.FoodPicture, speaker: Speaker) -> SpokenFood:
    """Say the picture of food."""
    (because,) = speaker.reasons(picture.because)
    return SpokenFood(
        picture=picture,
        because=because,
        band=_band(picture, speaker),
        drinks=_drinks(picture, speaker),
        drinks_sources=_sources("food.drinks_toddler"),
        swaps=tuple(_swap(swap, speaker) for swap in picture.swaps),
        notes=speaker.reasons(picture.notes),
    )


def food_name(key: str, speaker: Speaker) -> str:
    """Say a food by its name, in lower case. KeyError if it has none."""
    return speaker.say(f"foods.name.{key}")


def food_portion(key: str, speaker: Speaker) -> str:
    """Say what one tap on a food means; empty where that is not known."""
    return _if_said(f"foods.portion.{key}", speaker)


def food_note(key: str, speaker: Speaker) -> str:
    """Say how a food is given safely; empty where there is nothing to say."""
    return _if_said(f"foods.note.{key}", speaker)


def _if_said(key: str, speaker: Speaker) -> str:
    return speaker.say(key) if speaker.has(key) else ""


def _band(picture: food.FoodPicture, speaker: Speaker) -> str:
    if picture.band is None:
        return ""
    if picture.band.floor is None:
        return speaker.say("food.band.goal", goal=picture.band.goal)
    floor, goal = picture.band.floor, picture.band.goal
    return speaker.say("food.band.floor_and_goal", floor=floor, goal=goal)


def _drinks(picture: food.FoodPicture, speaker: Speaker) -> str:
    usual = picture.drinks
    return "" if usual is None else speaker.say("food.drinks.usual", usual=usual)


def _swap(swap: food.Swap, speaker: Speaker) -> str:
    return " ".join(_parts(swap, speaker))


def _parts(swap: food.Swap, speaker: Speaker) -> Iterator[str]:
    old, new = (food_name(item, speaker) for item in (swap.old, swap.new))
    values = {"old": old, "New": new[:1].upper() + new[1:], "gain": f"{swap.gain:g}"}
    yield speaker.say(f"food.swap.{swap.how}", **values)
    if note := food_note(swap.new, speaker):
        yield speaker.say("food.swap.careful", note=note)


def _sources(key: str) -> tuple[Source, ...]:
    return tuple(SOURCES[source] for source in number(key).sources)
