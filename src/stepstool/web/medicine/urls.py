"""The addresses of medicine as ordered."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.medicine import reminders, views

_MEDICINE = f"{CHILD}medicine/"

urlpatterns = [
    path(_MEDICINE, views.medicine, name="medicine"),
    path(f"{_MEDICINE}given/", views.medicine_given, name="medicine-given"),
    path(f"{_MEDICINE}from-below/", views.enema, name="medicine-enema"),
    path(f"{_MEDICINE}order/", views.order, name="medicine-order"),
    path(f"{_MEDICINE}end/<path:entry_id>/", views.end, name="medicine-end"),
    path(f"{_MEDICINE}reminders/", reminders.reminders, name="medicine-reminders"),
    path(f"{_MEDICINE}reminders.ics", reminders.calendar, name="medicine-calendar"),
    path(f"{_MEDICINE}over/", views.over, name="medicine-over"),
    path(f"{_MEDICINE}sign/<str:sign>/", views.sign, name="medicine-sign"),
    path(f"{_MEDICINE}review/<str:look>/", views.review, name="medicine-review"),
]
