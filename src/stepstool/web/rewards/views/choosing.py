"""What the family chose: sweets or not, prices, the prize, how rewards grow quieter."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from stepstool import method
from stepstool.web.diary import keys
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.access import View
from stepstool.web.families.roles import Needs
from stepstool.web.rewards import forms
from stepstool.web.rewards.presenters.choices import present
from stepstool.web.rewards.views.rewards import touched
from stepstool.web.rewards.writing_down import write_down

Settings = method.lasting.Settings
Form = forms.HouseForm | forms.PriceForm | forms.PrizeForm | forms.FadingForm


@require_safe
@child_page()
def choices(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _page(request, visit, None)


def _page(request: HttpRequest, visit: Visit, faulty: Form | None) -> HttpResponse:
    shown = {
        "page": present(visit, faulty),
        "done": touched(visit, request.GET.get("touched", "")),
        "id": keys.new_id(),
    }
    page = visit.frame("plan") | shown
    status = 422 if faulty else 200
    return render(request, "rewards/choices.html", page, status=status)


def _choosing(made: type[Form]) -> View:
    """Make the view that one of the forms is sent to."""

    @require_POST
    @child_page(Needs.WRITE, writes=Settings.KIND)
    def chosen(request: HttpRequest, visit: Visit) -> HttpResponse:
        form = made(request.POST, visit.advice.rewards.found)
        if not form.is_valid():
            return _page(request, visit, form)
        entry = form.entry(keys.id_in(request.POST), visit.now)
        write_down(visit, entry)
        return visit.to("reward-choices", touched=entry.id)

    return chosen


house = _choosing(forms.HouseForm)
price = _choosing(forms.PriceForm)
prize = _choosing(forms.PrizeForm)
fading = _choosing(forms.FadingForm)
