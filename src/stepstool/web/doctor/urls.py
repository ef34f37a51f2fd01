"""The addresses of the page for the doctor, of handing it over, of the call, and of the own plan."""

from django.urls import path

from stepstool.web.doctor import action_plan, calling, handing, views
from stepstool.web.families.access import CHILD

_DOCTOR = f"{CHILD}doctor/"
_CALL = f"{CHILD}call/"
_PLAN = f"{CHILD}doctors-plan/"

urlpatterns = [
    path(_DOCTOR, views.doctor, name="doctor"),
    path(f"{_DOCTOR}pdf/", views.pdf, name="doctor-pdf"),
    path(f"{_DOCTOR}bundle/", views.bundle, name="doctor-bundle"),
    path(f"{_DOCTOR}questions/", views.questions, name="doctor-questions"),
    path(f"{_DOCTOR}hand-over/", handing.hand_over, name="hand-over"),
    path(f"{_DOCTOR}hand-over/<str:link_id>/end/", handing.end_link, name="end-link"),
    path("shared/", handing.shared, name="shared"),
    path("shared/<int:number>/<str:secret>/", handing.shared_copy, name="shared-copy"),
    path(_PLAN, action_plan.plan, name="action-plan"),
    path(f"{_PLAN}write/", action_plan.write, name="action-plan-write"),
    path(f"{_PLAN}end/<path:entry_id>/", action_plan.end, name="action-plan-end"),
    path(_CALL, calling.call, name="call"),
    path(f"{_CALL}office/", calling.office, name="office"),
    path(f"{_CALL}noted/", calling.noted, name="call-noted"),
]
