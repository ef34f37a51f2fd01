"""The few shapes that tables of paths repeat."""

import re

_PAIR = re.compile(r"(-?[\d.]+) (-?[\d.]+)")


def placed(path: str, x: float, y: float, by: float) -> str:
    """Return a path of absolute `M`, `C`, `L` and `Z` scaled, then moved to (x, y)."""
    return _PAIR.sub(
        lambda at: (
            f"{round(float(at[1]) * by + x, 1):g} {round(float(at[2]) * by + y, 1):g}"
        ),
        path,
    )


def circle(x: float, y: float, r: float) -> str:
    """Draw a circle around (x, y) as a path."""
    return (
        f"M{x - r:g} {y:g}a{r:g} {r:g} 0 1 1 {2 * r:g} 0a{r:g} {r:g} 0 1 1-{2 * r:g} 0z"
    )


def oval(x: float, y: float, rx: float, ry: float) -> str:
    """Draw an upright oval around (x, y) as a path."""
    way = 2 * rx
    return f"M{x - rx:g} {y:g}a{rx:g} {ry:g} 0 1 1 {way:g} 0a{rx:g} {ry:g} 0 1 1-{way:g} 0z"


def box(x: float, y: float, wide: float, high: float, r: float) -> str:
    """Draw a rectangle with round corners, from its corner (x, y), as a path."""
    w, h = wide - 2 * r, high - 2 * r
    return (
        f"M{x + r:g} {y:g}h{w:g}a{r:g} {r:g} 0 0 1 {r:g} {r:g}v{h:g}"
        f"a{r:g} {r:g} 0 0 1-{r:g} {r:g}h-{w:g}a{r:g} {r:g} 0 0 1-{r:g}-{r:g}v-{h:g}"
        f"a{r:g} {r:g} 0 0 1 {r:g}-{r:g}z"
    )
