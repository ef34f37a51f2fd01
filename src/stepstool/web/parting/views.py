"""What goes is said, its diary can be taken along first, and the password proves who asks."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stepstool.web.diary import emptying, reading
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families import accounts, parting
from stepstool.web.families.access import (
    children_of,
    doors_of,
    family_page,
    visitor_of,
)
from stepstool.web.families.forms import PasswordForm
from stepstool.web.families.models import Membership
from stepstool.web.families.roles import Needs, may_enter
from stepstool.web.parting.forms import AccountDeletionForm, ChildDeletionForm
from stepstool.web.shell.errors import too_many

form_page = require_http_methods(["GET", "HEAD", "POST"])
# What this very browser has kept of the diary, over https.
FORGETS = '"cache", "storage"'


@form_page
@child_page(Needs.MANAGE)
def forget(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    """Offer to delete an entry for good, or only what it said before."""
    versions = reading.history(visit.membership, visit.child, entry_id)
    if "history" in request.POST:
        emptying.forget_history(visit.membership, visit.child, entry_id)
        messages.success(request, _("What it said before is deleted."))
        return visit.to("entry", entry_id)
    if request.method == "POST":
        emptying.empty_entry(visit.membership, visit.child, entry_id)
        messages.success(request, _("The entry is deleted for good."))
        return visit.to("diary")
    page = {"entry": versions[0], "earlier": len(versions) - 1}
    return render(request, "parting/forget.html", visit.frame("diary") | page)


@form_page
@child_page(Needs.MANAGE)
def delete_child(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Delete a child with its diary, once name and password are right."""
    child = visit.child
    form = ChildDeletionForm(visitor_of(request), child, request.POST or None)
    if _asks_too_often(request):
        return too_many(request)
    if not form.is_valid():
        page = {"form": form, "children": [child]}
        return _shown(request, "parting/child.html", page, form)
    parting.delete_child(visit.membership, child)
    words = _("%(name)s’s diary is deleted for good.") % {"name": child.nickname}
    messages.success(request, words)
    return _forgetting(redirect("people", child.family_id))


@form_page
@family_page(Needs.MANAGE)
def delete_family(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Delete a family with all its diaries, once the password is right."""
    family_id = membership.family_id
    form = PasswordForm(visitor_of(request), request.POST or None)
    if _asks_too_often(request):
        return too_many(request)
    if not form.is_valid():
        children = children_of(family_id)
        page = {"form": form, "family_id": family_id, "children": children}
        return _shown(request, "parting/family.html", page, form)
    parting.delete_family(membership)
    messages.success(request, _("The family and its diaries are deleted for good."))
    return _forgetting(redirect("account"))


@form_page
def delete_account(request: HttpRequest) -> HttpResponse:
    """Delete an account, once it is said what becomes of what nobody else looks after."""
    user = visitor_of(request)
    orphans = parting.orphans_of(user)
    form = AccountDeletionForm(user, orphans, request.POST or None)
    if _asks_too_often(request):
        return too_many(request)
    if not form.is_valid():
        return _account_page(request, form)
    try:
        parting.delete_account(user, form.heirs())
    except parting.UndecidedError:
        form.add_error(None, _("Somebody left meanwhile. Please look once more."))
        return _account_page(request, form)
    logout(request)
    messages.success(request, _("Your account is deleted. All the best to you."))
    return _forgetting(redirect("home"))


def _account_page(request: HttpRequest, form: AccountDeletionForm) -> HttpResponse:
    user = visitor_of(request)
    theirs = [
        child
        for door in doors_of(user)
        for child in door.children
        if may_enter(door.membership.role, Needs.MANAGE)
    ]
    page = {"form": form, "children": theirs, "is_host": user.is_host}
    return _shown(request, "parting/account.html", page, form)


def _shown(
    request: HttpRequest, template: str, page: dict[str, object], form: PasswordForm
) -> HttpResponse:
    return render(request, template, page, status=422 if form.errors else 200)


def _asks_too_often(request: HttpRequest) -> bool:
    """Whether passwords are being guessed."""
    return request.method == "POST" and not accounts.within_rate(
        request, "reauthenticate"
    )


def _forgetting(answer: HttpResponse) -> HttpResponse:
    """Have the browser let go of what it kept of the diary too."""
    answer.headers["Clear-Site-Data"] = FORGETS
    return answer
