"""Accounts and recovery, the people of a family, and invitations to it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from stepstool.web.families import (
    accounts,
    audit,
    households,
    invitations,
    parting,
)
from stepstool.web.families.access import (
    children_of,
    doors_of,
    family_page,
    visitor_of,
)
from stepstool.web.families.forms import (
    InvitationForm,
    JoinForm,
    MemberForm,
    PasswordForm,
    RecoveryForm,
    SignUpForm,
)
from stepstool.web.families.invitations import open_invitations
from stepstool.web.families.links import keep_to_show, shown_once
from stepstool.web.families.models import Child, Invitation, Membership
from stepstool.web.families.names import sign_in_name
from stepstool.web.families.one_family import within
from stepstool.web.families.roles import Needs, Role, may_enter
from stepstool.web.shell.errors import too_many

form_page = require_http_methods(["GET", "HEAD", "POST"])
LATELY, LINES_A_PAGE = 3, 50
# What the form of an invitation begins with.
STAYS = {"role": Role.PARENT, "days": ""}
LOOKS_ALONG = {"role": Role.READER, "days": "30"}


@require_safe
@family_page()
def people(request: HttpRequest, membership: Membership) -> HttpResponse:
    for_a_while = "for-a-while" in request.GET
    form = InvitationForm(initial=LOOKS_ALONG if for_a_while else STAYS)
    return people_page(request, membership, form)


def people_page(
    request: HttpRequest, membership: Membership, form: InvitationForm
) -> HttpResponse:
    family_id = membership.family_id
    manages = may_enter(membership.role, Needs.MANAGE)
    children = children_of(family_id)
    page = {
        "me": membership,
        "family_id": family_id,
        "manages": manages,
        "members": households.members(family_id),
        "children": children,
        "several": len(children) > 1,
        "roles": Role.choices,
        "form": form,
    }
    if manages:
        page["link"] = shown_once(request)
        page["ended"] = households.ended_lately(family_id, timezone.now())
        page["invited"] = open_invitations().filter(family_id=family_id)
        page["lately"] = audit.record(family_id)[:LATELY]
    return render(request, "families/people.html", page)


@require_safe
@family_page(Needs.MANAGE)
def record(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show who did what, newest first, page by page."""
    lines = Paginator(audit.record(membership.family_id), LINES_A_PAGE)
    page = {
        "family_id": membership.family_id,
        "lines": lines.get_page(request.GET.get("page")),
    }
    return render(request, "families/record.html", page)


@require_POST
@family_page(Needs.MANAGE)
def change(
    request: HttpRequest, membership: Membership, membership_id: int
) -> HttpResponse:
    form = MemberForm(request.POST)
    if form.is_valid():
        role = form.cleaned_data["role"]
        _try(request, membership, membership_id, role)
    return redirect("people", membership.family_id)


@require_POST
@family_page(Needs.MANAGE)
def end(
    request: HttpRequest, membership: Membership, membership_id: int
) -> HttpResponse:
    if _try(request, membership, membership_id):
        messages.info(request, _("Done. For seven days you can take it back here."))
    return redirect("people", membership.family_id)


@require_POST
@family_page(Needs.MANAGE)
def bring_back(
    request: HttpRequest, membership: Membership, membership_id: int
) -> HttpResponse:
    """Take back that somebody's access was ended."""
    try:
        households.bring_back(membership, membership_id, timezone.now())
    except Membership.DoesNotExist as error:
        raise Http404 from error
    return redirect("people", membership.family_id)


