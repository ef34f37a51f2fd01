"""Restoring in an empty house: one diary from its file, or the whole house from a backup.

Who brings the file of a diary signs up, and is its parent; with a backup all accounts come back.
Nobody can know whose a file is, so the way is open only while nobody lives here.
"""

from typing import Any, Final

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from stepstool import method, trackers
from stepstool.web.backups import filling, scratch, storages
from stepstool.web.diary import whole
from stepstool.web.exchange import arrivals, looking
from stepstool.web.families import accounts
from stepstool.web.families.forms import SignUpForm
from stepstool.web.shell.errors import too_many
from stepstool.web.shell.faults import MendableError
from stepstool.web.shell.middleware import takes

ACCOUNT: Final = ("name", "password")
BY_COMMAND: Final = gettext_lazy(
    "Whoever runs this house restores a bigger backup with the command: "
    "stepstool restore FILE."
)


class RestoreForm(SignUpForm):
    """A file, with the account of who brings a diary, or the pass phrase of a locked backup."""

    file = forms.FileField(
        label=gettext_lazy("The file"),
        error_messages={
            "required": gettext_lazy("Choose the file that you took along."),
            "invalid": gettext_lazy("Choose the file that you took along."),
            "missing": gettext_lazy("The file did not arrive. Please try again."),
            "empty": gettext_lazy("This file is empty. Is there another one?"),
        },
    )
    pass_phrase = forms.CharField(
        label=gettext_lazy("Pass phrase"),
        help_text=gettext_lazy("Only if the backup is locked: its name ends in .age."),
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        strip=False,
        required=False,
    )
    field_order = ("file", "name", "password", "pass_phrase")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ACCOUNT:
            self.fields[name].required = False  # a backup brings the accounts

    def clean_file(self) -> "method.DiaryFile | UploadedFile[Any]":
        """Read a diary; no name of a file is ever used as a path."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        raw = file.read()
        if filling.is_backup(raw):
            return file
        try:
            text = trackers.decoded(raw)
            return method.read_diary(text, trackers.MOST_ENTRIES)
        except trackers.NotUnderstoodError as refused:
            why = looking.too_much(refused) or _("This is no diary of Stepstool.")
        except method.NotADiaryError as refused:
            why = f"{refused}"
        raise forms.ValidationError(why + " " + _("Nothing was changed."))

    def clean(self) -> dict[str, Any]:
        """Ask for the account where a diary is to have one."""
        if isinstance(self.cleaned_data.get("file"), UploadedFile):
            return self.cleaned_data
        for name in ACCOUNT:
            if not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(name, _("A diary needs this, to be yours."))
        return super().clean()

    @property
    def account(self) -> list[forms.BoundField]:
        """What a diary needs."""
        return [self[name] for name in ACCOUNT]


@takes(arrivals.MOST)
@csrf_exempt  # checked in _with_body: a body that is too big is never read
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def restore(request: HttpRequest) -> HttpResponse:
    """Ask for the file and the account, while nobody lives here."""
    if not (accounts.is_empty_house() and accounts.may_sign_up(request)):
        return render(request, "exchange/lived_in.html", status=403)
    if request.method == "POST" and (refusal := arrivals.too_big(request)):
        return _page(
            request, RestoreForm(label_suffix=""), f"{refusal} {BY_COMMAND}", 413
        )
    return _with_body(request)


@csrf_protect
def _with_body(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, RestoreForm(label_suffix=""))
    if not accounts.within_rate(request, "signup"):
        return too_many(request)
    form = RestoreForm(request.POST, request.FILES, label_suffix="")
    if not form.is_valid():
        return _page(request, form, status=422)
    file = form.cleaned_data["file"]
    restored = _house if isinstance(file, UploadedFile) else _diary
    try:
        return restored(request, form.cleaned_data)
    except (whole.NotRestorableError, MendableError) as refused:
        form.add_error("file", f"{refused} " + _("Nothing was changed."))
        return _page(request, form, status=422)
    except (accounts.SignUpClosedError, filling.LivedInError):  # somebody was quicker
        return render(request, "exchange/lived_in.html", status=403)


def _house(request: HttpRequest, typed: dict[str, Any]) -> HttpResponse:
    with scratch.folder() as folder:
        arrived = folder / "arrived"
        with storages.new_file(arrived) as written:
            written.writelines(typed["file"].chunks())
        families = filling.fill(arrived, typed["pass_phrase"])
    return render(request, "exchange/house_is_back.html", {"families": families})


def _diary(request: HttpRequest, typed: dict[str, Any]) -> HttpResponse:
    with transaction.atomic():
        account = accounts.sign_up(request, typed["name"], typed["password"])
        whole.restore(account.user, typed["file"])
    accounts.enter(request, account)
    return redirect("recovery-code")


def _page(
    request: HttpRequest, form: RestoreForm, error: str = "", status: int = 200
) -> HttpResponse:
    page = {"form": form, "error": error}
    return render(request, "exchange/restore.html", page, status=status)
