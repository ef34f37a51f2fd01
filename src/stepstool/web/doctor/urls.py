"""The addresses of the page for the doctor."""

from django.urls import path

from stepstool.web.doctor import views
from stepstool.web.families.access import CHILD

_DOCTOR = f"{CHILD}doctor/"

urlpatterns = [
    path(_DOCTOR, views.doctor, name="doctor"),
    path(f"{_DOCTOR}pdf/", views.pdf, name="doctor-pdf"),
    path(f"{_DOCTOR}bundle/", views.bundle, name="doctor-bundle"),
    path(f"{_DOCTOR}questions/", views.questions, name="doctor-questions"),
]
