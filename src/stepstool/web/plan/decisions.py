"""Every decision that a parent may take, as a form: the parent decides, whatever is advised."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stepstool import method
from stepstool.web.diary.treats import Treats, treats_of
from stepstool.web.plan.forms import OWN
from stepstool.web.plan.journey import Journey, Move, Place
from stepstool.web.plan.steps import StepRow, rows

# To look again at four, eight, twelve weeks: once, twice, three times the method's span.
LOOKS: Final = (1, 2, 3)
A_DAY: Final = timedelta(days=1)
A_WEEK: Final = timedelta(weeks=1)
Ladder = method.Ladder
Advised = method.Advised


class DecisionFault(NamedTuple):
    """What could not be decided: which form it was, empty for none, and why."""

    form: str
    words: str


class Button(NamedTuple):
    """A button: its words, and what it adds to its form."""

    words: str
    name: str = ""
    value: object = ""
    main: bool = False


class DayChoice(NamedTuple):
    """A day to choose; `own` is one's own."""

    value: str
    words: str
    chosen: bool = False


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form. hidden: what it sends unseen; title: what it is called when closed.

    steps: to choose one of, chosen: the one ticked at first; more: rarer ones, closed.
    days: to choose one of, earliest: the first that can be one's own.
    treats: what may be earned, to choose one of.
    """

    key: str
    hidden: Mapping[str, object]
    buttons: tuple[Button, ...]
    title: str = ""
    hint: str = ""
    asks: str = ""
    steps: tuple[StepRow, ...] = ()
    more: tuple[StepRow, ...] = ()
    chosen: int = 0
    days: tuple[DayChoice, ...] = ()
    earliest: str = ""
    treats: Treats | None = None


def looks(journey: Journey) -> Iterable[DayChoice]:
    """Give the days to look again at: in four, eight, twelve weeks, or one's own."""
    span = method.span("ladder.break_looks")
    for times in LOOKS:
        day = journey.visit.today + times * span
        weeks = times * span // A_WEEK
        words = ngettext("In %(count)s week", "In %(count)s weeks", weeks)
        yield _day(day, words % {"count": weeks}, chosen=times == 1)
    yield DayChoice(OWN, _("Another day"))


def weeks_here(journey: Journey) -> Iterable[DayChoice]:
    """Give the days until which a step may last: a week or two, or one's own."""
    since = journey.visit.clock.day(journey.plan.since or journey.visit.now)
    begun = (since + A_WEEK, since + 2 * A_WEEK)
    first, second = (
        begun
        if begun[0] > journey.visit.today
        else (journey.visit.today + A_WEEK, journey.visit.today + 2 * A_WEEK)
    )
    yield _day(first, _("A week"), chosen=True)
    yield _day(second, _("Two weeks"))
    yield DayChoice(OWN, _("Another day"))


def tomorrow(journey: Journey) -> str:
    """Give the first day that can be chosen."""
    return (journey.visit.today + A_DAY).isoformat()


def _day(day: date, words: str, *, chosen: bool = False) -> DayChoice:
    return DayChoice(
        day.isoformat(), f"{words}: {date_format(day, 'j F')}", chosen=chosen
    )


def _named(journey: Journey, **more: object) -> dict[str, object]:
    return {"ladder": journey.plan.ladder, "version": journey.plan.version, **more}


def choose(ladder: Ladder, words: str) -> Form:
    """Choose a ladder, to begin it later."""
    hidden = {"ladder": ladder.key, "version": ladder.version}
    return Form(key="choose", hidden=hidden, buttons=(Button(words, main=True),))


def begin(journey: Journey) -> Form:
    """Begin, with what the child does today; or the child says not yet."""
    agreed = _("Agreed: we begin")
    return Form(
        key="begin",
        hidden=_named(journey, move=Move.START, needs_step=1),
        asks=_("We begin with what works today"),
        steps=tuple(step for step in _all(journey) if step.number == journey.step),
        more=tuple(step for step in _all(journey) if step.number != journey.step),
        chosen=journey.step,
        treats=treats_of(journey.visit),
        buttons=(
            Button(agreed, "child_agreed", "yes", main=True),
            Button(_("Not yet"), "not_yet", 0),
        ),
    )


def move_on(journey: Journey) -> Form:
    """Go on to the next step, if the child says yes."""
    to = journey.plan.to or journey.step + 1
    return _asked(journey, Move.MOVE_ON, to, stays=journey.step)


def go_on(journey: Journey) -> Form:
    """Go on after a pause or a break, if the child says yes."""
    to = journey.plan.to or journey.step
    if journey.plan.place is Place.ON_BREAK:
        return _come_back(journey, to)
    return _asked(journey, Move.GO_ON, to, stays=to)


def _asked(journey: Journey, move: Move, to: int, *, stays: int) -> Form:
    yes = _("Yes: step %(number)s") % {"number": to}
    return Form(
        key=str(move),
        hidden=_named(journey, move=move, step=to),
        buttons=(
            Button(yes, "child_agreed", "yes", main=True),
            Button(_("Not yet"), "not_yet", stays),
        ),
    )


