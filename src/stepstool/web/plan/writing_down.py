"""A decision, written down once, even if a thumb taps twice."""

from django.core.exceptions import PermissionDenied

from stepstool import method
from stepstool.web.diary import writing
from stepstool.web.diary.refusals import RefusedError
from stepstool.web.diary.visit import Visit


def write_down(visit: Visit, entry: method.Entry) -> method.Entry:
    """Write it, or raise PermissionDenied."""
    try:
        writing.write(visit.membership, visit.child, [entry])
    except RefusedError:
        raise PermissionDenied from None
    return entry
