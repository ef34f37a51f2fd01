"""From the questions of a kind to the controls of a form."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary import kinds, words
from stepstool.web.log.asking.control import Control, Option, Shape
from stepstool.web.log.asking.typed import Typed

# More words than this, without pictures, are a list to unfold.
MOST_CHOICES = 9
# A line holds this many characters; longer texts get several lines.
LONGEST_LINE = 120


@dataclass(frozen=True, kw_only=True)
class Asking:
    """A kind, what stands in its fields, what is wrong there, and the family's words."""

    kind: str
    gaps: words.Gaps
    typed: Typed = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def questions(self) -> Mapping[str, Any]:
        """The questions of the kind."""
        return method.KINDS[self.kind].QUESTIONS

    def texts(self, name: str) -> list[str]:
        """What stands in a field."""
        return self.typed.get(name, [])


def controls_of(asking: Asking, names: Iterable[str] | None = None) -> list[Control]:
    """Give the controls of these questions, or of all of the kind."""
    wanted = asking.questions if names is None else names
    return [_control(asking, name) for name in wanted]


def _control(asking: Asking, name: str) -> Control:
    question = asking.questions[name]
    told: dict[str, Any] = {
        "name": name,
        "asks": words.question_words(asking.kind, name, asking.gaps),
        "error": asking.errors.get(name, ""),
    }
    return Control(**told, **_FORMS[type(question)](asking, name, question))


def _field(asking: Asking, name: str) -> kinds.Field:
    return kinds.kind_of(asking.kind).fields[name]


def _choice(asking: Asking, name: str, question: method.Choice) -> dict[str, Any]:
    options = _options(asking, name, question)
    leave_open = _leave_open(asking, name)
    return {"options": options, "shape": _shape(options), "leave_open": leave_open}


def _several(asking: Asking, name: str, question: method.Several) -> dict[str, Any]:
    options = _options(asking, name, question)
    shape = Shape.TILES if options[0].picture else Shape.CHOICES
    return {"options": options, "shape": shape, "several": True}


def _options(
    asking: Asking, name: str, question: method.Choice | method.Several
) -> tuple[Option, ...]:
    return tuple(
        Option(
            value=str(answer),
            words=words.answer_word(answer, asking.gaps),
            picture=_field(asking, name).picture(str(answer)),
            chosen=str(answer) in asking.texts(name),
        )
        for answer in question.answers
    )


def _leave_open(asking: Asking, name: str) -> str:
    """Offer the way back to "not said": a pressed radio button can't be released."""
    return _("Leave it open") if asking.texts(name) else ""


def _shape(options: tuple[Option, ...]) -> Shape:
    if options[0].picture:
        return Shape.TILES
    return Shape.CHOICES if len(options) <= MOST_CHOICES else Shape.SELECT


def _whole(asking: Asking, name: str, question: method.Whole) -> dict[str, Any]:
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


def _text(asking: Asking, name: str, question: method.Text) -> dict[str, Any]:
    shape = Shape.LINE if question.longest <= LONGEST_LINE else Shape.LINES
    typed = _typed(asking, name)
    return {"shape": shape, "typed": typed, "longest": question.longest}


def _day(asking: Asking, name: str, _question: method.Day) -> dict[str, Any]:
    return {"shape": Shape.DAY, "typed": _typed(asking, name)}


def _typed(asking: Asking, name: str) -> str:
    return (asking.texts(name) or [""])[0]


_FORMS: Final[Mapping[type[Any], Callable[[Asking, str, Any], Any]]] = {
    method.Choice: _choice,
    method.Several: _several,
    method.Whole: _whole,
    method.Text: _text,
    method.Day: _day,
}
