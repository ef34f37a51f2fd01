"""An entry that can't be read: kept, shown, exported, and unknown to every rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from stepstool.method.record.entry import Entry


@dataclass(frozen=True, kw_only=True)
class Unread(Entry):
    """What somebody wrote and this version does not understand.

    kind: the kind it claims to be; raw: the whole entry as it came; why: what is wrong.
    A day with one is never known to be without poop.
    """

    kind: str
    raw: Mapping[str, Any]
    why: str

    def __post_init__(self) -> None:
        """Take anything: refusing is over when a row is read."""
