"""What else a parent may decide: the parent decides, whatever is advised."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.plan.journey import Journey, Place
from stepstool.web.plan.presenters import decisions
from stepstool.web.plan.presenters.asking import Form

Advised = method.Advised


def ways_of(journey: Journey) -> tuple[Form, ...]:
    """Give them; none to who only looks on."""
    found = {
        Place.CHOSEN: _before_the_first,
        Place.ON_STEP: _on_a_step,
        Place.ON_BREAK: _on_a_break,
    }
    place = journey.plan.place
    if not journey.may_decide or place not in found:
        return ()
    return tuple(found[place](journey))


def _before_the_first(journey: Journey) -> Iterator[Form]:
    yield decisions.end(journey)


def _on_a_step(journey: Journey) -> Iterator[Form]:
    advised = journey.plan.move
    if journey.step > 1:
        yield decisions.back_to(journey)
    if advised is not Advised.TAKE_A_BREAK:
        yield from _further(journey)
        yield decisions.take_a_break(journey, _("Take a break"))
    if advised is not Advised.STAY:
        yield decisions.stay(journey)
    yield decisions.end(journey)


def _further(journey: Journey) -> Iterator[Form]:
    """Give what asks for more, and for more time; the gate says whether it is shown."""
    if journey.step < journey.plan.steps and journey.may_go_further:
        yield decisions.on_to(journey)
    yield decisions.longer(journey)


def _on_a_break(journey: Journey) -> Iterator[Form]:
    if journey.plan.move is not Advised.GO_ON:
        if not journey.is_shut:
            yield decisions.go_on(journey)
        yield decisions.take_a_break(
            journey, _("Another day to look again"), _("Look again then")
        )
    yield decisions.end(journey)
