"""A decision, written down once, even if a thumb taps twice."""

from stepstool import method
from stepstool.web.diary import writing
from stepstool.web.diary.refusals import denied_if_refused
from stepstool.web.diary.visit import Visit


def write_down(visit: Visit, entry: method.Entry) -> method.Entry:
    """Write it, or raise PermissionDenied."""
    with denied_if_refused():
        writing.write(visit.membership, visit.child, [entry])
    return entry
