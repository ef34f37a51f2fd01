"""The one thing to do, never two."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Todo:
    """The one thing to do; key `nothing` when there is nothing."""

    key: str
    text: str
