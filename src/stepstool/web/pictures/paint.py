"""What pictures are painted with: the frame of an inline SVG, strokes, and a few shapes."""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

EDGE = 2.5  # width of the pen, in units of a 64 by 64 sheet


def framed(
    parts: str, *, title: str | None, sheet: str, css: str = "", measure: str = ""
) -> SafeString:
    """Give parts of our own drawing as inline SVG; without a title nobody is told of it.

    sheet: width and height of the drawing; measure: attributes for its size on the page.
    """
    meaning = 'role="img"' if title else 'aria-hidden="true"'
    name = f"<title>{escape(title)}</title>" if title else ""
    look = f"picture {css}" if css else "picture"
    return mark_safe(  # noqa: S308 - every part is ours, the title is escaped
        f'<svg class="{look}" viewBox="0 0 {sheet}"{measure} {meaning} fill="none"'
        f' stroke="currentColor" stroke-width="{EDGE:g}"'
        f' stroke-linecap="round" stroke-linejoin="round">{name}{parts}</svg>'
    )


def scene(parts: str, *, title: str, css: str, wide: int, high: int) -> SafeString:
    """Give a drawing that is as wide as its place; an empty title hides it."""
    return framed(parts, title=title, sheet=f"{wide} {high}", css=css)


def placed(parts: str, x: float, y: float, by: float = 1) -> str:
    """Give a drawing as a part of a larger one: moved to (x, y), scaled."""
    return f'<g transform="translate({x:g} {y:g}) scale({by:g})">{parts}</g>'


def filled(tone: str, path: str) -> str:
    """Give a path in a tone: a class of the same name in the styles of the shell."""
    return f'<path class="{tone}" d="{path}"/>'


def dashed(path: str) -> str:
    """Give a path as an open, dashed line."""
    return f'<path stroke-dasharray="7 8" d="{path}"/>'


def circle(x: float, y: float, r: float) -> str:
    """Draw a circle around (x, y) as a path."""
    return oval(x, y, r, r)


def oval(x: float, y: float, rx: float, ry: float) -> str:
    """Draw an upright oval around (x, y) as a path."""
    way = 2 * rx
    return f"M{x - rx:g} {y:g}a{rx:g} {ry:g} 0 1 1 {way:g} 0a{rx:g} {ry:g} 0 1 1-{way:g} 0z"
