"""Keep it: an account by name and password, and the diary begins."""

from datetime import date
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from stepstool import method
from stepstool.web.diary import writing
from stepstool.web.families import accounts
from stepstool.web.families.access import Access, doors_of, visitor_of
from stepstool.web.families.forms import SignUpForm
from stepstool.web.families.households import add_child, open_family
from stepstool.web.families.models import User
from stepstool.web.families.roles import Needs, may_enter
from stepstool.web.shell.errors import too_many
from stepstool.web.welcome import steps
from stepstool.web.welcome.answers import FRESH, Answers, answers_of, forget
from stepstool.web.welcome.first_entries import entries_told
from stepstool.web.welcome.views.last import after_keeping


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
        "name": gettext_lazy("Write a name to sign in with; your first name will do."),
        "password": gettext_lazy("Write a password, or a few words in a row."),
    }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, told in self.MISSING.items():
            self.fields[name].error_messages["required"] = told


def _with_account(request: HttpRequest, answers: Answers) -> HttpResponse:
    if request.method != "POST":
        return _show(request, answers, None)
    with transaction.atomic():
        access = _begin_diary(visitor_of(request), answers)
    forget(request)
    return redirect(after_keeping(answers.way, access.child))


def _without_account(request: HttpRequest, answers: Answers) -> HttpResponse:
    form = KeepForm(request.POST or None, label_suffix="")
    if request.method != "POST":
        return _show(request, answers, form)
    if not accounts.within_rate(request, "signup"):
        return too_many(request)
    if not form.is_valid():
        return _show(request, answers, form)
    try:
        return _new_account(request, answers, form)
    except accounts.NameTakenError:
        form.add_error("name", _("This name is taken here. Add a letter or two?"))
        return _show(request, answers, form)
    except accounts.SignUpClosedError:
        return render(request, "welcome/closed.html", {"answers": answers})


def _new_account(
    request: HttpRequest, answers: Answers, form: KeepForm
) -> HttpResponse:
    told = form.cleaned_data
    with transaction.atomic():
        account = accounts.sign_up(request, told["name"], told["password"])
        access = _begin_diary(account.user, answers)
    accounts.enter(request, account)
    forget(request)
    request.session.set_expiry(None)
    way_on = urlencode({"next": after_keeping(answers.way, access.child)})
    return redirect(f"{reverse('recovery-code')}?{way_on}")


def _begin_diary(user: User, answers: Answers) -> Access:
    """Open the family, or add the child to it, and write what was told."""
    access = _child_added(user, answers)
    told = entries_told(answers, timezone.now(), str(access.child.id))
    writing.write(access.membership, access.child, told)
    return access


def _child_added(user: User, answers: Answers) -> Access:
    born = method.month(answers.born)
    born_on = date(born.year, born.month, 1)
    for membership, _children in doors_of(user):
        if may_enter(membership.role, Needs.MANAGE):
            child = add_child(membership.family, answers.nickname, born_on)
            return Access(membership, child)
    opened = open_family(user, answers.nickname, born_on)
    return Access(opened.membership, opened.child)


def _show(
    request: HttpRequest, answers: Answers, form: KeepForm | None
) -> HttpResponse:
    to_tonight = answers.way == FRESH or answers.signs
    back = "tonight" if to_tonight else steps.last_of(answers)
    return render(
        request, "welcome/keep.html", {"form": form, "answers": answers, "back": back}
    )
