"""From strokes to SVG: a stroke is a tone and a path, painted in the order given."""

from collections.abc import Iterable
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

EDGE = 2.5  # width of the pen, in units of a 64 × 64 sheet


class Stroke(NamedTuple):
    """One movement of the pen: how it is painted, and its path."""

    tone: str
    path: str


Drawing = tuple[Stroke, ...]


def draw(*strokes: tuple[str, str]) -> Drawing:
    """Return a drawing of these strokes, painted in this order."""
    return tuple(Stroke(tone, path) for tone, path in strokes)


# A limb is a thick line with an edge: arms, legs and bodies that may bend anywhere.
LIMBS = MappingProxyType(
    {
        "arm": ("limb", 5.0),
        "bare": ("limb", 7.0),
        "leg": ("leg", 7.0),
        "trunk": ("sleeve", 15.0),
        "rope": ("rope", 6.0),
    }
)
PENS = MappingProxyType(
    {
        "line": "",
        "thin": ' stroke-width="1.7"',
        "bold": ' stroke-width="4"',
        "dash": ' stroke-dasharray="7 8"',
    }
)


def _plain(tone: str, path: str) -> str:
    look = PENS.get(tone)
    return f'<path{f" class={tone!r}" if look is None else look} d="{path}"/>'.replace(
        "'", '"'
    )


def _limbs(strokes: list[Stroke]) -> str:
    edges = (
        f'<path stroke-width="{LIMBS[t][1] + 2 * EDGE:g}" d="{d}"/>' for t, d in strokes
    )
    insides = (
        f'<path class="{LIMBS[t][0]}" stroke-width="{LIMBS[t][1]:g}" d="{d}"/>'
        for t, d in strokes
    )
    return "".join((*edges, *insides))


def _together(stroke: Stroke) -> str:
    return "limbs" if stroke.tone in LIMBS else stroke.tone


def _paths(drawing: Iterable[Stroke]) -> str:
    parts = []
    for tone, run in groupby(drawing, _together):
        strokes = list(run)
        parts.append(
            _limbs(strokes)
            if tone == "limbs"
            else _plain(tone, "".join(d for _, d in strokes))
        )
    return "".join(parts)


def svg(
    drawing: Drawing, *, title: str | None = None, size: int | None = None
) -> SafeString:
    """Return the drawing as inline SVG: named for who listens, or hidden from them."""
    meaning = 'role="img"' if title else 'aria-hidden="true"'
    name = f"<title>{escape(title)}</title>" if title else ""
    measure = f' width="{size}" height="{size}"' if size else ""
    return mark_safe(  # noqa: S308 - every part is ours, the title is escaped
        f'<svg class="picture" viewBox="0 0 64 64"{measure} {meaning} fill="none"'
        f' stroke="currentColor" stroke-width="{EDGE:g}" stroke-linecap="round"'
        f' stroke-linejoin="round">{name}{_paths(drawing)}</svg>'
    )
