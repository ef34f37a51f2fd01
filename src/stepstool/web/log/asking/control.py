"""One question as it stands in a form."""

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """How a question is answered; each shape has a template of its own."""

    TILES = "tiles"
    CHOICES = "choices"
    SELECT = "select"
    NUMBER = "number"
    LINE = "line"
    LINES = "lines"
    DAY = "day"


@dataclass(frozen=True, kw_only=True)
class Option:
    """One answer to choose: what is sent, what is read, what is drawn."""

    value: str
    words: str
    picture: str = ""
    chosen: bool = False


@dataclass(frozen=True, kw_only=True)
class Control:
    """A question with its answers or what was typed, and what is wrong with it.

    several: any number of options; leave_open: the words of the way back to "not said".
    low, high: bounds of a number; longest: of a text.
    """

    name: str
    asks: str
    shape: Shape
    options: tuple[Option, ...] = ()
    several: bool = False
    leave_open: str = ""
    typed: str = ""
    error: str = ""
    low: int | None = None
    high: int | None = None
    longest: int | None = None

    @property
    def template(self) -> str:
        """The template that shows this shape."""
        return f"log/controls/{self.shape}.html"

    @property
    def said(self) -> str:
        """What stands in it, in words."""
        chosen = (each.words for each in self.options if each.chosen)
        return self.typed or ", ".join(chosen)
