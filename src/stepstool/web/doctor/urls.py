"""The addresses of the page for the doctor, and of the call."""

from django.urls import path

from stepstool.web.doctor import calling, views
from stepstool.web.families.access import CHILD

_DOCTOR = f"{CHILD}doctor/"
_CALL = f"{CHILD}call/"

urlpatterns = [
    path(_DOCTOR, views.doctor, name="doctor"),
    path(f"{_DOCTOR}pdf/", views.pdf, name="doctor-pdf"),
    path(f"{_DOCTOR}bundle/", views.bundle, name="doctor-bundle"),
    path(f"{_DOCTOR}questions/", views.questions, name="doctor-questions"),
    path(_CALL, calling.call, name="call"),
    path(f"{_CALL}office/", calling.office, name="office"),
    path(f"{_CALL}noted/", calling.noted, name="call-noted"),
]
