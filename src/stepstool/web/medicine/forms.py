"""What the pages of medicine ask, and what may not stay open there."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepstool.web.asking.controls import Control, KindForm, controls_of
from stepstool.web.asking.typed import Needed, Typed
from stepstool.web.diary.visit import Visit
from stepstool.web.medicine.cupboard import Ordered

# Who ordered it is not left open, nor what was said.
ORDER_NEEDS: Final[Needed] = {
    "medicine": gettext_lazy("What is it for? Tap one of them."),
    "order": gettext_lazy("What was said, in the clinician’s words?"),
    "ordered_by": gettext_lazy("Who ordered it? Without a name we write nothing down."),
}
# Our own buttons always send both.
TAP_NEEDS: Final[Needed] = {"medicine": "", "outcome": ""}


def order_controls(
    visit: Visit, typed: Typed, errors: Mapping[str, str]
) -> list[Control]:
    """Ask for an order, in the clinician's words."""
    asking = KindForm(
        kind=Ordered.KIND,
        gaps=visit.gaps,
        typed=typed,
        errors=errors,
        needed=ORDER_NEEDS,
        asks={"until_day": _("Until which day? (if it was said)")},
    )
    return controls_of(asking)
