"""Forms of who: sign in, sign up, recover, invite."""

from datetime import datetime, timedelta
from typing import Any, Final

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    PasswordVerificationMixin,
)
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from stepstool.web.families.models import User
from stepstool.web.families.names import LONGEST, NameField, sign_in_name
from stepstool.web.families.roles import Role

_LONG_ENOUGH = _("Ten characters or more. A few words in a row are easy to keep.")
_SIGN_IN_NAME = _("Sign-in name")
# How long a place in a family can be made for, in days.
HOLDS: Final = (
    ("", _("Until somebody ends it")),
    ("7", _("For a week")),
    ("30", _("For a month")),
    ("91", _("For three months")),
)


def _new_password(label: Any) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
    return forms.CharField(
        label=label, widget=widget, strip=False, help_text=_LONG_ENOUGH
    )


def _name(label: Any, hint: Any = "") -> NameField:
    attrs = {"autocomplete": "username", "autocapitalize": "words"}
    return NameField(
        label=label,
        max_length=LONGEST,
        help_text=hint,
        widget=forms.TextInput(attrs=attrs),
    )


class SignInForm(LoginForm):  # type: ignore[misc] # allauth carries no types
    """Signs in by name, however it is typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _SIGN_IN_NAME
        self.fields["login"].widget.attrs.pop("placeholder", None)
        self.fields["password"].widget.attrs.pop("placeholder", None)
        self.fields["password"].help_text = ""

    def clean_login(self) -> str:
        return sign_in_name(self.cleaned_data["login"])


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc] # as above
    """Another password, asked for in our words."""

    WORDS = {
        "oldpassword": (_("The password until now"), ""),
        "password1": (_("New password"), _LONG_ENOUGH),
        "password2": (_("The new one again"), ""),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, hint) in self.WORDS.items():
            field = self.fields[name]
            field.label, field.help_text = label, hint
            field.widget.attrs.pop("placeholder", None)

    def clean(self) -> dict[str, Any]:
        """Compare both; the mixin would do so in allauth's words."""
        data: dict[str, Any] = super(PasswordVerificationMixin, self).clean()
        new, again = data.get("password1"), data.get("password2")
        if new and again and new != again:
            self.add_error(
                "password2", _("These two are not the same. Type it once more?")
            )
        return data


class SignUpForm(forms.Form):
    """A name and a password; `families.sign_up` makes the account of it."""

    name = _name(_SIGN_IN_NAME, _("Your first name will do. Your family reads it too."))
    password = _new_password(_("Password"))

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if User.objects.filter(username=sign_in_name(name)).exists():
            raise ValidationError(
                _("This sign-in name is taken here. Add a letter or two?")
            )
        return name

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        name, password = data.get("name"), data.get("password")
        if name and password:
            _check(self, password, User(username=sign_in_name(name), name=name))
        return data


class JoinForm(SignUpForm):
    """An account for somebody invited, whom the family calls as the invitation does."""

    name = _name(
        _SIGN_IN_NAME,
        _("For signing in. Your family sees you by the name in its invitation."),
    )


class RecoveryForm(forms.Form):
    """Name and recovery code, for a new password."""

    name = _name(_SIGN_IN_NAME)
    code = forms.CharField(
        label=_("Recovery code"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    password = _new_password(_("New password"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        name, password = data.get("name"), data.get("password")
        if name and password:
            _check(self, password, User(username=sign_in_name(name), name=name))
        return data


class PasswordForm(forms.Form):
    """The password once more, to prove who is at the phone."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, user: User, data: Any = None) -> None:
        super().__init__(data)
        self._user = user

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self._user.check_password(password):
            raise ValidationError(_("That is not your password."))
        return password


class InvitationForm(forms.Form):
    """Whom to invite: what the family calls them, as what, and for how long."""

    name = NameField(label=_("Who is it?"), max_length=LONGEST)
    role = forms.ChoiceField(
        label=_("As"), choices=Role.choices, widget=forms.RadioSelect
    )

    days = forms.ChoiceField(
        label=_("For how long?"),
        choices=HOLDS,
        required=False,
        widget=forms.RadioSelect,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("role") == Role.PARENT and data.get("days"):
            self.add_error("days", _("A parent stays until somebody ends it."))
        return data

    def until(self, at: datetime) -> datetime | None:
        """Give when the place is over by itself, if it is."""
        days = self.cleaned_data["days"]
        return at + timedelta(days=int(days)) if days else None


class MemberForm(forms.Form):
    """What somebody is to the family from now on."""

    role = forms.ChoiceField(choices=Role.choices)


def _check(form: forms.Form, password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        form.add_error("password", error)
