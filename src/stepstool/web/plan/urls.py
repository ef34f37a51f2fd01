"""The addresses of the plan."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.plan.views import deciding, ladders, own, plan, so_far, taking_back

_PLAN = f"{CHILD}plan/"

urlpatterns = [
    path(_PLAN, plan.plan, name="plan"),
    path(f"{_PLAN}ladders/", ladders.ladders, name="ladders"),
    path(f"{_PLAN}own/", own.own, name="own-ladder"),
    path(f"{_PLAN}ladders/<slug:key>/", ladders.ladder, name="ladder"),
    path(f"{_PLAN}so-far/", so_far.so_far, name="plan-so-far"),
    path(f"{_PLAN}decide/", deciding.decide, name="decide"),
    path(f"{_PLAN}tell/<str:topic>/", deciding.tell, name="plan-tell"),
    path(f"{_PLAN}undo/<path:entry_id>/", taking_back.undo, name="plan-undo"),
    path(f"{_PLAN}restore/<path:entry_id>/", taking_back.restore, name="plan-restore"),
]
