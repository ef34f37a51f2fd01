"""Every picture by its name."""

from types import MappingProxyType

from django.utils.safestring import SafeString

from stepstool.web.pictures import (
    faces,
    holding,
    home,
    kinds,
    lately,
    places,
    prizes,
    pushing,
    scenes,
    signs,
    small_steps,
    states,
    steps,
    stools,
    weather,
)
from stepstool.web.pictures.paint import svg

_FAMILIES = (
    places,
    stools,
    faces,
    pushing,
    holding,
    lately,
    states,
    kinds,
    signs,
    home,
    scenes,
    steps,
    weather,
    prizes,
    small_steps,
)

ALBUM = MappingProxyType(
    {name: drawing for family in _FAMILIES for name, drawing in family.DRAWINGS.items()}
)


def picture(name: str, *, title: str | None = None, size: int = 48) -> SafeString:
    """Return the picture of that name as SVG; an unknown name raises KeyError."""
    if name not in ALBUM:
        raise KeyError(
            f"no picture is called {name!r}; there are {', '.join(sorted(ALBUM))}"
        )
    sheet = scenes.SHEET if name in scenes.DRAWINGS else 64
    return svg(ALBUM[name], title=title, size=size, sheet=sheet)
