"""Where it may land: the usual places first, so that a tired thumb finds them."""

from collections import Counter
from datetime import timedelta

from stepstool import method
from stepstool.web.diary import reading, words
from stepstool.web.diary.visit import Visit
from stepstool.web.log.asking import Option

# So many of the last poops say what is usual.
LATEST = 10
LATELY = (method.Reads(kind=method.poop.Poop, back=timedelta(days=14)),)


def places(visit: Visit) -> list[Option]:
    """Give all places, those of the last poops first, the most usual one chosen."""
    usual = _usual(reading.record_of(visit.child, visit.now, LATELY))
    order = [*usual, *(place for place in method.poop.Place if place not in usual)]
    return [
        Option(
            value=str(place),
            words=words.answer_word(place, visit.gaps),
            picture=str(place),
            chosen=place in usual[:1],
        )
        for place in order
    ]


def _usual(record: method.Record) -> list[method.poop.Place]:
    latest = [poop.place for poop in record.of(method.poop.Poop)[-LATEST:]]
    counted = Counter(place for place in latest if place is not method.UNKNOWN)
    return [place for place, _ in counted.most_common()]
