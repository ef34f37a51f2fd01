"""The addresses of the plan."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.plan import views

_PLAN = f"{CHILD}plan/"

urlpatterns = [
    path(_PLAN, views.plan, name="plan"),
    path(f"{_PLAN}ladders/", views.ladders, name="ladders"),
    path(f"{_PLAN}own/", views.own, name="own-ladder"),
    path(f"{_PLAN}ladders/<slug:key>/", views.ladder, name="ladder"),
    path(f"{_PLAN}so-far/", views.so_far, name="plan-so-far"),
    path(f"{_PLAN}keepsake/", views.keepsake, name="keepsake"),
    path(f"{_PLAN}goodbye/", views.goodbye, name="goodbye"),
    path(f"{_PLAN}decide/", views.decide, name="decide"),
    path(f"{_PLAN}tell/<str:topic>/", views.tell, name="plan-tell"),
    path(f"{_PLAN}undo/<path:entry_id>/", views.undo, name="plan-undo"),
    path(f"{_PLAN}restore/<path:entry_id>/", views.restore, name="plan-restore"),
]
