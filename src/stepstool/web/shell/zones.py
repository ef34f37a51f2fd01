"""The names of time zones, to choose from in a form."""

import zoneinfo
from collections import defaultdict
from functools import cache
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

# What opens the whole list, where a script has shortened it (shell/zone.js).
ANOTHER: Final = _("Another place …")

# Names without a place in them, kept for old computers.
_NOT_PLACES = {"Etc", "SystemV", "US", "posix", "right"}


@cache
def zone_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Give all zones of places, grouped by region, as choices of a select."""
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in sorted(zoneinfo.available_timezones()):
        region, _slash, place = name.partition("/")
        if place and region not in _NOT_PLACES:
            groups[region].append((name, place.replace("_", " ").replace("/", ", ")))
    return [*groups.items(), ("UTC", [("UTC", "UTC")])]


def short_list(*, kept: bool) -> dict[str, Any]:
    """Give what shortens the list in a browser; kept: what is chosen stays, whatever its clock says."""
    return {
        "data-zone": "",
        "data-another": ANOTHER,
        **({"data-kept": "yes"} if kept else {}),
    }


def is_zone(name: str) -> bool:
    """Whether it is one of these."""
    return any(
        name == zone for _group, places in zone_choices() for zone, _label in places
    )
