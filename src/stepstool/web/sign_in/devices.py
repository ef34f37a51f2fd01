"""What a device is called, in plain words, by what its browser says of itself."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# By a word of the header User-Agent. The first that fits holds: many say the names of others too.
BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS: Final[tuple[tuple[str, str | Promise], ...]] = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "Chromebook"),
    ("Macintosh", gettext_lazy("a Mac")),
    ("Linux", "Linux"),
)


def device_name(user_agent: str) -> str:
    """Name a device as its owner would: "Chrome on Android"."""
    browser, system = _first(BROWSERS, user_agent), _first(SYSTEMS, user_agent)
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Another device")


def _first(names: tuple[tuple[str, str | Promise], ...], user_agent: str) -> str:
    return next((str(name) for word, name in names if word in user_agent), "")
