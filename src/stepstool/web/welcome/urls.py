"""The addresses of this room."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.welcome import views
from stepstool.web.welcome.answers import FROM_APP
from stepstool.web.welcome.steps import FIRST_STEP, STEPS

urlpatterns = [
    path("", views.home, name="home"),
    path("start/", views.first, name="start"),
    path("from-another-app/", views.first, {"way": FROM_APP}, name="start-from-app"),
    path("look-around/", views.look_around, name="look-around"),
    path("start/tonight/", views.tonight, name="tonight"),
    path("start/keep/", views.keep, name="keep"),
    *(
        path(f"start/{key}/", views.question, {"key": key}, name=f"start-{key}")
        for key in STEPS
        if key != FIRST_STEP
    ),
    path(f"{CHILD}first-evening/", views.line, name="first-line"),
    path(f"{CHILD}first-evening/done/", views.done, name="first-done"),
]
