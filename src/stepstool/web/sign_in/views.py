"""Pages of the ways into an account, and of the devices that are in it."""

from typing import Any

from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    LoginWebAuthnView,
    RemoveWebAuthnView,
)
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stepstool.web.families.access import visitor_of
from stepstool.web.sign_in import attempts, openid, sessions
from stepstool.web.sign_in.second_step import why_no_passkeys


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


@require_safe
def ways_in(request: HttpRequest) -> HttpResponse:
    """Show what opens this account beside the password."""
    of_type: dict[str, list[Authenticator]] = {}
    for one in Authenticator.objects.filter(user_id=visitor_of(request).pk):
        of_type.setdefault(one.type, []).append(one)
    spare = of_type.get(Authenticator.Type.RECOVERY_CODES, [])
    page = {
        "passkeys": of_type.get(Authenticator.Type.WEBAUTHN, []),
        "why_not": why_no_passkeys(request),
        "connected": openid.connected_of(visitor_of(request)).exists(),
        "second_step": Authenticator.Type.TOTP in of_type,
        "codes_left": sum(len(one.wrap().get_unused_codes()) for one in spare),
    }
    return render(request, "sign_in/ways_in.html", page)


class _AddPasskey(AddWebAuthnView):  # type: ignore[misc] # allauth carries no types
    """Makes a passkey that signs in by itself, and no spare codes for it."""

    template_name = "sign_in/add_passkey.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page: dict[str, Any] = super().get_context_data(**kwargs)
        page["js_data"] = {
            "creation_options": auth.begin_registration(self.request.user, True)
        }
        return page

    def form_valid(self, form: Any) -> HttpResponse:
        made = form.cleaned_data
        auth.WebAuthn.add(self.request.user, made["name"], made["credential"])
        messages.info(self.request, _("This device opens your account from now on."))
        return redirect("mfa_index")


class _RemovePasskey(RemoveWebAuthnView):  # type: ignore[misc] # as above
    template_name = "sign_in/remove_passkey.html"
    success_url = reverse_lazy("mfa_index")


class _ByPasskey(LoginWebAuthnView):  # type: ignore[misc] # as above
    """Signs in by passkey alone."""

    def form_invalid(self, form: Any) -> HttpResponse:
        attempts.log_failure(self.request)
        messages.info(self.request, _("This passkey opens nothing here."))
        return redirect("account_login")


class _SecondStep(AuthenticateView):  # type: ignore[misc] # as above
    """Asks for the code after the password, or for a passkey in its place."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page: dict[str, Any] = super().get_context_data(**kwargs)
        mine = Authenticator.objects.filter(user=self.stage.login.user)
        passkeys = mine.filter(type=Authenticator.Type.WEBAUTHN)
        return page | {"has_passkey": passkeys.exists()}

    def form_invalid(self, form: Any) -> HttpResponseBase:
        attempts.log_failure(self.request)
        answer: HttpResponseBase = super().form_invalid(form)
        return answer


_add_passkey = _AddPasskey.as_view()


def add_passkey(request: HttpRequest) -> HttpResponseBase:
    """Make a passkey, where browsers do."""
    if why_no_passkeys(request):
        return redirect("mfa_index")
    answer: HttpResponseBase = _add_passkey(request)
    return answer


remove_passkey = _RemovePasskey.as_view()
by_passkey = login_not_required(_ByPasskey.as_view())
second_step = login_not_required(_SecondStep.as_view())
