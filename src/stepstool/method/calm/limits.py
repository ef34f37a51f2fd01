"""The limits of listening, by their names in the rules; values and sources in evidence."""

from typing import Final

from stepstool.method.evidence import count, span

TALKS_FROM: Final = count("listening.talks_from")
SOFT_END: Final = span("listening.soft_end")
FIRM_END: Final = span("listening.firm_end")
NEXT_AFTER: Final = span("listening.next_after")
PAUSE_AFTER: Final = count("listening.pause_after")
PAUSE: Final = span("listening.pause")
DAY_BEGINS: Final = count("listening.day_begins")
DAY_ENDS: Final = count("listening.day_ends")
AFTER_HOLDING: Final = span("listening.after_holding")
AFTER_ACHE: Final = span("listening.after_ache")
