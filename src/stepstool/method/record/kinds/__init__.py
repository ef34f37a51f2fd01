"""The kinds of entry: everything a family can write down about its child.

Importing this package registers every kind in `KINDS`.
"""

from stepstool.method.record.entry import KINDS
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

__all__ = [
    "KINDS",
    "action_plan",
    "answers",
    "days",
    "health",
    "ideas",
    "interview",
    "lasting",
    "listening",
    "own_ladder",
    "poop",
    "promises",
    "toileting",
    "visit",
]
