"""What was just earned, in one quiet line with its one tap."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May


@dataclass(frozen=True, kw_only=True)
class Earned:
    """The line, and what its one tap says was given."""

    line: str
    ids: tuple[str, ...]


def earned_by(visit: Visit, entry: method.Entry) -> Earned | None:
    """Give what an entry earned and nobody has handed over yet."""
    return _earned(visit, lambda due: entry.id in due.entries)


def earned_today(visit: Visit) -> Earned | None:
    """Give what was earned today and nobody has handed over yet."""
    today = visit.clock.day(visit.now)
    return _earned(visit, lambda due: due.day == today)


def _earned(visit: Visit, wanted: Callable[[method.Due], bool]) -> Earned | None:
    """Give the line; families that do not reward, and who may not, are left in peace."""
    rewards = visit.advice.rewards
    due = [spoken for spoken in rewards.due if wanted(spoken.due)]
    may = May.WRITE in visit.may(method.lasting.Reward.KIND)
    if not due or not may or not rewards.unspoken.in_use:
        return None
    return Earned(line=_line(due), ids=tuple(spoken.due.id for spoken in due))


def _line(due: Iterable[method.SpokenDue]) -> str:
    things = dict.fromkeys(spoken.thing for spoken in due)
    return _("Earned: %(what)s.") % {"what": ", ".join(things)}
