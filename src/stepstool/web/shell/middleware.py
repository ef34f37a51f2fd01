"""What holds for every request and every answer."""

from collections.abc import Callable
from datetime import UTC
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from stepstool.web.shell import errors
from stepstool.web.shell.digits import MANY, number_of

# What a script asks that sends a form and stays on the page (shell/once.js).
STAYS = "X-Stay"
GOES_TO = "X-Goes-To"
# Marks the way to the door of who sent a form after the session had ended.
UNSENT = "unsent"
Answer = Callable[[HttpRequest], HttpResponse]
View = TypeVar("View", bound=Callable[..., HttpResponseBase])
# What a form of the house may weigh: a long note of each field, many times over.
SMALL_BODY = 1024 * 1024

RULES = {
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "accelerometer=(), camera=(), display-capture=(), "
    "geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()",
    # No search engine keeps a page; the front page may say otherwise (welcome/views.py).
    "X-Robots-Tag": "noindex",
}
# A page is about one family: no shared tablet and no proxy keeps a copy of it.
KEEP_NOTHING = "no-store, private"


def house_rules(get_response: Answer) -> Answer:
    """Add the headers that all answers carry; keep cookies to the house, and to https."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in RULES.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", KEEP_NOTHING)
        for cookie in response.cookies.values():
            cookie["path"] = get_script_prefix()
            if request.is_secure():
                cookie["secure"] = True
        return response

    return answer


class SmallBodies:
    """Refuses what is too big before a byte of it is read, from strangers and all others.

    No form of the house sends more than some kilobytes. Only a view that is marked with
    `takes` gets more. The entrance (`config/entrance.py`) keeps by the same measure what it hands on.
    """

    def __init__(self, get_response: Answer) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._answer(request)

    def process_view(
        self, request: HttpRequest, view: Any, *_: object
    ) -> HttpResponse | None:
        """Refuse by the length that was told; a body without one reads as empty."""
        own_words = getattr(view, "takes", 0)
        small = sent_bytes(request) <= SMALL_BODY
        return None if own_words or small else errors.too_big(request)


def sent_bytes(request: HttpRequest) -> int:
    """Give how much is sent, as it was told; what is no number counts as nothing, as Django reads it."""
    return number_of(str(request.META.get("CONTENT_LENGTH") or ""), MANY) or 0


def takes(most: int) -> Callable[[View], View]:
    """Mark a view that takes files up to so many bytes, and says itself what is too big."""

    def marked(view: View) -> View:
        view.__dict__["takes"] = most
        return view

    return marked


def most_of(view: Any) -> int:
    """Give how many bytes may be sent to a view: the one place that says so."""
    return getattr(view, "takes", SMALL_BODY)


class SignInFirst(LoginRequiredMiddleware):
    """Sends strangers to the door, and from there back to the page that they were on.

    The address of a form may take nothing but what the form sends: whoever signs in
    again after pressing its button comes back to the page with the form.
    """

    def handle_no_permission(
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponseRedirect:
        """Lead to signing in; a script that stays on its page hears so (401).

        Without a script nothing keeps what was sent, so that the door says it.
        """
        if request.method in {"GET", "HEAD"}:
            return super().handle_no_permission(request, view_func)
        door, back = reverse(settings.LOGIN_URL), page_before(request)
        if STAYS not in request.headers:
            return redirect_to_login(back, f"{door}?{UNSENT}=yes")
        answer = redirect_to_login(back, door)
        answer.headers[GOES_TO] = answer.url
        answer.status_code = 401
        return answer


def page_before(request: HttpRequest) -> str:
    """Give the page of this house on which a button was pressed; else the front door."""
    before = request.headers.get("Referer", "")
    house = get_script_prefix()
    if not before or not url_has_allowed_host_and_scheme(before, {request.get_host()}):
        return house
    page = urlsplit(before)
    if not page.path.startswith(house):
        return house
    return f"{page.path}?{page.query}" if page.query else page.path


def stays(get_response: Answer) -> Answer:
    """Tell a script that sends a form where it leads, instead of leading there.

    Only the script can keep what was typed while nobody answers; where all is well it
    goes on by itself, and the page is asked for once.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if STAYS in request.headers and 300 <= response.status_code < 400:
            response.headers[GOES_TO] = response.headers["Location"]
            del response.headers["Location"]
            response.status_code = 204
        return response

    return answer


def said_kindly(get_response: Answer) -> Answer:
    """Say in a page of the house what Django answers with nothing: 405."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 405:
            return response
        return errors.not_by_link(request, response.headers["Allow"])

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
