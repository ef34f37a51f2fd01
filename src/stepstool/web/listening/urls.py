"""The addresses of listening."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.listening.views import after, before, during

_LISTENING = f"{CHILD}listening/"

urlpatterns = [
    path(_LISTENING, before.before, name="listening"),
    path(f"{_LISTENING}begin/", before.begin, name="listening-begin"),
    path(f"{_LISTENING}stop/<path:entry_id>/", during.stop, name="listening-stop"),
    path(f"{_LISTENING}after/<path:entry_id>/", after.after, name="listening-after"),
    path(f"{_LISTENING}now/<path:entry_id>/", during.during, name="listening-now"),
]
