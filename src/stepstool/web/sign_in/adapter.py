"""How allauth counts and notes tries to sign in here."""

from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from stepstool.web.families import adapter
from stepstool.web.sign_in import attempts

SECOND_STEP: Final = "stepstool.web.sign_in.second_step.SecondStep"


class CountingAdapter(adapter.Adapter):
    """Counts tries so that no stranger keeps a parent out, and logs those that fail."""

    error_messages = {
        **adapter.Adapter.error_messages,
        "too_many_login_attempts": _(
            "That was often in a row. Wait a few minutes, or come in with your recovery code."
        ),
    }

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count before the password is looked at; `authenticate` takes it back if it fits."""
        usage = attempts.counted(request, credentials.get("username", ""))
        if usage is None:
            attempts.log_failure(request)
            raise self.validation_error("too_many_login_attempts")
        self._login_failed_rl_usage = usage

    def get_login_stages(self) -> list[str]:
        ours = {"allauth.mfa.stages.AuthenticateStage": SECOND_STEP}
        return [ours.get(stage, stage) for stage in super().get_login_stages()]

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Ask for the password; who came without one sets one first."""
        has_one = user.has_usable_password()
        page = "account_reauthenticate" if has_one else "account_set_password"
        return [{"id": page, "description": "", "url": reverse(page)}]

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        attempts.log_failure(request)
