"""The addresses of the page for the doctor, of handing it over, and of the call."""

from django.urls import path

from stepstool.web.doctor import calling, handing, views
from stepstool.web.families.access import CHILD

_DOCTOR = f"{CHILD}doctor/"
_CALL = f"{CHILD}call/"

urlpatterns = [
    path(_DOCTOR, views.doctor, name="doctor"),
    path(f"{_DOCTOR}pdf/", views.pdf, name="doctor-pdf"),
    path(f"{_DOCTOR}bundle/", views.bundle, name="doctor-bundle"),
    path(f"{_DOCTOR}questions/", views.questions, name="doctor-questions"),
    path(f"{_DOCTOR}hand-over/", handing.hand_over, name="hand-over"),
    path(f"{_DOCTOR}hand-over/<str:link_id>/end/", handing.end_link, name="end-link"),
    path("shared/", handing.shared, name="shared"),
    path("shared/<int:number>/<str:secret>/", handing.shared_copy, name="shared-copy"),
    path(_CALL, calling.call, name="call"),
    path(f"{_CALL}office/", calling.office, name="office"),
    path(f"{_CALL}noted/", calling.noted, name="call-noted"),
]
