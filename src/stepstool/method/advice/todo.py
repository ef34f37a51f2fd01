"""The one thing to do, never two."""

from dataclasses import dataclass

from stepstool.method.record import Saying


@dataclass(frozen=True, kw_only=True)
class Todo:
    """The one thing to do; key `nothing` when there is nothing."""

    key: str
    says: Saying


def todo(key: str) -> Todo:
    """Give one of the things that comfort asks for."""
    return Todo(key=key, says=Saying(key=f"todo.{key}"))
