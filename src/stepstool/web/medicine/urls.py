"""The addresses of medicine as ordered."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.medicine import views

_MEDICINE = f"{CHILD}medicine/"

urlpatterns = [
    path(_MEDICINE, views.medicine, name="medicine"),
    path(f"{_MEDICINE}given/", views.medicine_given, name="medicine-given"),
    path(f"{_MEDICINE}from-below/", views.enema, name="medicine-enema"),
    path(f"{_MEDICINE}order/", views.order, name="medicine-order"),
    path(f"{_MEDICINE}end/<path:entry_id>/", views.end, name="medicine-end"),
]
