"""The people of a family: who belongs to it, as what, and who is invited."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stepstool.web.families import households
from stepstool.web.families.access import family_page
from stepstool.web.families.forms import InvitationForm, MemberForm
from stepstool.web.families.invitations import open_invitations
from stepstool.web.families.models import Child, Membership
from stepstool.web.families.roles import Needs, Role, may_enter
from stepstool.web.families.views.links import shown_once


@require_safe
@family_page()
def people(request: HttpRequest, membership: Membership) -> HttpResponse:
    form = InvitationForm(initial={"role": Role.PARENT})
    return people_page(request, membership, form)


def people_page(
    request: HttpRequest, membership: Membership, form: InvitationForm
) -> HttpResponse:
    family_id = membership.family_id
    manages = may_enter(membership.role, Needs.MANAGE)
    told = {
        "me": membership,
        "family_id": family_id,
        "manages": manages,
        "members": households.members(family_id),
        "children": Child.objects.filter(family_id=family_id).order_by("added_at"),
        "roles": Role.choices,
        "form": form,
    }
    if manages:
        told["link"] = shown_once(request)
        told["invited"] = open_invitations().filter(family_id=family_id)
    return render(request, "families/people.html", told)


@require_POST
@family_page(Needs.MANAGE)
def change(
    request: HttpRequest, membership: Membership, membership_id: int
) -> HttpResponse:
    form = MemberForm(request.POST)
    if form.is_valid():
        role = form.cleaned_data["role"]
        _try(request, membership.family_id, membership_id, role)
    return redirect("people", membership.family_id)


@require_POST
@family_page(Needs.MANAGE)
def end(
    request: HttpRequest, membership: Membership, membership_id: int
) -> HttpResponse:
    _try(request, membership.family_id, membership_id)
    return redirect("people", membership.family_id)


@require_POST
@family_page()
def leave(request: HttpRequest, membership: Membership) -> HttpResponse:
    family_id = membership.family_id
    left = _try(request, family_id, membership.pk)
    return redirect("account") if left else redirect("people", family_id)


def _try(
    request: HttpRequest, family_id: int, membership_id: int, role: str = ""
) -> bool:
    """Change a role, or end the membership without one; whether that was possible."""
    try:
        if role:
            households.change_role(family_id, membership_id, role)
        else:
            households.end(family_id, membership_id)
    except Membership.DoesNotExist as error:
        raise Http404 from error
    except households.LastParentError:
        messages.info(request, _("A family keeps one parent. Make another one first."))
        return False
    return True
