"""The addresses of listening."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.listening import views

_LISTENING = f"{CHILD}listening/"

urlpatterns = [
    path(_LISTENING, views.before, name="listening"),
    path(f"{_LISTENING}begin/", views.begin, name="listening-begin"),
    path(f"{_LISTENING}stop/<path:entry_id>/", views.stop, name="listening-stop"),
    path(f"{_LISTENING}after/<path:entry_id>/", views.after, name="listening-after"),
    path(f"{_LISTENING}now/<path:entry_id>/", views.during, name="listening-now"),
]
