"""From the questions of a kind to the controls of a form."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.asking.typed import Typed
from stepstool.web.diary import kinds, words

# More words than this, without pictures, are a list to unfold.
MOST_CHOICES = 9
# A line holds this many characters; longer texts get several lines.
LONGEST_LINE = 120


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
    """A question with its answers or what was typed, and what is wrong with it."""

    name: str
    asks: str
    shape: Shape
    options: tuple[Option, ...] = ()
    # Any number of options may be chosen.
    several: bool = False
    # It may not stay open.
    needed: bool = False
    # The words of the way back to "not said"; empty where there is none.
    leave_open: str = ""
    typed: str = ""
    error: str = ""
    # The bounds of a number.
    low: int | None = None
    high: int | None = None
    # So many characters a text may have.
    longest: int | None = None

    @property
    def template(self) -> str:
        """The template that shows this shape."""
        return f"asking/controls/{self.shape}.html"

    @property
    def answer(self) -> str:
        """What stands in it, in words."""
        chosen = (option.words for option in self.options if option.chosen)
        return self.typed or ", ".join(chosen)


@dataclass(frozen=True, kw_only=True)
class KindForm:
    """A form of one kind: what stands in its fields, and in whose words it is asked."""

    kind: str
    gaps: words.Gaps
    typed: Typed = field(default_factory=dict)
    # What is wrong, a sentence for each field.
    errors: Mapping[str, str] = field(default_factory=dict)
    # Questions that may not stay open.
    needed: Collection[str] = ()
    # Questions that this page words in its own way.
    asks: Mapping[str, str] = field(default_factory=dict)

    @property
    def questions(self) -> Mapping[str, Any]:
        """The questions of the kind."""
        return method.KINDS[self.kind].QUESTIONS

    def texts(self, name: str) -> list[str]:
        """What stands in a field."""
        return self.typed.get(name, [])


def controls_of(asking: KindForm, names: Iterable[str] | None = None) -> list[Control]:
    """Give the controls of these questions, or of all of the kind."""
    wanted = asking.questions if names is None else names
    return [_control(asking, name) for name in wanted]


def _control(asking: KindForm, name: str) -> Control:
    question = asking.questions[name]
    own_words = asking.asks.get(name)
    return Control(
        name=name,
        asks=own_words or words.question_words(asking.kind, name, asking.gaps),
        error=asking.errors.get(name, ""),
        needed=name in asking.needed,
        **_FORMS[type(question)](asking, name, question),
    )


def _field(asking: KindForm, name: str) -> kinds.Field:
    return kinds.kind_of(asking.kind).fields[name]


def _choice(asking: KindForm, name: str, question: method.Choice) -> dict[str, Any]:
    options = options_of(asking, name, question.answers)
    leave_open = _leave_open(asking, name)
    return {"options": options, "shape": _shape(options), "leave_open": leave_open}


def _several(asking: KindForm, name: str, question: method.Several) -> dict[str, Any]:
    options = options_of(asking, name, question.answers)
    shape = Shape.TILES if options[0].picture else Shape.CHOICES
    return {"options": options, "shape": shape, "several": True}


def options_of(
    asking: KindForm, name: str, answers: Iterable[StrEnum]
) -> tuple[Option, ...]:
    """Give these answers to a choice, the chosen ones marked."""
    return tuple(
        Option(
            value=str(answer),
            words=words.answer_word(answer, asking.gaps),
            picture=_field(asking, name).picture(str(answer)),
            chosen=str(answer) in asking.texts(name),
        )
        for answer in answers
    )


def _leave_open(asking: KindForm, name: str) -> str:
    """Offer the way back to "not said": a pressed radio button can't be released."""
    answered = bool(asking.texts(name)) and name not in asking.needed
    return _("Leave it open") if answered else ""


def _shape(options: tuple[Option, ...]) -> Shape:
    if options[0].picture:
        return Shape.TILES
    return Shape.CHOICES if len(options) <= MOST_CHOICES else Shape.SELECT


def _whole(asking: KindForm, name: str, question: method.Whole) -> dict[str, Any]:
    if not _field(asking, name).numbers:
        bounds = {"low": question.low, "high": question.high}
        return {"shape": Shape.NUMBER, "typed": _typed(asking, name), **bounds}
    scale = tuple(
        Option(
            value=str(number),
            words=words.number_word(asking.kind, name, number, asking.gaps),
            picture=_field(asking, name).picture(str(number)),
            chosen=str(number) in asking.texts(name),
        )
        for number in range(question.low, question.high + 1)
    )
    leave_open = _leave_open(asking, name)
    return {"options": scale, "shape": Shape.TILES, "leave_open": leave_open}


def _text(asking: KindForm, name: str, question: method.Text) -> dict[str, Any]:
    shape = Shape.LINE if question.longest <= LONGEST_LINE else Shape.LINES
    typed = _typed(asking, name)
    return {"shape": shape, "typed": typed, "longest": question.longest}


def _day(asking: KindForm, name: str, _question: method.Day) -> dict[str, Any]:
    return {"shape": Shape.DAY, "typed": _typed(asking, name)}


def _typed(asking: KindForm, name: str) -> str:
    return (asking.texts(name) or [""])[0]


_FORMS: Final[Mapping[type[Any], Callable[[KindForm, str, Any], Any]]] = {
    method.Choice: _choice,
    method.Several: _several,
    method.Whole: _whole,
    method.Text: _text,
    method.Day: _day,
}
