"""Tries: sits without a poop. Trying is noticed, and never counts against."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from stepstool.method.ladder.numbers import TRIP
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.toileting import Sit


def mere_tries(sits: Iterable[Sit], poops: Sequence[datetime]) -> Iterator[Sit]:
    """Give the sits that the child took and that no poop ended; poops in order."""
    for sit in sits:
        end = max(sit.until or sit.at, sit.at) + TRIP
        came = bisect_right(poops, end) > bisect_left(poops, sit.at)
        if sit.accepted is YesNo.YES and not came:
            yield sit
