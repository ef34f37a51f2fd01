"""The page of a child's name and words, and of another child."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stepstool.web.diary import children
from stepstool.web.diary.forms import ChildForm
from stepstool.web.families.access import child_of, family_of
from stepstool.web.families.roles import Needs

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
def child(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    membership, found = child_of(request, family_id, child_id, Needs.MANAGE)
    form = ChildForm(request.POST or None, children.about(found, timezone.now()))
    if form.is_valid():
        children.change(membership, found, form.about())
        return redirect("people", family_id)
    told = {"form": form, "title": found.nickname}
    return render(request, "diary/about.html", told)


@form_page
def another(request: HttpRequest, family_id: int) -> HttpResponse:
    membership = family_of(request, family_id, Needs.MANAGE)
    form = ChildForm(request.POST or None)
    if form.is_valid():
        children.add(membership, form.about())
        return redirect("people", family_id)
    told = {"form": form, "title": _("Another child")}
    return render(request, "diary/about.html", told)
