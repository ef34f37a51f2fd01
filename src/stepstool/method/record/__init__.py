"""What a family writes down: kinds of entry, the record of one child, diary files.

A diary is a set of entries. Each is frozen and refuses nonsense when written; what was
stored is read leniently and never lost.
"""

from stepstool.method.record.child import Child, Month, month
from stepstool.method.record.clock import (
    NOWHERE,
    Clock,
    PartOfDay,
    days_between,
    zones_of,
)
from stepstool.method.record.decision import Because, Dates, Saying, Value
from stepstool.method.record.diary_file import (
    DiaryFile,
    NotADiaryError,
    diary_schema,
    read_diary,
    stream_diary,
    write_diary,
)
from stepstool.method.record.entry import (
    EARLIEST,
    KINDS,
    LATEST,
    Entry,
    Timing,
    Unread,
    Version,
    computed_id,
    in_time,
)
from stepstool.method.record.entry_json import (
    read_entry,
    read_or_keep,
    row,
    write_entry,
)
from stepstool.method.record.kinds import (
    action_plan,
    answers,
    days,
    health,
    ideas,
    interview,
    lasting,
    listening,
    own_ladder,
    poop,
    promises,
    toileting,
    visit,
)
from stepstool.method.record.kinds.answers import MedicineKind, YesNo
from stepstool.method.record.kinds.food import Food
from stepstool.method.record.merge import is_newer, newest
from stepstool.method.record.question import (
    UNKNOWN,
    Choice,
    Day,
    Fault,
    NonsenseError,
    Parts,
    Several,
    Text,
    Unknown,
    Whole,
)
from stepstool.method.record.record import Reads, Record, union

__all__ = [
    "EARLIEST",
    "KINDS",
    "LATEST",
    "NOWHERE",
    "UNKNOWN",
    "Because",
    "Child",
    "Choice",
    "Clock",
    "Dates",
    "Day",
    "DiaryFile",
    "Entry",
    "Fault",
    "Food",
    "MedicineKind",
    "Month",
    "NonsenseError",
    "NotADiaryError",
    "PartOfDay",
    "Parts",
    "Reads",
    "Record",
    "Saying",
    "Several",
    "Text",
    "Timing",
    "Unknown",
    "Unread",
    "Value",
    "Version",
    "Whole",
    "YesNo",
    "action_plan",
    "answers",
    "computed_id",
    "days",
    "days_between",
    "diary_schema",
    "health",
    "ideas",
    "in_time",
    "interview",
    "is_newer",
    "lasting",
    "listening",
    "month",
    "newest",
    "own_ladder",
    "poop",
    "promises",
    "read_diary",
    "read_entry",
    "read_or_keep",
    "row",
    "stream_diary",
    "toileting",
    "union",
    "visit",
    "write_diary",
    "write_entry",
    "zones_of",
]
