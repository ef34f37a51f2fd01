"""`{% help_lines %}`: whom to call, as the host of this copy set it; else nothing."""

import re
from typing import NamedTuple

from django import template
from django.conf import settings

register = template.Library()


class HelpLine(NamedTuple):
    """Somebody to call. dial: the number as a telephone wants it."""

    name: str
    number: str
    dial: str


@register.inclusion_tag("shell/partials/help_lines.html")
def help_lines() -> dict[str, list[HelpLine]]:
    """Give the numbers that the host set (STEPSTOOL_HELP_LINES)."""
    return {
        "lines": [
            HelpLine(name, number, re.sub(r"[^0-9+]", "", number))
            for name, number in settings.STEPSTOOL_HELP_LINES
        ]
    }
