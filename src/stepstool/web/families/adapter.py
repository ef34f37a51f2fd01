"""How allauth signs people in here: by name, without any mail."""

from collections.abc import Mapping
from typing import Any, Final

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# What is said when something is done, by the template of allauth's own sentence.
SAYS: Final[Mapping[str, Promise]] = {
    "account/messages/logged_in.txt": _("Good to see you."),
    "account/messages/logged_out.txt": _("You are signed out. See you soon."),
    "account/messages/password_changed.txt": _("The new password holds from now on."),
}


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by `families.accounts`, never by allauth's own sign-up."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("Name and password do not match."),
        "account_inactive": _(
            "This account is closed. Whoever runs this house can help."
        ),
        "enter_current_password": _("That is not your password."),
        "incorrect_password": _("That is not your password."),
        "rate_limited": _("That was tried many times. Please wait a few minutes."),
    }

    def add_message(
        self, request: HttpRequest, level: int, template: str = "", *_: Any, **more: Any
    ) -> None:
        """Say it in our words; of allauth's own sentences none is said."""
        ours = SAYS.get(more.get("message_template") or template)
        if ours:
            messages.add_message(request, level, str(ours))

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account")
