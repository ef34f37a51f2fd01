"""The page of a child's name and words, and of another child."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stepstool.web.diary import children
from stepstool.web.diary.forms import ChildForm
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.access import family_page
from stepstool.web.families.models import Membership
from stepstool.web.families.roles import Needs

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
@child_page(Needs.MANAGE)
def child(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = ChildForm(request.POST or None, children.about(visit.child, visit.now))
    if form.is_valid():
        children.change(visit.membership, visit.child, form.about())
        return redirect("people", visit.child.family_id)
    shown = {"form": form, "title": visit.child.nickname}
    return render(request, "diary/about.html", shown)


@form_page
@family_page(Needs.MANAGE)
def another(request: HttpRequest, membership: Membership) -> HttpResponse:
    form = ChildForm(request.POST or None)
    if form.is_valid():
        children.add(membership, form.about())
        return redirect("people", membership.family_id)
    shown = {"form": form, "title": _("Another child")}
    return render(request, "diary/about.html", shown)
