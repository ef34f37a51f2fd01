"""The addresses of the ways into an account."""

from django.urls import path

from stepstool.web.sign_in import views

urlpatterns = [
    path("account/devices/", views.devices, name="devices"),
    path("account/devices/others/end/", views.end_other_devices, name="end-devices"),
    path("account/devices/<int:session_id>/end/", views.end_device, name="end-device"),
]
