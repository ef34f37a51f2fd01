"""What is known of a device: its name in plain words, and its address."""

from ipaddress import ip_address
from typing import Final

from allauth.account.adapter import get_adapter
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest
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


def address_of(request: HttpRequest) -> str:
    """Give the address behind the proxies that are ours (STEPSTOOL_PROXIES).

    Empty where there is none, or where what a proxy passed on is no address.
    """
    try:
        return str(ip_address(get_adapter().get_client_ip(request)))
    except (PermissionDenied, ImproperlyConfigured, ValueError):
        return ""


def _first(names: tuple[tuple[str, str | Promise], ...], user_agent: str) -> str:
    return next((str(name) for word, name in names if word in user_agent), "")
