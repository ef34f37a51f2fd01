"""The first evening: the front door, the questions, tonight, keeping it, and good night."""

from datetime import date
from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stepstool import method
from stepstool.web.diary import reading, writing
from stepstool.web.diary.kinds.poop import WORD
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families import accounts
from stepstool.web.families.access import FamilyAndChild, doors_of, visitor_of
from stepstool.web.families.forms import SignUpForm
from stepstool.web.families.households import add_child, endings_of, open_family
from stepstool.web.families.models import Child, User
from stepstool.web.families.one_family import within
from stepstool.web.families.parting import hear
from stepstool.web.families.roles import Needs, may_enter
from stepstool.web.shell.errors import too_many
from stepstool.web.welcome import steps
from stepstool.web.welcome.answers import (
    FRESH,
    FROM_APP,
    EveningAnswers,
    answers_of,
    child_told,
    entries_told,
    forget,
    keep_more,
    line_for_yourself,
)
from stepstool.web.welcome.forms import EveningForm
from stepstool.web.welcome.page import around_page, tonight_page

_EVENING = 18
_MORNING = 5


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return _front_page(request, settings.STEPSTOOL_FRONT_PAGE)
    for sentence in hear(visitor_of(request)):
        messages.info(request, sentence)
    children = [child for door in doors_of(request.user) for child in door.children]
    if not children:
        was_ended = endings_of(request.user, timezone.now()).exists()
        return redirect("account" if was_ended else "start")
    if len(children) == 1:
        return redirect("today", children[0].family_id, children[0].id)
    return render(request, "welcome/which_child.html", {"children": children})


def _front_page(request: HttpRequest, about: str) -> HttpResponse:
    """Show it; search engines may only if whoever runs the house said what it is."""
    may_restore = accounts.is_empty_house() and accounts.may_sign_up(request)
    shown = {
        "about": about,
        "closed": _is_closed(request),
        "may_restore": may_restore,
    }
    page = render(request, "welcome/home.html", shown)
    if about:
        page.headers["X-Robots-Tag"] = "all"
    return page


@login_not_required
@require_safe
def look_around(request: HttpRequest) -> HttpResponse:
    page = around_page(timezone.now(), get_language() or "")
    return render(request, "welcome/around.html", page)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def first(request: HttpRequest, way: str = FRESH) -> HttpResponse:
    """Ask who it is: the beginning of both ways."""
    return _ask(request, steps.FIRST_STEP, way)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, key: str) -> HttpResponse:
    """Ask one of the others, once we know who it is about."""
    answers = answers_of(request)
    if key not in steps.WAYS[answers.way][1:]:
        raise Http404
    if not answers.named:
        return redirect("start")
    return _ask(request, key, answers.way)


def _ask(request: HttpRequest, key: str, way: str) -> HttpResponse:
    step, answers = steps.STEPS[key], answers_of(request)
    if request.method != "POST":
        return _question_page(request, key, way, step.form(answers))
    if step.skip and "skip" in request.POST:
        return redirect(steps.after(answers, key))
    form = step.form(answers, request.POST)
    if not form.is_valid():
        return _question_page(request, key, way, form)
    answers = keep_more(request, way=way, **form.changes())
    return redirect(steps.after(answers, key))


def _question_page(
    request: HttpRequest, key: str, way: str, form: EveningForm
) -> HttpResponse:
    step = steps.STEPS[key]
    page = {
        "title": step.title,
        "form": form,
        "skip": step.skip,
        "back": steps.before(way, key),
        "progress": steps.progress_of(way, key),
        "closed": key == steps.FIRST_STEP and _is_closed(request),
    }
    return render(request, step.template, page)


def _is_closed(request: HttpRequest) -> bool:
    """Whether a stranger could answer all this, and then keep nothing here."""
    return not request.user.is_authenticated and not accounts.may_sign_up(request)


