"""Other apps' exports, and our own: bytes in, entries and an honest report out.

    found = trackers.read(data, "Europe/London", child_id)
    found.entries, found.counts, found.left_out, found.not_understood

Pure: no clock, no disk, no network. Reading the same file again gives the same entries,
ids included, so that importing it twice adds nothing.
"""

from stepstool.trackers.complaints import (
    SENTENCES,
    NeedsAnswerError,
    NotUnderstoodError,
)
from stepstool.trackers.decoding import check_size, decoded
from stepstool.trackers.format import Format
from stepstool.trackers.limits import LARGEST, MOST_ENTRIES, MOST_ROWS
from stepstool.trackers.opening import FORMATS
from stepstool.trackers.piles import REASONS, Pile
from stepstool.trackers.read import read, recognise
from stepstool.trackers.reading import Reading
from stepstool.trackers.uniting import United, unite
from stepstool.trackers.wall_time import DateOrder

__all__ = [
    "FORMATS",
    "LARGEST",
    "MOST_ENTRIES",
    "MOST_ROWS",
    "REASONS",
    "SENTENCES",
    "DateOrder",
    "Format",
    "NeedsAnswerError",
    "NotUnderstoodError",
    "Pile",
    "Reading",
    "United",
    "check_size",
    "decoded",
    "read",
    "recognise",
    "unite",
]
