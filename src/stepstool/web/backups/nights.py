"""Which nights were looked after: what the house remembers of its nightly work, and when it is due.

It needs no database and no Django, so that whoever watches the clock stays small.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Final

FILE: Final = "nightly.json"
REST: Final = timedelta(hours=1)
"""After a night that failed, so long until it is tried again."""
MANY: Final = 3
"""From so many failures in a row on it is more than a bad night."""


@dataclass(frozen=True, kw_only=True)
class Nights:
    """What is remembered.

    done: when a night's work was last done as a whole. tried: when it was last begun. name: of
    the newest backup. failures: how many tries in a row failed since; why: the last one's sentence.
    """

    done: datetime | None = None
    tried: datetime | None = None
    name: str = ""
    failures: int = 0
    why: str = ""

    def is_due(self, now: datetime, at: time) -> bool:
        """Say whether a night is to be looked after: the newest that has begun, or a missed one."""
        begun = datetime.combine(now.date(), at, now.tzinfo)
        if begun > now:
            begun -= timedelta(days=1)
        if self.failures and self.tried and timedelta(0) <= now - self.tried < REST:
            return False
        # A moment that lies ahead is of a wrong clock, and says nothing.
        return self.done is None or not begun <= self.done <= now


def read(data: Path) -> Nights:
    """Read what is remembered in a data folder; nothing where nothing, or nonsense, is there."""
    try:
        kept = json.loads((data / FILE).read_text())
        moments = {
            key: datetime.fromisoformat(kept[key]) if kept[key] else None
            for key in ("done", "tried")
        }
        return Nights(**{**kept, **moments})
    except (OSError, ValueError, TypeError, KeyError):
        return Nights()


def remember(data: Path, nights: Nights) -> None:
    """Write it: wholly or not at all."""
    draft = data / f".{FILE}"
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    try:
        draft.write_text(json.dumps(asdict(nights), default=datetime.isoformat))
        draft.replace(data / FILE)
    finally:
        draft.unlink(missing_ok=True)
