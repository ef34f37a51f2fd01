"""A decision, written down once, even if a thumb taps twice."""

import uuid
from collections.abc import Mapping

from django.core.exceptions import PermissionDenied

from stepstool import method
from stepstool.web.diary import keys, writing
from stepstool.web.diary.refusals import RefusedError
from stepstool.web.diary.visit import Visit


def write_down(visit: Visit, entry: method.Entry) -> method.Entry:
    """Write it, or raise PermissionDenied."""
    try:
        writing.write(visit.membership, visit.child, [entry])
    except RefusedError:
        raise PermissionDenied from None
    return entry


def id_in(posted: Mapping[str, str]) -> str:
    """Give the id that the page gave the decision before it was sent; else a new one."""
    try:
        return str(uuid.UUID(posted.get("id", "")))
    except ValueError:
        return keys.new_id()
