"""The addresses of this room."""

from django.urls import path

from stepstool.web.exchange.views import arriving, bringing, taking
from stepstool.web.families.access import CHILD

IMPORT = f"{CHILD}import/"
ONE = f"{IMPORT}<uuid:import_id>/"

urlpatterns = [
    path(IMPORT, arriving.imports, name="import"),
    path(ONE, arriving.preview, name="import-preview"),
    path(f"{ONE}forget/", arriving.forget, name="import-forget"),
    path(f"{ONE}bring-in/", bringing.bring_in, name="import-bring-in"),
    path(f"{ONE}take-back/", taking.take_back, name="import-take-back"),
    path(f"{ONE}bring-back/", taking.bring_back, name="import-bring-back"),
    path(f"{CHILD}export/", taking.export, name="export"),
]
