"""Looking into a file that waits: what is in it, without keeping any of it."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepstool import method, trackers
from stepstool.web.diary.models import StoredEntry
from stepstool.web.diary.writing import TAKEN_BACK
from stepstool.web.exchange import arrivals
from stepstool.web.exchange.models import Import
from stepstool.web.families.models import Child

# Names in one IN (…): well below what SQLite takes.
_AT_ONCE = 500
LONGEST = 30.0
"""Seconds of work on one file: the most rows take a third of it (docs/trust.md)."""

_TOO_MUCH = frozenset({"too_large", "too_many_parts"})
GONE = gettext_lazy("The file is not here any more. Please choose it again.")


class ReadingSettings(NamedTuple):
    """How to read a file: where it was written, and answers to what it leaves open."""

    zone: str
    answers: Mapping[str, str]


class UnreadableError(ValueError):
    """A file that cannot be read; the sentence says what to do."""


class OpenQuestionError(Exception):
    """A file that can be read once this question is answered."""

    def __init__(self, name: str, answers: Sequence[str], says: str) -> None:
        """Keep which question it is, what it takes, and why we ask."""
        super().__init__(says)
        self.name, self.answers, self.says = name, answers, says


@dataclass(frozen=True)
class LookInside:
    """What is in a file, read in one way."""

    reading: ReadingSettings
    content: trackers.Reading

    @property
    def source(self) -> str:
        """The app it comes from."""
        return self.content.format.name

    @property
    def entries(self) -> tuple[method.Entry, ...]:
        """What can be brought in, in the order of the file."""
        return self.content.entries


def look_into(arrived: Import, child: Child, reading: ReadingSettings) -> LookInside:
    """Read a file that waits.

    Raises UnreadableError, and OpenQuestionError where it can be read in two ways.
    """
    data = arrivals.content(arrived)
    if data is None:
        raise UnreadableError(GONE)
    try:
        content = trackers.read(
            data,
            reading.zone,
            str(child.id),
            name=arrived.file_name,
            newest=arrived.received_at,
            date_order=reading.answers.get("date_order"),
            child=reading.answers.get("child", ""),
            has_time=_until(time.thread_time() + LONGEST),
        )
    except trackers.NeedsAnswerError as error:
        raise OpenQuestionError(error.key, error.answers, _said(error)) from error
    except trackers.NotUnderstoodError as error:
        raise UnreadableError(_said(error)) from error
    return LookInside(reading, content)


def _until(end: float) -> Callable[[], bool]:
    """Give what tells whether this thread has worked for less than so long."""
    return lambda: time.thread_time() < end


def check(arrived: Import, child: Child, zone: str) -> None:
    """Raise UnreadableError if nothing will ever be read from this file."""
    try:
        look_into(arrived, child, ReadingSettings(zone, {}))
    except OpenQuestionError:
        return


def formats_known() -> str:
    """Name the apps whose files we can read."""
    return ", ".join(tracker.name for tracker in trackers.FORMATS)


def reason_said(pile: trackers.Pile) -> str:
    """Say why a pile of rows, or a part of each, was not understood."""
    return _(trackers.REASONS[pile.reason]).format(word=pile.word)


def here_before(child: Child, look: LookInside) -> int:
    """Count which of the entries are in the diary; what was taken back is not."""
    ids = [entry.id for entry in look.entries]
    stretches = (ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE))
    here = StoredEntry.objects.filter(family_id=child.family_id, child_id=child.id)
    here = here.exclude(removed=True, device=TAKEN_BACK)
    return sum(here.filter(id__in=stretch).count() for stretch in stretches)


def too_much(error: trackers.NotUnderstoodError) -> str:
    """Say that a file is more than is read, if that is why it was refused."""
    return _refusal(error) if error.key in _TOO_MUCH else ""


def _said(error: trackers.NotUnderstoodError) -> str:
    return _refusal(error) + " " + _("Nothing was changed.")


def _refusal(error: trackers.NotUnderstoodError) -> str:
    return _(trackers.SENTENCES[error.key]).format(**error.values)
