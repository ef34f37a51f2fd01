"""How big a file may be: refused by what its sender says of it, before it is read."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from stepstool import trackers

MEGABYTE = 1_000_000
LARGEST = trackers.LARGEST
# What a form carries beside its file.
_AROUND = 64 * 1024
# A browser only listens once it has said all; so much is let pass, and not kept.
_LET_PASS = 300 * MEGABYTE
_PIECE = 256 * 1024


def too_big(request: HttpRequest) -> str:
    """Give a sentence if this upload is too big, without keeping any of it; else nothing."""
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    if length <= LARGEST + _AROUND:
        return ""
    if length <= _LET_PASS:
        while request.read(_PIECE):
            pass
    told = _(
        "This file is very big (%(size)s MB); up to %(most)s MB can be brought in. "
        "Exports are much smaller: is it the right file? Nothing was changed."
    )
    return told % {"size": length // MEGABYTE, "most": LARGEST // MEGABYTE}
