"""Danger signs: the open ones with their answers, and the list to tick."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.asking.controls import Option
from stepstool.web.diary import words
from stepstool.web.diary.visit import Visit
from stepstool.web.diary.words.table import Word

Answer = method.health.DangerAnswer
# What is offered to say of an open sign, by how soon to call, if it closes that sign.
CLOSING: Final[Mapping[str, tuple[Answer, ...]]] = {
    "now": (Answer.CALLED, Answer.SEEN, Answer.STOPPED),
    "today": (Answer.CALLED, Answer.SEEN, Answer.STOPPED),
    "soon": (Answer.VISIT_BOOKED, Answer.DOCTOR_KNOWS),
}
HEADINGS: Final[Mapping[str, Word]] = {
    "now": _("Call at once: the emergency number, or the hospital"),
    "today": _("Call the doctor today"),
    "soon": _("Book a visit within days"),
}
# Signs of newborns are not shown to the family of a child who walks.
BABY: Final = 12


@dataclass(frozen=True, kw_only=True)
class Open:
    """A sign that is open: what it is, what to say on the phone, and the answers."""

    key: str
    urgency: str
    text: str
    say: list[str]
    answers: list[Option]


@dataclass(frozen=True, kw_only=True)
class SignsOfUrgency:
    """Signs of one urgency."""

    key: str
    title: str
    signs: list[Option]


def open_signs(visit: Visit) -> list[Open]:
    """Give the signs that wait for an answer, the most urgent first."""
    return [
        Open(
            key=alert.key,
            urgency=alert.urgency,
            text=alert.text,
            say=[reason.saw for reason in alert.because],
            answers=[
                Option(value=str(answer), words=words.answer_word(answer, visit.gaps))
                for answer in CLOSING[alert.urgency]
                if answer in alert.closed_by
            ],
        )
        for alert in visit.advice.alerts
    ]


def levels(visit: Visit) -> list[SignsOfUrgency]:
    """Give the signs that a family can tick, by how soon to call."""
    return [
        SignsOfUrgency(key=urgency, title=str(heading), signs=_signs(visit, urgency))
        for urgency, heading in HEADINGS.items()
    ]


def _signs(visit: Visit, urgency: str) -> list[Option]:
    return [
        Option(value=str(sign.key), words=visit.speaker.say(f"danger.{sign.key}"))
        for sign in asked_signs(visit)
        if sign.urgency == urgency
    ]


def asked_signs(visit: Visit) -> list[method.DangerRow]:
    """Give the signs that can be ticked for a child of this age."""
    months = visit.advice.child.youngest_months(visit.today)
    baby = months is method.UNKNOWN or months < BABY
    kept = {method.Asked.NEVER} | (set() if baby else {method.Asked.BABY})
    return [sign for sign in method.SIGNS if sign.asked not in kept]


def asked_once(visit: Visit) -> list[method.health.DangerKey]:
    """Give the signs of history that are asked just now, each once in a life."""
    once = {sign.key for sign in method.SIGNS if sign.asked is method.Asked.ONCE}
    asked = (question.asking for question in visit.advice.questions)
    return [key for asking in asked for key in asking.signs if key in once]
