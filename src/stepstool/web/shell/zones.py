"""The names of time zones, to choose from in a form."""

import zoneinfo
from collections import defaultdict
from functools import cache

# Names without a place in them, kept for old computers.
_NOT_PLACES = {"Etc", "SystemV", "US", "posix", "right"}


@cache
def zone_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Give all zones of places, grouped by region, as choices of a select."""
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in sorted(zoneinfo.available_timezones()):
        region, _, place = name.partition("/")
        if place and region not in _NOT_PLACES:
            groups[region].append((name, place.replace("_", " ").replace("/", ", ")))
    return [*groups.items(), ("UTC", [("UTC", "UTC")])]


def is_zone(name: str) -> bool:
    """Whether it is one of these."""
    return any(name == zone for _, places in zone_choices() for zone, _ in places)
