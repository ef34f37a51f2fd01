"""Why the diary refuses an entry, each with its cure."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _


class RefusalReason(Enum):
    """What is wrong with an entry beside what the method itself checks."""

    NOT_ALLOWED = "not_allowed"
    OTHER_KIND = "other_kind"
    OTHER_CHILD = "other_child"
    FAR_AHEAD = "far_ahead"
    UNSOUND = "unsound"


SENTENCES = {
    RefusalReason.NOT_ALLOWED: _(
        "This is for others of the family. A parent can change that."
    ),
    RefusalReason.OTHER_KIND: _(
        "An entry stays what it is. Remove it, and write a new one."
    ),
    RefusalReason.OTHER_CHILD: _(
        "An entry stays with its child. Remove it there, write it here."
    ),
    RefusalReason.FAR_AHEAD: _(
        "Its version is far ahead of ours. Open the page again."
    ),
    RefusalReason.UNSOUND: _(
        "Its id, kind or device is empty, too long or not plain text."
    ),
}


class Refusal(NamedTuple):
    """An entry that was not taken, and why."""

    entry_id: str
    why: RefusalReason


class RefusedError(ValueError):
    """Nothing was written: at least one entry was refused."""

    def __init__(self, refusals: list[Refusal]) -> None:
        """Keep all refusals, not only the first."""
        self.refusals = refusals
        reasons = sorted(
            {refusal.why for refusal in refusals}, key=lambda why: why.value
        )
        super().__init__(" ".join(str(SENTENCES[why]) for why in reasons))


@contextmanager
def denied_if_refused() -> Iterator[None]:
    """Turn a refusal into "not allowed", for pages that send nothing else that is refused."""
    try:
        yield
    except RefusedError:
        raise PermissionDenied from None
