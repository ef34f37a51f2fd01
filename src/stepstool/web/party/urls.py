"""The addresses of the potty party."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.party import views

urlpatterns = [
    path(f"{CHILD}party/", views.party, name="party"),
    path(f"{CHILD}party/<str:how>/", views.over, name="party-over"),
]
