"""What the pages of listening ask: before a session, and after it."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.asking.controls import Control, KindForm, controls_of
from stepstool.web.asking.typed import Needed, Typed
from stepstool.web.diary.visit import Visit
from stepstool.web.listening.session import Listening

# Asked last, since only they can know: is somebody rested, does the child talk.
BEGIN_NEEDS: Final[Needed] = {"grown_up": "", "child_talks": ""}
# Any of it may stay open.
AFTER: Final = ("strength_before", "strength_after", "stopped_by", "minutes")


def begin_controls(visit: Visit) -> list[Control]:
    """Ask what only those who are there can know; what is known is chosen."""
    talks = visit.advice.listening.talks
    asking = KindForm(
        kind=Listening.KIND,
        gaps=visit.gaps,
        typed={} if talks is method.UNKNOWN else {"child_talks": [str(talks)]},
        needed=BEGIN_NEEDS,
        asks={"grown_up": _("How are you?")},
    )
    return controls_of(asking, BEGIN_NEEDS)


def after_controls(
    visit: Visit, typed: Typed, errors: Mapping[str, str]
) -> list[Control]:
    """Ask how it was, in weather, what ended it, and how long it was."""
    asking = KindForm(kind=Listening.KIND, gaps=visit.gaps, typed=typed, errors=errors)
    return controls_of(asking, AFTER)
