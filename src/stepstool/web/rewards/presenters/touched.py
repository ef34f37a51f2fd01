"""What was just given or chosen, in a line with its Undo."""

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary import words
from stepstool.web.diary.undo import Done, done
from stepstool.web.diary.visit import Visit

Reward, Settings = method.lasting.Reward, method.lasting.Settings
Price, Prize = method.promises.Price, method.promises.Prize


def is_of_rewards(entry: method.Entry) -> bool:
    """Whether an entry is written, and taken back, in this room."""
    return isinstance(entry, Reward | Settings | Price | Prize)


def touched_of(visit: Visit, entry: method.Entry) -> Done:
    """Say it."""
    when = words.ago(visit.clock, entry.at, visit.now)
    if isinstance(entry, Reward):
        gaps = {"what": method.said_given(entry, visit.speaker), "when": when}
        line = _("Given: %(what)s, %(when)s.") % gaps
    else:
        gaps = {"what": words.title(entry, visit.gaps), "when": when}
        line = _("Written down: %(what)s, %(when)s.") % gaps
    if entry.removed:
        line = _("Taken out again: %(what)s, %(when)s.") % gaps
    return done(entry, line, ways=("reward-undo", "reward-restore"))
