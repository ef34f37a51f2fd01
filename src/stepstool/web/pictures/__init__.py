"""Pictures drawn by the server: small SVG, one hand, one set of tones."""

from stepstool.web.pictures.album import ALBUM, picture
from stepstool.web.pictures.ladder import ladder, pebbles
from stepstool.web.pictures.petals import petals
from stepstool.web.pictures.poop_clock import poop_clock
from stepstool.web.pictures.week import WeekDay, day_mark, dots

__all__ = [
    "ALBUM",
    "WeekDay",
    "day_mark",
    "dots",
    "ladder",
    "pebbles",
    "petals",
    "picture",
    "poop_clock",
]
