"""The addresses of this room."""

from django.urls import path

from stepstool.web.families.access import CHILD, FAMILY
from stepstool.web.parting import views

urlpatterns = [
    path(f"{CHILD}forget/<path:entry_id>/", views.forget, name="forget"),
    path(f"{CHILD}delete/", views.delete_child, name="delete-child"),
    path(f"{FAMILY}delete/", views.delete_family, name="delete-family"),
    path("account/delete/", views.delete_account, name="delete-account"),
]
