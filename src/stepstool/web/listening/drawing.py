"""The storms of the sessions in a row, as high as they were strong."""

from collections.abc import Sequence
from typing import Final

from django.utils.safestring import SafeString

from stepstool.web.pictures import ALBUM
from stepstool.web.pictures.paint import placed_drawing, scene

STEP, RISE, SIZE, BY = 52, 18, 40, 0.625
STRONGEST: Final = 4
HIGH: Final = STRONGEST * RISE + SIZE + 8


def storms(strengths: Sequence[int], words: str) -> SafeString:
    """Draw them; empty without any. The words say the same."""
    if not strengths:
        return SafeString("")
    parts = "".join(
        placed_drawing(
            ALBUM[f"strength_{strength}"], place * STEP + 6, _top(strength), BY
        )
        for place, strength in enumerate(strengths)
    )
    wide = len(strengths) * STEP
    ground = f'<path stroke-dasharray="3 9" d="M4 {HIGH - 2}h{wide - 8}"/>'
    return scene(ground + parts, title=words, css="storms", wide=wide, high=HIGH)


def _top(strength: int) -> int:
    return (STRONGEST - strength) * RISE + 2
