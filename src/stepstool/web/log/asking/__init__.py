"""Forms made from the questions of a kind: what is shown, typed, read and refused."""

from stepstool.web.log.asking.control import Control, Option, Shape
from stepstool.web.log.asking.controls import Asking, controls_of
from stepstool.web.log.asking.errors import errors_of
from stepstool.web.log.asking.typed import Typed, raw_of, typed_in, typed_of

__all__ = [
    "Asking",
    "Control",
    "Option",
    "Shape",
    "Typed",
    "controls_of",
    "errors_of",
    "raw_of",
    "typed_in",
    "typed_of",
]
