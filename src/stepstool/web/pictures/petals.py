"""A flower of one petal a minute: each fills softly, and none of them ever empties again.

How full a petal is, a script says to its style (`--full`, from 0 to 1; party/party.js).
"""

from typing import Final

from django.utils.safestring import SafeString

from stepstool.web.pictures.album import ALBUM
from stepstool.web.pictures.paint import filled, placed, scene

SHEET: Final = 200
MIDDLE: Final = SHEET / 2
TURN: Final = 360
# A petal that points up from the middle, and how much of the sheet the face in it takes.
PETAL: Final = "M100 74C70 62 68 20 100 10C132 20 130 62 100 74z"
FACE: Final = "fine"
FACE_BY: Final = 1.15
FACE_SHEET: Final = 64


def petals(count: int, *, title: str) -> SafeString:
    """Return the flower, all petals empty."""
    ring = "".join(_petal(turn * TURN / count) for turn in range(count))
    at = MIDDLE - FACE_SHEET * FACE_BY / 2
    face = placed(ALBUM[FACE].paths, at, at, FACE_BY)
    return scene(ring + face, title=title, css="petals", wide=SHEET, high=SHEET)


def _petal(degrees: float) -> str:
    full = filled("full", PETAL)
    around = f"rotate({degrees:g} {MIDDLE:g} {MIDDLE:g})"
    return f'<g transform="{around}">{filled("empty", PETAL)}{full}</g>'
