"""What the model expected of each day, for others to score.

`{"ten_minutes": 144, "window_minutes": 30, "diaries": {NAME: {"months_at_start", "days":
[{"date", "scored", "from_nine_months", "hazard", "morning", "renewed"}]}}}`. Days are clock
days. hazard: the chance in each ten minutes from 00:00, given all that was written before
it; until 04:00 it is the forecast of the day before. morning, renewed: by the number of
windows allowed, the wall-clock times at which they begin.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from rhythm_models import Windows
from rhythm_scores import Played, by_the_clock, shift

from stepstool.method.rhythm.timeline import A_DAY

DIGITS = 6


def predictions(played: Sequence[Played]) -> dict[str, Any]:
    """Give what a model expected of each day of each diary."""
    return {
        "ten_minutes": A_DAY,
        "window_minutes": 30,
        "diaries": {each.diary.name: _diary(each) for each in played},
    }


def _diary(played: Played) -> dict[str, Any]:
    diary = played.diary
    hazards = by_the_clock(diary, [each.hazards for each in played.days])
    days = []
    for day in range(diary.days):
        own = played.days[day + shift(diary)]
        days.append(
            {
                "date": (diary.first + timedelta(days=day)).isoformat(),
                "scored": diary.scored[day],
                "from_nine_months": diary.is_old(day),
                "hazard": [
                    round(each, DIGITS)
                    for each in hazards[day * A_DAY : (day + 1) * A_DAY]
                ],
                "morning": _times(own.morning),
                "renewed": _times(own.renewed),
            }
        )
    return {"months_at_start": diary.months, "days": days}


def _times(windows: Windows) -> Mapping[str, list[str]]:
    return {str(count): [_time(ten) for ten in tens] for count, tens in windows.items()}


def _time(ten: int) -> str:
    minutes = ten * 10 + 4 * 60
    return f"{minutes // 60:02}:{minutes % 60:02}"
