"""The addresses of medicine as ordered."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.medicine.views import enema, given, medicine, ordering

_MEDICINE = f"{CHILD}medicine/"

urlpatterns = [
    path(_MEDICINE, medicine.medicine, name="medicine"),
    path(f"{_MEDICINE}given/", given.given, name="medicine-given"),
    path(f"{_MEDICINE}from-below/", enema.enema, name="medicine-enema"),
    path(f"{_MEDICINE}order/", ordering.order, name="medicine-order"),
    path(f"{_MEDICINE}end/<path:entry_id>/", ordering.end, name="medicine-end"),
]