def _come_back(journey: Journey, to: int) -> Form:
    says = _("%(name)s says yes: on with step %(number)s")
    shows = _("%(name)s comes along: on with step %(number)s")
    words = shows if journey.visit.without_words else says
    words %= {"name": journey.visit.child.nickname, "number": to}
    return Form(
        key="go_on",
        title=_("Come back from the break"),
        hidden=_named(journey, move=Move.GO_ON, step=to),
        buttons=(Button(words, "child_agreed", "yes", main=True),),
    )


def back(journey: Journey) -> Form:
    """Go back to where it was easy."""
    to = journey.plan.to or 1
    words = _("Back to step %(number)s") % {"number": to}
    return Form(
        key="back",
        hidden=_named(journey, move=Move.STEP_BACK, step=to),
        buttons=(Button(words, main=True),),
    )


def take_a_break(journey: Journey, title: str = "", words: str = "") -> Form:
    """Take a break with a day to look again."""
    return Form(
        key="break",
        title=title or _("Take a break"),
        hint=_("Four weeks is a good first one, and months are normal."),
        hidden=_named(journey, move=Move.TAKE_A_BREAK, step=journey.step),
        asks=_("When do we look again?"),
        days=tuple(looks(journey)),
        earliest=tomorrow(journey),
        buttons=(Button(words or _("Begin the break"), main=not title),),
    )


def stay(journey: Journey) -> Form:
    """Stay on this step."""
    words = _("Stay on step %(number)s") % {"number": journey.step}
    hidden = _named(journey, move=Move.STAY, step=journey.step)
    return Form(key="stay", hidden=hidden, buttons=(Button(words),))


def longer(journey: Journey) -> Form:
    """Give this step a time of its own."""
    return Form(
        key="longer",
        title=_("Give this step longer"),
        hint=_("Until then we do not speak of the next one."),
        hidden=_named(journey, move=Move.STAY, step=journey.step),
        asks=_("Until when?"),
        days=tuple(weeks_here(journey)),
        earliest=tomorrow(journey),
        buttons=(Button(_("Keep to this step")),),
    )


def back_to(journey: Journey) -> Form:
    """Go back to any earlier step: it costs nothing."""
    return Form(
        key="back_to",
        title=_("Back to an earlier step"),
        hint=_("Going back costs nothing, and stickers stay."),
        hidden=_named(journey, move=Move.STEP_BACK, needs_step=1),
        asks=_("Which step?"),
        steps=tuple(step for step in _all(journey) if step.number < journey.step),
        chosen=journey.step - 1,
        buttons=(Button(_("Go back there")),),
    )


def on_to(journey: Journey) -> Form:
    """Go on to any later step, if the child says yes."""
    name = {"name": journey.visit.child.nickname}
    asks = (
        _("Ask %(name)s first. A not yet means three more days."),
        _("%(name)s says yes"),
    )
    shows = (
        _("Show %(name)s the card first. Turning away means three more days."),
        _("%(name)s comes along"),
    )
    hint, yes = shows if journey.visit.without_words else asks
    later = tuple(step for step in _all(journey) if step.number > journey.step)
    return Form(
        key="on_to",
        title=_("On to a later step"),
        hint=hint % name,
        hidden=_named(journey, move=Move.MOVE_ON, needs_step=1),
        asks=_("Which step?"),
        steps=later,
        chosen=journey.step + 1,
        buttons=(
            Button(yes % name, "child_agreed", "yes"),
            Button(_("Not yet"), "not_yet", journey.step),
        ),
    )


def end(journey: Journey) -> Form:
    """End the ladder: done, or not for now."""
    hidden = _named(journey, move=Move.END, step=journey.step)
    begun = journey.plan.place is not Place.CHOSEN
    words = _("End this ladder") if begun else _("Let it go for now")
    return Form(key="end", hidden=hidden, buttons=(Button(words),))


def _all(journey: Journey) -> tuple[StepRow, ...]:
    return rows(journey, journey.ladder, journey.step) if journey.ladder else ()


def ways_of(journey: Journey) -> tuple[Form, ...]:
    """Give them; none to who only looks on."""
    cards = {
        Place.CHOSEN: _before_the_first,
        Place.ON_STEP: _on_a_step,
        Place.ON_BREAK: _on_a_break,
    }
    place = journey.plan.place
    if not journey.may_decide or place not in cards:
        return ()
    return tuple(cards[place](journey))


def _before_the_first(journey: Journey) -> Iterator[Form]:
    yield end(journey)


def _on_a_step(journey: Journey) -> Iterator[Form]:
    advised = journey.plan.move
    if journey.step > 1:
        yield back_to(journey)
    if advised is not Advised.TAKE_A_BREAK:
        yield from _further(journey)
        yield take_a_break(journey, _("Take a break"))
    if advised is not Advised.STAY:
        yield stay(journey)
    yield end(journey)


def _further(journey: Journey) -> Iterator[Form]:
    """Give what asks for more, and for more time; the gate says whether it is shown."""
    if journey.step < journey.plan.steps and journey.may_go_further:
        yield on_to(journey)
    yield longer(journey)


def _on_a_break(journey: Journey) -> Iterator[Form]:
    if journey.plan.move is not Advised.GO_ON:
        if not journey.is_shut:
            yield go_on(journey)
        yield take_a_break(
            journey, _("Another day to look again"), _("Look again then")
        )
    yield end(journey)
