"""A meal or a drink, written down once, even if a thumb taps twice."""

from collections.abc import Mapping

from django.http import Http404

from stepstool import method
from stepstool.web.diary.visit import Visit


def write_down(visit: Visit, raw: Mapping[str, object]) -> method.Entry:
    """Write an entry from its JSON form, or raise PermissionDenied or Http404."""
    try:
        entry = method.read_entry({"written_at": visit.now.isoformat(), **raw})
    except method.NonsenseError:
        raise Http404 from None  # nothing that our own page sends
    visit.write(entry)
    return entry
