"""What holds for every request and every answer."""

from collections.abc import Callable
from datetime import UTC

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

Answer = Callable[[HttpRequest], HttpResponse]

RULES = {
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "accelerometer=(), camera=(), display-capture=(), "
    "geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()",
}
# A page is about one family: no shared tablet and no proxy keeps a copy of it.
KEEP_NOTHING = "no-store, private"


def house_rules(get_response: Answer) -> Answer:
    """Add the headers that all answers carry, and mark cookies Secure over https."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in RULES.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", KEEP_NOTHING)
        if request.is_secure():
            for cookie in response.cookies.values():
                cookie["secure"] = True
        return response

    return answer


def own_zone(get_response: Answer) -> Answer:
    """Give each request a time zone of its own, UTC until a page activates the child's.

    Django keeps the active zone per thread; whatever a page activates ends here, so
    that no zone ever leaks into the next request.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        with timezone.override(UTC):
            return get_response(request)

    return answer
