"""From strokes to SVG: a stroke is a tone and a path, painted in the order given."""

from functools import cache
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

EDGE = 2.5  # width of the pen, in units of a 64 by 64 sheet


class Stroke(NamedTuple):
    """One movement of the pen: how it is painted, and its path."""

    tone: str
    path: str


Drawing = tuple[Stroke, ...]


def draw(*strokes: tuple[str, str]) -> Drawing:
    """Return a drawing of these strokes, painted in this order."""
    return tuple(Stroke(tone, path) for tone, path in strokes)


class Limb(NamedTuple):
    """A thick line with an edge; limbs of one group melt into each other."""

    css: str
    width: float
    group: str


LIMBS = MappingProxyType(
    {
        "trunk": Limb("sleeve", 15, "body"),
        "leg": Limb("leg", 7, "body"),
        "shin": Limb("leg", 7, "before"),
        "bare": Limb("limb", 7, "body"),
        "arm": Limb("limb", 5, "arms"),
        "rope": Limb("rope", 6, "rope"),
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
    look = PENS.get(tone, f' class="{tone}"')
    return f'<path{look} d="{path}"/>'


def _edge(stroke: Stroke) -> str:
    width = LIMBS[stroke.tone].width + 2 * EDGE
    return f'<path stroke-width="{width:g}" d="{stroke.path}"/>'


def _inside(stroke: Stroke) -> str:
    css, width, _ = LIMBS[stroke.tone]
    return f'<path class="{css}" stroke-width="{width:g}" d="{stroke.path}"/>'


def _group(stroke: Stroke) -> str:
    return LIMBS[stroke.tone].group if stroke.tone in LIMBS else stroke.tone


def _run(strokes: list[Stroke]) -> str:
    tone = strokes[0].tone
    if tone in LIMBS:
        return "".join((*map(_edge, strokes), *map(_inside, strokes)))
    return _plain(tone, "".join(path for _, path in strokes))


@cache
def _paths(drawing: Drawing) -> str:
    return "".join(_run(list(run)) for _, run in groupby(drawing, _group))


def svg(
    drawing: Drawing, *, title: str | None = None, size: int = 48, sheet: int = 64
) -> SafeString:
    """Return the drawing as inline SVG: named for who listens, or hidden from them."""
    meaning = 'role="img"' if title else 'aria-hidden="true"'
    name = f"<title>{escape(title)}</title>" if title else ""
    measure = f"{size / 16:g}rem"  # grows with the reader's text
    return mark_safe(  # noqa: S308 - every part is ours, the title is escaped
        f'<svg class="picture" viewBox="0 0 {sheet} {sheet}" width="{measure}" height="{measure}"'
        f' {meaning} fill="none" stroke="currentColor" stroke-width="{EDGE:g}"'
        f' stroke-linecap="round" stroke-linejoin="round">{name}{_paths(drawing)}</svg>'
    )


def placed_drawing(drawing: Drawing, x: float, y: float, by: float = 1) -> str:
    """Return a drawing as a part of a larger scene: moved to (x, y), scaled."""
    return f'<g transform="translate({x:g} {y:g}) scale({by:g})">{_paths(drawing)}</g>'


def scene(parts: str, *, title: str, css: str, wide: int, high: int) -> SafeString:
    """Return parts of our own drawing as inline SVG; an empty title hides it."""
    meaning = 'role="img"' if title else 'aria-hidden="true"'
    name = f"<title>{escape(title)}</title>" if title else ""
    return mark_safe(  # noqa: S308 - every part is ours, the title is escaped
        f'<svg class="picture {css}" viewBox="0 0 {wide} {high}"'
        f' {meaning} fill="none" stroke="currentColor" stroke-width="{EDGE:g}"'
        f' stroke-linecap="round" stroke-linejoin="round">{name}{parts}</svg>'
    )
