"""The addresses of this room."""

from django.urls import path

from stepstool.web.exchange import restoring, views
from stepstool.web.families.access import CHILD

IMPORT = f"{CHILD}import/"
ONE = f"{IMPORT}<uuid:import_id>/"

urlpatterns = [
    path(IMPORT, views.imports, name="import"),
    path(ONE, views.preview, name="import-preview"),
    path(f"{ONE}forget/", views.forget, name="import-forget"),
    path(f"{ONE}bring-in/", views.bring_in, name="import-bring-in"),
    path(f"{ONE}take-back/", views.take_back, name="import-take-back"),
    path(f"{ONE}bring-back/", views.bring_back, name="import-bring-back"),
    path(f"{CHILD}export/", views.export, name="export"),
    path(f"{CHILD}export/sheets/", views.sheets, name="export-sheets"),
    path("restore/", restoring.restore, name="restore-diary"),
]