@login_not_required
@require_safe
def tonight(request: HttpRequest) -> HttpResponse:
    answers = answers_of(request)
    if not answers.complete:
        return redirect("start")
    record = _record_of(answers)
    speaker = method.speaker_of(record, get_language() or "")
    page = tonight_page(answers, record, speaker) | {"back": steps.last_of(answers)}
    return render(request, "welcome/tonight.html", page)


def _record_of(answers: EveningAnswers) -> method.Record:
    at = timezone.now()
    return method.Record(child_told(answers), entries_told(answers, at), at)


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
    page = {
        "child": visit.child,
        "poop": record.settings.word or str(WORD),
        "evening": hour >= _EVENING or hour < _MORNING,
    }
    return render(request, "welcome/done.html", page)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: HttpRequest) -> HttpResponse:
    answers = answers_of(request)
    if not answers.complete:
        return redirect("home" if request.user.is_authenticated else "start")
    if request.user.is_authenticated:
        return _with_account(request, answers)
    if not accounts.may_sign_up(request):
        return render(request, "welcome/closed.html", {"answers": answers})
    return _without_account(request, answers)


class KeepForm(SignUpForm):
    """A name and a password, and what to do where one is missing."""

    MISSING: ClassVar[dict[str, Any]] = {
        "name": gettext_lazy("Write a sign-in name; your first name will do."),
        "password": gettext_lazy("Write a password, or a few words in a row."),
    }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, sentence in self.MISSING.items():
            self.fields[name].error_messages["required"] = sentence


def _with_account(request: HttpRequest, answers: EveningAnswers) -> HttpResponse:
    if request.method != "POST":
        return _account_page(request, answers, None)
    with transaction.atomic():
        access = _begin_diary(visitor_of(request), answers)
    forget(request)
    return redirect(after_keeping(answers.way, access.child))


def _without_account(request: HttpRequest, answers: EveningAnswers) -> HttpResponse:
    form = KeepForm(request.POST or None, label_suffix="")
    if request.method != "POST":
        return _account_page(request, answers, form)
    if not accounts.within_rate(request, "signup"):
        return too_many(request)
    if not form.is_valid():
        return _account_page(request, answers, form)
    try:
        return _new_account(request, answers, form)
    except accounts.NameTakenError:
        form.add_error(
            "name", _("This sign-in name is taken here. Add a letter or two?")
        )
        return _account_page(request, answers, form)
    except accounts.SignUpClosedError:
        return render(request, "welcome/closed.html", {"answers": answers})


def _new_account(
    request: HttpRequest, answers: EveningAnswers, form: KeepForm
) -> HttpResponse:
    typed = form.cleaned_data
    with transaction.atomic():
        account = accounts.sign_up(request, typed["name"], typed["password"])
        access = _begin_diary(account.user, answers)
    accounts.enter(request, account)
    forget(request)
    request.session.set_expiry(None)
    way_on = urlencode({"next": after_keeping(answers.way, access.child)})
    return redirect(f"{reverse('recovery-code')}?{way_on}")


def _begin_diary(user: User, answers: EveningAnswers) -> FamilyAndChild:
    """Open the family, or add the child to it, and write what was told."""
    access = _child_added(user, answers)
    entries = entries_told(answers, timezone.now(), str(access.child.id))
    with within(access.child.family_id):
        writing.write(access.membership, access.child, entries)
    return access


def _child_added(user: User, answers: EveningAnswers) -> FamilyAndChild:
    born = method.month(answers.born)
    born_on = date(born.year, born.month, 1)
    for membership, _children in doors_of(user):
        if may_enter(membership.role, Needs.MANAGE):
            with within(membership.family_id):
                child = add_child(membership, answers.nickname, born_on)
            return FamilyAndChild(membership, child)
    opened = open_family(user, answers.nickname, born_on)
    return FamilyAndChild(opened.membership, opened.child)


def _account_page(
    request: HttpRequest, answers: EveningAnswers, form: KeepForm | None
) -> HttpResponse:
    to_tonight = answers.way == FRESH or answers.signs
    back = "tonight" if to_tonight else steps.last_of(answers)
    return render(
        request, "welcome/keep.html", {"form": form, "answers": answers, "back": back}
    )
