"""The addresses of why, and of what is said to every family."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.guide import views

urlpatterns = [
    path(f"{CHILD}why/", views.why, name="why"),
    path(f"{CHILD}why/i-see-it-differently/", views.differently, name="differently"),
    path(f"{CHILD}worry/", views.worry, name="worry"),
]
