"""Where something comes from, as the page shows it."""

from collections.abc import Iterable

from stepstool import method


def sources(keys: Iterable[str]) -> tuple[method.Source, ...]:
    """Give sources by their keys."""
    return tuple(method.SOURCES[key] for key in keys)
