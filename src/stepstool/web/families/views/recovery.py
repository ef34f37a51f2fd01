"""The recovery code: shown once, used once, made anew."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stepstool.web.families import accounts
from stepstool.web.families.access import visitor_of
from stepstool.web.families.forms import PasswordForm, RecoveryForm
from stepstool.web.families.names import sign_in_name
from stepstool.web.shell.errors import too_many

form_page = require_http_methods(["GET", "HEAD", "POST"])


@login_not_required
@form_page
def lost(request: HttpRequest) -> HttpResponse:
    form = RecoveryForm(request.POST or None)
    if not form.is_valid():
        return render(request, "families/lost.html", {"form": form})
    told = form.cleaned_data
    if not accounts.within_rate(request, "recovery", sign_in_name(told["name"])):
        return too_many(request)
    account = accounts.recover(told["name"], told["code"], told["password"])
    if account is None:
        form.add_error(None, _("Name and code do not match. Look at each sign again?"))
        return render(request, "families/lost.html", {"form": form})
    accounts.enter(request, account)
    return redirect("recovery-code")


@form_page
def code(request: HttpRequest) -> HttpResponse:
    """Show the code until its owner says that it is written down."""
    way_on = _way_on(request)
    if request.method == "POST":
        request.session.pop(accounts.SHOWN_CODE, None)
        return redirect(way_on)
    shown = request.session.get(accounts.SHOWN_CODE)
    if shown is None:
        return redirect(way_on)
    return render(request, "families/code.html", {"code": shown, "next": way_on})


@form_page
def new_code(request: HttpRequest) -> HttpResponse:
    """Make a new code in place of a lost one; the password proves who asks."""
    user = visitor_of(request)
    form = PasswordForm(user, request.POST or None)
    if request.method == "POST" and not accounts.within_rate(request, "reauthenticate"):
        return too_many(request)
    if not form.is_valid():
        return render(request, "families/new_code.html", {"form": form})
    request.session[accounts.SHOWN_CODE] = accounts.new_recovery_code(user)
    return redirect("recovery-code")


def _way_on(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    here = {request.get_host()}
    safe = url_has_allowed_host_and_scheme(wanted, here, request.is_secure())
    return wanted if safe else "/"
