"""Every decision that a parent may take, as a form."""

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.plan.journey import Journey, Move, Place
from stepstool.web.plan.presenters.asking import (
    Button,
    Form,
    looks,
    tomorrow,
    weeks_here,
)
from stepstool.web.plan.presenters.steps import StepRow, rows

Ladder = method.Ladder


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
        steps=tuple(each for each in _all(journey) if each.number == journey.step),
        more=tuple(each for each in _all(journey) if each.number != journey.step),
        chosen=journey.step,
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
    words = _("%(name)s says yes: on with step %(number)s") % {
        "name": journey.visit.child.nickname,
        "number": to,
    }
    return Form(
        key="go_on",
        title=_("Come back from the break"),
        hidden=_named(journey, move=Move.GO_ON, step=to),
        buttons=(Button(words, "child_agreed", "yes", main=True),),
    )


def back(journey: Journey) -> Form:
    """Go back to where it was easy."""
    to = max(journey.plan.to or 0, 1)
    words = _("Back to step %(number)s") % {"number": to}
    if not journey.plan.to:
        words = _("Back to where it was easy")
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
        steps=tuple(each for each in _all(journey) if each.number < journey.step),
        chosen=journey.step - 1,
        buttons=(Button(_("Go back there")),),
    )


def on_to(journey: Journey) -> Form:
    """Go on to any later step, if the child says yes."""
    name = journey.visit.child.nickname
    later = tuple(each for each in _all(journey) if each.number > journey.step)
    return Form(
        key="on_to",
        title=_("On to a later step"),
        hint=_("Ask %(name)s first. A not yet means three more days.") % {"name": name},
        hidden=_named(journey, move=Move.MOVE_ON, needs_step=1),
        asks=_("Which step?"),
        steps=later,
        chosen=journey.step + 1,
        buttons=(
            Button(_("%(name)s says yes") % {"name": name}, "child_agreed", "yes"),
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
