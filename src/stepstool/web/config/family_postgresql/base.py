"""The connection: each statement takes along of which family it is, and leaves nothing behind.

A setting of the session would have to be taken off again, by every request and each time a
connection is lent to another. Here it is local to the transaction, and sent in one go with the
statement: outside of a transaction these two are one, so that the setting ends with the
statement; inside of one, the next statement brings its own. So nothing is ever left that another
request, or another process behind the same pool, could read by. The rules that ask for the
setting are in `families/row_security.py`.
"""

import re
from typing import Any, Final, Self

from django.db.backends.postgresql import base
from psycopg import ClientCursor

from stepstool.web.families.one_family import here

# What may meet a row. In a failed transaction only others (ROLLBACK TO …) are still allowed.
MEETS_ROWS: Final = re.compile(
    r"\s*(?:\(\s*)?(SELECT|INSERT|UPDATE|DELETE|WITH)\b", re.IGNORECASE
)


class FamilyCursor(ClientCursor[Any]):
    """Says before each statement of which family it is."""

    def execute(self, query: Any, params: Any = None, **options: Any) -> Self:
        """Send both in one go; what the statement itself gives is what can be fetched."""
        if not (isinstance(query, str) and MEETS_ROWS.match(query)):
            super().execute(query, params, **options)
            return self
        family = here()
        named = "" if family is None else str(int(family))
        super().execute(
            f"SET LOCAL stepstool.family = '{named}'; {query}", params, **options
        )
        self.nextset()
        return self


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose cursors do so.

    Cursors on the server would read on by a later statement than the one that named the
    family, so that there are none (DISABLE_SERVER_SIDE_CURSORS in `databases`).
    """

    def get_connection_params(self) -> dict[str, Any]:
        return super().get_connection_params() | {"cursor_factory": FamilyCursor}
