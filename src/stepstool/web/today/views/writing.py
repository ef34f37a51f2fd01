"""One tap, one entry: sent twice with one id it is one."""

import uuid

from django.core.exceptions import PermissionDenied
from django.http import QueryDict

from stepstool import method
from stepstool.web.diary import keys, writing
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


def id_in(posted: QueryDict) -> str:
    """Give the id that the page gave the entry before it was sent; else a new one."""
    try:
        return str(uuid.UUID(posted.get("id", "")))
    except ValueError:
        return keys.new_id()
