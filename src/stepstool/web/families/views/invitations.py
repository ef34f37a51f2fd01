"""Invitations: made and taken back by parents, opened and accepted by the invited."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from stepstool.web.families import accounts, invitations
from stepstool.web.families.access import family_page, visitor_of
from stepstool.web.families.forms import InvitationForm, SignUpForm
from stepstool.web.families.models import Child, Invitation, Membership
from stepstool.web.families.roles import Needs
from stepstool.web.families.views.household import people_page
from stepstool.web.families.views.links import keep_to_show
from stepstool.web.shell.errors import too_many


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Say who invites to what; who has no account yet makes one here and joins."""
    if not accounts.within_rate(request, "invitation"):
        return too_many(request)
    found = invitations.find(token)
    if found is None:
        return _ended(request)
    if found.family_id is None:
        return _open_a_family(request, found)
    form = SignUpForm(request.POST or None, initial={"name": found.name})
    if not request.user.is_authenticated and form.is_valid():
        return _sign_up_and_join(request, found, form, token)
    return _invited(request, found, form, token)


@require_POST
def join(request: HttpRequest, token: str) -> HttpResponse:
    found = invitations.find(token)
    if found is None or found.family_id is None:
        return _ended(request)
    try:
        invitations.accept(found, visitor_of(request))
    except invitations.InvitationEndedError:
        return _ended(request)
    return redirect("/")


@require_POST
@family_page(Needs.MANAGE)
def invite(request: HttpRequest, membership: Membership) -> HttpResponse:
    form = InvitationForm(request.POST)
    if not form.is_valid():
        return people_page(request, membership, form)
    told = form.cleaned_data
    new = invitations.invite(
        membership.user, membership.family, told["role"], told["name"]
    )
    keep_to_show(request, new)
    return redirect("people", membership.family_id)


@require_POST
@family_page(Needs.MANAGE)
def revoke(
    request: HttpRequest, membership: Membership, invitation_id: int
) -> HttpResponse:
    invitations.revoke(membership.family_id, invitation_id)
    return redirect("people", membership.family_id)


@require_POST
def invite_family(request: HttpRequest) -> HttpResponse:
    """Let the host of the house invite somebody to open a family of their own."""
    host = visitor_of(request)
    if not host.is_host:
        raise PermissionDenied
    keep_to_show(request, invitations.invite(host))
    return redirect("account")


def _open_a_family(request: HttpRequest, found: Invitation) -> HttpResponse:
    if request.method != "POST":
        told = {"by": found.made_by}
        return render(request, "families/invited_to_open.html", told)
    invitations.remember(request, found)
    return redirect("/")


def _sign_up_and_join(
    request: HttpRequest, found: Invitation, form: SignUpForm, token: str
) -> HttpResponse:
    if not accounts.within_rate(request, "signup"):
        return too_many(request)
    told = form.cleaned_data
    invitations.remember(request, found)
    try:
        with transaction.atomic():
            account = accounts.sign_up(request, told["name"], told["password"])
            invitations.accept(found, account.user)
    except accounts.NameTakenError as taken:  # by somebody who was quicker
        form.add_error("name", str(taken))
        return _invited(request, found, form, token)
    except (accounts.SignUpClosedError, invitations.InvitationEndedError):
        return _ended(request)
    accounts.enter(request, account)
    return redirect("recovery-code")


def _invited(
    request: HttpRequest, found: Invitation, form: SignUpForm, token: str
) -> HttpResponse:
    told = {
        "by": found.made_by,
        "role": found.get_role_display(),
        "children": Child.objects.filter(family=found.family),
        "form": form,
        "token": token,
    }
    return render(request, "families/invited.html", told)


def _ended(request: HttpRequest) -> HttpResponse:
    return render(request, "families/invitation_ended.html", status=404)