@form_page
@family_page()
def leave(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Say what leaving does, and ask once."""
    family_id = membership.family_id
    children = children_of(family_id)
    if request.method != "POST":
        page = {"family_id": family_id, "children": children}
        return render(request, "families/leave.html", page)
    names = ", ".join(child.nickname for child in children)
    if not _try(request, membership, membership.pk):
        return redirect("people", family_id)
    left = _(
        "You have left. %(names)s: what you wrote stays, and you see no more of it."
    )
    messages.info(request, left % {"names": names})
    return redirect("account")


def _try(
    request: HttpRequest, by: Membership, membership_id: int, role: str = ""
) -> bool:
    """Change a role, or end the membership without one; whether that was possible."""
    try:
        if role:
            households.change_role(by.family_id, membership_id, role, by)
        else:
            households.end(by, membership_id)
    except Membership.DoesNotExist as error:
        raise Http404 from error
    except households.LastParentError:
        messages.info(request, _("A family keeps one parent. Make another one first."))
        return False
    return True


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Say who invites to what; who has no account yet makes one here and joins."""
    if not accounts.within_rate(request, "invitation"):
        return too_many(request)
    invited = invitations.find(token)
    if invited is None:
        return _ended(request)
    if invited.family_id is None:
        return _open_a_family(request, invited)
    form = JoinForm(request.POST or None, initial={"name": invited.name})
    if not request.user.is_authenticated and form.is_valid():
        return _sign_up_and_join(request, invited, form, token)
    return _invited(request, invited, form, token)


@require_POST
def join(request: HttpRequest, token: str) -> HttpResponse:
    invited = invitations.find(token)
    if invited is None or invited.family_id is None:
        return _ended(request)
    try:
        households.join(invited, visitor_of(request))
    except invitations.InvitationEndedError:
        return _ended(request)
    except households.HereAlreadyError:
        return redirect("invitation", token)
    return redirect("home")


@require_POST
@family_page(Needs.MANAGE)
def invite(request: HttpRequest, membership: Membership) -> HttpResponse:
    form = InvitationForm(request.POST)
    if not form.is_valid():
        return people_page(request, membership, form)
    answers = form.cleaned_data
    until = form.until(timezone.now())
    new = households.invite(membership, answers["role"], answers["name"], until)
    keep_to_show(request, new)
    return redirect("people", membership.family_id)


@require_POST
@family_page(Needs.MANAGE)
def revoke(
    request: HttpRequest, membership: Membership, invitation_id: int
) -> HttpResponse:
    households.take_back(membership, invitation_id)
    return redirect("people", membership.family_id)


@require_POST
def invite_family(request: HttpRequest) -> HttpResponse:
    """Let the host of the house invite somebody to open a family of their own."""
    host = visitor_of(request)
    if not host.is_host:
        raise PermissionDenied
    keep_to_show(request, invitations.invite(host))
    return redirect("account")


def _open_a_family(request: HttpRequest, invited: Invitation) -> HttpResponse:
    if request.method != "POST":
        page = {"by": invited.made_by}
        return render(request, "families/invited_to_open.html", page)
    invitations.remember(request, invited)
    return redirect("home")


def _sign_up_and_join(
    request: HttpRequest, invited: Invitation, form: SignUpForm, token: str
) -> HttpResponse:
    if not accounts.within_rate(request, "signup"):
        return too_many(request)
    answers = form.cleaned_data
    invitations.remember(request, invited)
    try:
        with transaction.atomic():
            account = accounts.sign_up(request, answers["name"], answers["password"])
            households.join(invited, account.user)
    except accounts.NameTakenError as taken:  # by somebody who was quicker
        form.add_error("name", str(taken))
        return _invited(request, invited, form, token)
    except (accounts.SignUpClosedError, invitations.InvitationEndedError):
        return _ended(request)
    accounts.enter(request, account)
    return redirect("recovery-code")


def _invited(
    request: HttpRequest, invited: Invitation, form: SignUpForm, token: str
) -> HttpResponse:
    page = {
        "here": _place_of(request, invited),
        "by": invited.made_by,
        "role": invited.get_role_display(),
        "until": invited.until,
        "children": _children_of(invited),
        "form": form,
        "token": token,
    }
    return render(request, "families/invited.html", page)


def _children_of(invited: Invitation) -> list[Child]:
    """Give the children of the family that a link leads into; it is the permission."""
    assert invited.family_id is not None  # noqa: S101 - others lead to a new family
    with within(invited.family_id):
        return list(Child.objects.filter(family_id=invited.family_id))


def _place_of(request: HttpRequest, invited: Invitation) -> Membership | None:
    """Give the visitor's own place in the family that a link leads into."""
    if not request.user.is_authenticated:
        return None
    here = households.members(invited.family_id) if invited.family_id else None
    return here.filter(user=request.user).first() if here else None


def _ended(request: HttpRequest) -> HttpResponse:
    return render(request, "families/invitation_ended.html", status=404)


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    user = visitor_of(request)
    for sentence in parting.hear(user):
        messages.info(request, sentence)
    page = {
        "doors": doors_of(user),
        "link": shown_once(request),
        "endings": households.endings_of(user, timezone.now()),
    }
    return render(request, "families/account.html", page)


@login_not_required
@form_page
def lost(request: HttpRequest) -> HttpResponse:
    form = RecoveryForm(request.POST or None)
    if not form.is_valid():
        return render(request, "families/lost.html", {"form": form})
    answers = form.cleaned_data
    if not accounts.within_rate(request, "recovery", sign_in_name(answers["name"])):
        return too_many(request)
    account = accounts.recover(answers["name"], answers["code"], answers["password"])
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
    return wanted if safe else reverse("home")
