"""Forms of the second step, in our words."""

from typing import Any

from allauth.account.forms import ReauthenticateForm, SetPasswordForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

from stepstool.web.families.forms import NewPasswordForm


def _worded(field: forms.Field, label: Any, hint: Any = "") -> None:
    field.label, field.help_text = label, hint
    field.widget.attrs.pop("placeholder", None)


class PasswordAgainForm(ReauthenticateForm):  # type: ignore[misc] # allauth carries no types
    """The password once more, before the ways in change."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self.fields["password"], _("Your password"))


class FirstPasswordForm(SetPasswordForm):  # type: ignore[misc] # as above
    """A password for whom the host's own sign-in brought here."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(
            self.fields["password1"],
            _("New password"),
            NewPasswordForm.WORDS["password1"][1],
        )
        _worded(self.fields["password2"], _("The new one again"))


class SecondStepForm(AuthenticateForm):  # type: ignore[misc] # as above
    """A code after the password: of the app, or a spare one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hint = _("Six digits from your authenticator app, or one of your spare codes.")
        _worded(self.fields["code"], _("Code"), hint)


class FirstCodeForm(ActivateTOTPForm):  # type: ignore[misc] # as above
    """The first code of an app, which shows that it works."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hint = _("The six digits that the app shows now.")
        _worded(self.fields["code"], _("Code"), hint)
