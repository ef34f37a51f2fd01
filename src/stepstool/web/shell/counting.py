"""Where tries are counted: the table of the cache, which keeps no page from being read.

A clock that ran ahead and was set right leaves tries behind that are still to come. Counted as
they stand they would keep somebody out until then, for days; so they are none.
"""

from datetime import timedelta
from time import time
from typing import Any, Final

from django.core.cache.backends.db import DatabaseCache
from django.db import DatabaseError, connection
from django.utils import timezone

# The longest of ACCOUNT_RATE_LIMITS, and some time for a clock that is a little off.
LONGEST: Final = timedelta(days=1, minutes=5)
SLACK: Final = 60.0  # seconds
_TABLE: Final = "shell_cache"


class Counting(DatabaseCache):
    """Forgets tries of a time to come, and keeps what has ended where nothing can be written."""

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """Give what is kept under a key; of moments only those that were."""
        kept = super().get(key, default, version)
        if not isinstance(kept, list):
            return kept
        return [moment for moment in kept if moment <= time() + SLACK]

    def _base_delete_many(self, keys: list[str]) -> Any:
        try:
            return super()._base_delete_many(keys)  # type: ignore[misc]  # the stubs lack it
        except DatabaseError:
            return False


def forget_what_never_ends() -> None:
    """Delete what would end later than anything that was counted by a clock that is right."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {_TABLE} WHERE expires > %s",  # noqa: S608 - a fixed name
            [connection.ops.adapt_datetimefield_value(timezone.now() + LONGEST)],
        )
