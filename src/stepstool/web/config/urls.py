"""Every address of the house; each page keeps its own in `urls.py`."""

from django.conf import settings
from django.urls import include, path

from stepstool.web.shell import errors, health

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("", include("stepstool.web.families.urls")),
    path("", include("stepstool.web.diary.urls")),
    *(path("", include(f"stepstool.web.{page}.urls")) for page in settings.PAGES),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler429 = errors.too_many
handler500 = errors.server_error
