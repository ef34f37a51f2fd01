"""Restoring a diary in an empty house: who brings the file signs up, and is its parent.

Nobody can know whose a diary is, so the way is open only while nobody lives here.
"""

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from stepstool import method, trackers
from stepstool.web.diary import whole
from stepstool.web.exchange import arrivals, looking
from stepstool.web.families import accounts
from stepstool.web.families.forms import SignUpForm
from stepstool.web.shell.errors import too_many
from stepstool.web.shell.middleware import takes


class RestoreForm(SignUpForm):
    """The file of a diary, and the account of who brings it."""

    file = forms.FileField(
        label=gettext_lazy("The diary’s file"),
        error_messages={
            "required": gettext_lazy("Choose the file that you took along."),
            "invalid": gettext_lazy("Choose the file that you took along."),
            "missing": gettext_lazy("The file did not arrive. Please try again."),
            "empty": gettext_lazy("This file is empty. Is there another one?"),
        },
    )
    field_order = ("file", "name", "password")

    def clean_file(self) -> method.DiaryFile:
        """Read the diary; no name of a file is ever used as a path."""
        try:
            text = trackers.decoded(self.cleaned_data["file"].read())
            return method.read_diary(text, trackers.MOST_ENTRIES)
        except trackers.NotUnderstoodError as refused:
            why = looking.too_much(refused) or _("This is no diary of Stepstool.")
        except method.NotADiaryError as refused:
            why = f"{refused}"
        raise forms.ValidationError(why + " " + _("Nothing was changed."))


@takes(arrivals.MOST)
@csrf_exempt  # checked in _with_body: a body that is too big is never read
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def restore(request: HttpRequest) -> HttpResponse:
    """Ask for the file and the account, while nobody lives here."""
    if not (accounts.is_empty_house() and accounts.may_sign_up(request)):
        return render(request, "exchange/lived_in.html", status=403)
    if request.method == "POST" and (refusal := arrivals.too_big(request)):
        return _page(request, RestoreForm(label_suffix=""), refusal, status=413)
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
    try:
        return _restored(request, form.cleaned_data)
    except whole.NotRestorableError as refused:
        form.add_error("file", f"{refused} " + _("Nothing was changed."))
        return _page(request, form, status=422)
    except accounts.SignUpClosedError:  # somebody was quicker
        return render(request, "exchange/lived_in.html", status=403)


def _restored(request: HttpRequest, typed: dict[str, Any]) -> HttpResponse:
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
