"""The end of the first evening: a line for oneself, and good night."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from stepstool.web.diary import reading, writing
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.models import Child
from stepstool.web.families.roles import Needs
from stepstool.web.welcome.answers import FROM_APP
from stepstool.web.welcome.first_entries import line_for_yourself

_EVENING, _MORNING = 18, 5


class LineForm(forms.Form):
    """One line, for whoever writes it; may stay empty."""

    line = forms.CharField(
        required=False,
        max_length=300,
        label=gettext_lazy("What is hard tonight?"),
        help_text=gettext_lazy(
            "One line, for yourself. We keep it closed until it is over."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def after_keeping(way: str, child: Child) -> str:
    """Give where to go once there is a diary: the other app's file, or the last line."""
    names = [child.family_id, child.id]
    return reverse("import" if way == FROM_APP else "first-line", args=names)


@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.WRITE)
def line(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = LineForm(request.POST or None, label_suffix="")
    if not form.is_valid():
        return render(
            request, "welcome/line.html", {"form": form, "child": visit.child}
        )
    if text := form.cleaned_data["line"]:
        note = line_for_yourself(text, visit.now, str(visit.child.id))
        writing.write(visit.membership, visit.child, [note])
    return visit.to("first-done")


@require_safe
@child_page()
def done(request: HttpRequest, visit: Visit) -> HttpResponse:
    record = reading.record_of(visit.child, visit.now, reading=())
    hour = record.clock.local(record.at).hour
    shown = {
        "child": visit.child,
        "poop": record.settings.word or _("poop"),
        "evening": hour >= _EVENING or hour < _MORNING,
    }
    return render(request, "welcome/done.html", shown)
