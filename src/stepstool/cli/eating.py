"""Food and drink of the last days, as `stepstool advise` prints it."""

import dataclasses
from collections.abc import Iterable
from typing import Any

from stepstool import method


def for_programs(
    record: method.Record, advice: method.SpokenAdvice, speaker: method.Speaker
) -> dict[str, Any]:
    """Give the picture of food as JSON; what nobody wrote down is null."""
    picture = method.food_picture(record, advice.comfort)
    spoken = method.spoken_food(picture, speaker)
    return {
        "level": str(picture.level),
        "band": picture.band and dataclasses.asdict(picture.band),
        "average": picture.average,
        "days": [
            dataclasses.asdict(day) | {"day": str(day.day)} for day in picture.days
        ],
        "swaps": list(spoken.swaps),
        "because": _reasons([spoken.because]),
        "notes": _reasons(spoken.notes),
    }


def _reasons(reasons: Iterable[method.SpokenBecause]) -> list[dict[str, str]]:
    return [
        {
            "rule": reason.rule,
            "saw": reason.saw,
            "source": "; ".join(source.title for source in reason.sources),
        }
        for reason in reasons
    ]
