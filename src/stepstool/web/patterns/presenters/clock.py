"""The poop clock in values, and in words for who listens."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from stepstool import method

LAST: Final = 20
AN_HOUR: Final = 6
# The parts of a day, and the hour from which each lasts; the day begins at 04:00.
PARTS: Final = (
    (4, gettext_lazy("early morning: %(count)s")),
    (8, gettext_lazy("morning: %(count)s")),
    (12, gettext_lazy("afternoon: %(count)s")),
    (18, gettext_lazy("evening: %(count)s")),
    (22, gettext_lazy("night: %(count)s")),
)


@dataclass(frozen=True, kw_only=True)
class PoopClock:
    """What is drawn, and what it says: title before the parts of the day."""

    came: Sequence[int]
    usual: Sequence[float]
    says: str


def clock_of(forecast: method.Forecast) -> PoopClock:
    """Give the clock; without a rhythm there is no shape behind the dots."""
    came = forecast.came[-LAST:]
    known = forecast.knowing is not method.Knowing.NOT_YET
    return PoopClock(came=came, usual=forecast.usual if known else (), says=_says(came))


def _says(came: Sequence[int]) -> str:
    if not came:
        return _("Nothing written down with its time yet.")
    counted = Counter(map(_part, came))
    parts = [
        str(said) % {"count": counted[n]}
        for n, (_since, said) in enumerate(PARTS)
        if counted[n]
    ]
    count = len(came)
    last = ngettext("The last one", "The last %(count)s", count) % {"count": count}
    return f"{last} – {', '.join(parts)}."


def _part(ten: int) -> int:
    hour = PARTS[0][0] + ten // AN_HOUR
    return sum(hour >= since for since, _said in PARTS) - 1
