"""The page for the doctor, handed over by a link: made, ended, and opened without an account."""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from stepstool import method
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.doctor import health_link
from stepstool.web.doctor.page import Outgoing, copy_of
from stepstool.web.families import sealed
from stepstool.web.families.accounts import within_rate
from stepstool.web.families.links import qr_of, reaches_the_world
from stepstool.web.families.models import SealedLink
from stepstool.web.families.names import NameField
from stepstool.web.families.roles import Needs
from stepstool.web.shell.errors import too_many

READS: Final = method.health.ClinicianWord.KIND
HOLDS: Final = (
    ("1", gettext_lazy("A day")),
    ("7", gettext_lazy("A week")),
    ("30", gettext_lazy("A month")),
)
# As the specification recommends for links on a screen.
QR_LEVEL: Final = "M"


class LinkForm(forms.Form):
    """For whom a link is, in the parents' own list, and for how long."""

    name = NameField(
        label=gettext_lazy("For whom?"),
        help_text=gettext_lazy("Only for your own list below. It may stay empty."),
        max_length=60,
        required=False,
    )
    days = forms.ChoiceField(
        label=gettext_lazy("It ends by itself after"),
        choices=HOLDS,
        initial="7",
        widget=forms.RadioSelect,
    )


class NewLink(NamedTuple):
    """A link with its QR code, shown once and kept nowhere."""

    address: str
    qr: SafeString
    until: datetime


class ListedLink(NamedTuple):
    """A link that was made, as its parents read of it."""

    id: str
    name: str
    holds: bool
    until: str
    opened: str


@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.MANAGE, reads=READS)
def hand_over(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Offer the file and a link, and say which links hold.

    A new link is in the answer itself: nothing is kept that another page could show it from.
    """
    form = LinkForm(request.POST or None)
    reaches, new = _reaches_the_doctor(request, visit), None
    if reaches and form.is_valid():
        if not within_rate(request, "hand_over"):
            return too_many(request)
        new = _make(request, visit, form)
    page = {
        "outgoing": Outgoing(visit, request.GET),
        "form": LinkForm() if new else form,
        "reaches": reaches,
        "new": new,
        "links": [
            _listed(link, visit) for link in sealed.lately(visit.child, visit.now)
        ],
    }
    status = 422 if form.errors else 200
    frame = visit.frame("doctor") | page
    return render(request, "doctor/hand_over.html", frame, status=status)


def _listed(link: SealedLink, visit: Visit) -> ListedLink:
    holds = link.ended_at is None and link.expires_at > visit.now
    ends = _on_the_clock(link.ended_at or link.expires_at, visit)
    until = _("Opens until %(moment)s.") if holds else _("Ended on %(moment)s.")
    return ListedLink(
        id=link.id,
        name=link.name or _("For the doctor"),
        holds=holds,
        until=until % {"moment": ends},
        opened=_opened(link, visit),
    )


def _opened(link: SealedLink, visit: Visit) -> str:
    if link.opened_at is None:
        return _("Not opened.")
    often = ngettext(
        "Opened once, on %(moment)s.",
        "Opened %(times)s times, last on %(moment)s.",
        link.opened,
    )
    moment = _on_the_clock(link.opened_at, visit)
    return often % {"times": link.opened, "moment": moment}


def _on_the_clock(at: datetime, visit: Visit) -> str:
    """Say a moment as the child's clock shows it."""
    return date_format(visit.clock.local(at), "j F, H:i")


def _reaches_the_doctor(request: HttpRequest, visit: Visit) -> bool:
    """Whether a link would open there, and its address is as short as it has to be."""
    address = _address_of(request, visit, health_link.new_secret())
    return reaches_the_world(request) and len(address) <= health_link.LONGEST_ADDRESS


def _address_of(request: HttpRequest, visit: Visit, secret: str) -> str:
    where = reverse("shared-copy", args=[visit.child.family_id, secret])
    return request.build_absolute_uri(where)


def _make(request: HttpRequest, visit: Visit, form: LinkForm) -> NewLink:
    """Lock the page as it goes out now, keep that, and give the link to it."""
    sealed.let_go(visit.child.family_id, visit.now)
    key, secret = health_link.new_key(), health_link.new_secret()
    until = visit.now.replace(microsecond=0) + timedelta(
        days=int(form.cleaned_data["days"])
    )
    out = Outgoing(visit, request.GET)
    copy = health_link.locked(copy_of(out, get_language() or ""), key)
    new = sealed.Sealed(secret, copy, form.cleaned_data["name"], until)
    sealed.seal(visit.membership, visit.child, new, visit.now)
    payload = health_link.Payload(
        address=_address_of(request, visit, secret),
        key=key,
        until=until,
        label=_("For the doctor, up to %(day)s") % {"day": out.until},
    )
    viewer = request.build_absolute_uri(reverse("shared"))
    address = f"{viewer}#{health_link.link_of(payload)}"
    return NewLink(address, qr_of(address, QR_LEVEL), until)


@require_POST
@child_page(Needs.MANAGE, reads=READS)
def end_link(request: HttpRequest, visit: Visit, link_id: str) -> HttpResponse:
    """End a link at once."""
    sealed.end(visit.membership, visit.child, link_id, visit.now)
    return visit.to("hand-over")


@login_not_required
@require_safe
def shared(request: HttpRequest) -> HttpResponse:
    """Give the viewer: the same for everybody, since only the browser has the rest."""
    return _without_referrer(render(request, "doctor/shared.html"))


@login_not_required
@require_http_methods(["GET"])
def shared_copy(request: HttpRequest, number: int, secret: str) -> HttpResponse:
    """Give the locked copy of a link, to whatever program; 404 for any that does not hold.

    number: of the family, so that one look finds it. Who asks names itself in `recipient`,
    as the specification wants; what anybody can write there is not kept.
    """
    if not within_rate(request, "sealed"):
        return too_many(request)
    copy = sealed.open_copy(number, secret, timezone.now())
    if not copy:
        raise Http404
    answer = HttpResponse(copy, content_type=health_link.LOCKED)
    # Other viewers than ours may fetch it too: without its key it says nothing.
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return _without_referrer(answer)


def _without_referrer(answer: HttpResponse) -> HttpResponse:
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
