"""Passkeys and the second step, as this house has them.

A passkey stands beside the password and takes nothing from it: who adds one on the phone still
signs in by password on the tablet. Only an authenticator app asks for a second step after the
password; there a passkey, which is more than both, may stand in for the code.
"""

from ipaddress import ip_address
from typing import Any, Final

import segno
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepstool.web.families.models import User
from stepstool.web.sign_in.devices import device_name

ISSUER: Final = "Stepstool"


class SecondStep(AuthenticateStage):  # type: ignore[misc] # allauth carries no types
    """Asks for the second step only where an authenticator app was set up."""

    def handle(self) -> tuple[Any, bool]:
        if not is_mfa_enabled(self.login.user, [Authenticator.Type.TOTP]):
            return None, True
        answer: tuple[Any, bool] = super().handle()
        return answer


class SecondStepAdapter(DefaultMFAAdapter):  # type: ignore[misc] # as above
    """What devices and apps show of this house, and what it says when a code is wrong."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy("That did not fit. Try once more?"),
    }

    def get_totp_label(self, user: User) -> str:
        return user.name

    def get_totp_issuer(self) -> str:
        return ISSUER

    def build_totp_svg(self, url: str) -> str:
        return str(segno.make_qr(url).svg_inline(border=4, light="#fff", omitsize=True))

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002 - allauth's
        return device_name(context.request.headers.get("User-Agent", ""))


def why_no_passkeys(request: HttpRequest) -> str:
    """Say why browsers make no passkey at the address that is open now; empty if they do."""
    host = request.get_host().rpartition(":")[0] or request.get_host()
    if host == "localhost":
        return ""
    if _is_number(host):
        return _(
            "Passkeys belong to a name, and this house is open under a number (%(host)s), so "
            "browsers make none here. Whoever runs the house can give it a name with https."
        ) % {"host": host}
    if not request.is_secure():
        return _(
            "Browsers make passkeys over https only, and this house is open over plain http. "
            "Whoever runs the house can set up https."
        )
    return ""


def _is_number(host: str) -> bool:
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
