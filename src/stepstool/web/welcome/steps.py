"""The way through the first evening: which question follows which, as a table."""

from typing import Final, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepstool.web.welcome.answers import FRESH, FROM_APP, EveningAnswers
from stepstool.web.welcome.forms import EveningForm, LatelyForm, WhereForm, WhoForm
from stepstool.web.welcome.signs import SignsForm


class EveningStep(NamedTuple):
    """One question and how it is shown."""

    title: Promise
    form: type[EveningForm]
    template: str
    skip: bool = False


class EveningProgress(NamedTuple):
    """How far it is: for the bar, and in words."""

    at: int
    of: int
    says: str


STEPS: Final[dict[str, EveningStep]] = {
    "who": EveningStep(gettext_lazy("Who is it?"), WhoForm, "welcome/who.html"),
    "where": EveningStep(
        gettext_lazy("Where does it happen now?"), WhereForm, "welcome/ticks.html", True
    ),
    "lately": EveningStep(
        gettext_lazy("How has it been, these four weeks?"),
        LatelyForm,
        "welcome/ticks.html",
        True,
    ),
    "signs": EveningStep(
        gettext_lazy("Any of these today?"), SignsForm, "welcome/signs.html"
    ),
}
# What the other app's file tells is not asked.
WAYS: Final[dict[str, tuple[str, ...]]] = {
    FRESH: ("who", "where", "lately", "signs"),
    FROM_APP: ("who", "signs"),
}
FIRST_STEP: Final = "who"
FIRST: Final = {FRESH: "start", FROM_APP: "start-from-app"}


def address_of(way: str, key: str) -> str:
    """Give the address of a question; the first one is the beginning of the way."""
    if key == FIRST_STEP:
        return reverse(FIRST[way])
    return reverse(f"start-{key}")


def before(way: str, key: str) -> str:
    """Give the address of the page before this question."""
    place = WAYS[way].index(key)
    return address_of(way, WAYS[way][place - 1]) if place else reverse("home")


def after(answers: EveningAnswers, key: str) -> str:
    """Give the address of the page after this question.

    Who comes from another app goes on to the account, unless there is a danger sign.
    """
    way = WAYS[answers.way]
    place = way.index(key) + 1
    if place < len(way):
        return address_of(answers.way, way[place])
    to_keep = answers.way == FROM_APP and not answers.signs
    return reverse("keep" if to_keep else "tonight")


def last_of(answers: EveningAnswers) -> str:
    """Give the address of the last question."""
    return address_of(answers.way, WAYS[answers.way][-1])


def progress_of(way: str, key: str) -> EveningProgress:
    """Give how far it is; the bar has begun before the first answer."""
    place, steps = WAYS[way].index(key) + 1, len(WAYS[way])
    says = _("Almost there") if place == steps else _("Two minutes, no account")
    return EveningProgress(place, steps + 1, says)
