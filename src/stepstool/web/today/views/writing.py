"""One tap, one entry: sent twice with one id it is one."""

from django.core.exceptions import PermissionDenied

from stepstool import method
from stepstool.web.diary import writing
from stepstool.web.diary.refusals import RefusedError
from stepstool.web.diary.visit import Visit


def write(visit: Visit, entry: method.Entry) -> method.Entry:
    """Write an entry down, or raise PermissionDenied."""
    try:
        writing.write(visit.membership, visit.child, [entry])
    except RefusedError:
        raise PermissionDenied from None
    return entry


def change(visit: Visit, entry: method.Entry) -> method.Entry:
    """Write a new version of an entry, or raise PermissionDenied."""
    try:
        writing.change(visit.membership, visit.child, entry)
    except RefusedError:
        raise PermissionDenied from None
    return entry
