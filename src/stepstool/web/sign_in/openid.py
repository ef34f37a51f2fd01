"""Signing in by the host's OpenID Connect provider (STEPSTOOL_OPENID).

allauth speaks with it: code flow with PKCE and state. Here stands who may come in so: whoever
connected the account under *Ways in*, and newcomers if the host lets them in. An account is never
found by the name it has elsewhere, or whoever is called Anna there would be Anna here. Of what the
provider says only its id of the person is kept.
"""

from typing import Any, Final, NoReturn

import requests
from allauth.account.internal.flows.reauthentication import (
    raise_if_reauthentication_required,
)
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.openid_connect import views as openid
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from stepstool.web.families.access import visitor_of
from stepstool.web.families.models import User
from stepstool.web.families.names import sign_in_name
from stepstool.web.sign_in import attempts, newcomers

UNREACHED: Final = _("That did not work over there. Try again, or use your password.")
UNKNOWN: Final = _(
    "Nobody here is connected with that account yet. Sign in by password, then connect it under "
    "Your account, Ways in."
)
ANOTHERS: Final = _("That account is connected with somebody else here.")
CONNECTED: Final = _("Connected. You can sign in with it from now on.")


class OpenIDAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc] # allauth carries no types
    """Who comes in by the provider, and where everybody else is led."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Keep nothing but the id; connect for whoever is signed in and asked for it."""
        sociallogin.account.extra_data, sociallogin.email_addresses = {}, []
        if sociallogin.state.get("process") != AuthProcess.CONNECT:
            return
        if not request.user.is_authenticated:
            _back("account_login", request, UNREACHED)
        if sociallogin.is_existing and sociallogin.user != request.user:
            _back("mfa_index", request, ANOTHERS)
        sociallogin.connect(request, request.user)
        _back("mfa_index", request, CONNECTED)

    def populate_user(
        self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]
    ) -> User:
        """Take the name for a newcomer; whether one is made is decided later."""
        user: User = sociallogin.user
        user.name = str(data.get("username") or data.get("name") or "")
        return user

    def is_open_for_signup(
        self, request: HttpRequest, sociallogin: SocialLogin
    ) -> bool:
        """Make the account of a newcomer, or lead back to the door."""
        made = newcomers.welcomed(sociallogin.user.name)
        if made is None:
            attempts.log_failure(request)
            _back("account_login", request, UNKNOWN)
        sociallogin.user = made
        return True

    def save_user(
        self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None
    ) -> User:
        """Tie the new account to the id that the provider gave.

        allauth blanks a sign-in name that is taken, as this one is: by the account itself.
        """
        user: User = sociallogin.user
        user.username = sign_in_name(user.name)
        sociallogin.save(request)
        return user

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, **_: Any
    ) -> None:
        _back("account_login", request, UNREACHED)


def _back(page: str, request: HttpRequest, sentence: Promise) -> NoReturn:
    messages.info(request, str(sentence))
    raise ImmediateHttpResponse(redirect(page))


@login_not_required
@require_POST
def go(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Lead to the provider; back to the door where it does not answer.

    Who connects an account proves first that it is theirs, as for every way in.
    """
    if request.POST.get("process") == AuthProcess.CONNECT:
        raise_if_reauthentication_required(request, app="allauth.mfa")
    try:
        answer: HttpResponseBase = openid.login(request, provider_id)
    except requests.RequestException:
        messages.info(request, str(UNREACHED))
        return redirect("account_login")
    return answer


@login_not_required
@require_safe
def come_back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Take in whom the provider sends back."""
    try:
        answer: HttpResponseBase = openid.callback(request, provider_id)
    except (requests.RequestException, KeyError, ValueError):
        # A provider whose answers make no sense is as good as none.
        attempts.log_failure(request)
        messages.info(request, str(UNREACHED))
        return redirect("account_login")
    return answer


@require_POST
def disconnect(request: HttpRequest) -> HttpResponseBase:
    """Let the provider open this account no more, if a password does."""
    user = visitor_of(request)
    if user.has_usable_password():
        connected_of(user).delete()
    return redirect("mfa_index")


def connected_of(user: User) -> Any:
    """Give the rows that tie an account to the provider that is set now."""
    return SocialAccount.objects.filter(
        user_id=user.pk, provider=settings.OPENID_PROVIDER
    )
