"""Pages of the ways into an account, and of the devices that are in it."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stepstool.web.families.access import visitor_of
from stepstool.web.sign_in import sessions


@require_safe
def devices(request: HttpRequest) -> HttpResponse:
    """Show where this account is signed in."""
    page = {"devices": sessions.signed_in(request, visitor_of(request))}
    return render(request, "sign_in/devices.html", page)


@require_POST
def end_device(request: HttpRequest, session_id: int) -> HttpResponse:
    """Sign out on one device; if it is this one, the front door comes next."""
    try:
        sessions.end(visitor_of(request), session_id)
    except UserSession.DoesNotExist as error:
        raise Http404 from error
    messages.info(request, _("Signed out there."))
    return redirect("devices")


@require_POST
def end_other_devices(request: HttpRequest) -> HttpResponse:
    sessions.end_others(request, visitor_of(request))
    messages.info(request, _("Signed out everywhere but here."))
    return redirect("devices")
