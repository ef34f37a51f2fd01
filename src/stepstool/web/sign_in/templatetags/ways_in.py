"""The sign-in of the host, as templates name it."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def openid_name() -> str:
    """Give what the host calls its OpenID Connect provider; empty where there is none."""
    return str(settings.STEPSTOOL_OPENID_NAME) if settings.STEPSTOOL_OPENID else ""
