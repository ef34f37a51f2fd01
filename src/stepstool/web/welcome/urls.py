"""The addresses of this room."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.welcome.answers import FROM_APP
from stepstool.web.welcome.steps import FIRST_STEP, STEPS
from stepstool.web.welcome.views import around, home, keep, last, questions, tonight

urlpatterns = [
    path("", home.home, name="home"),
    path("start/", questions.first, name="start"),
    path(
        "from-another-app/", questions.first, {"way": FROM_APP}, name="start-from-app"
    ),
    path("look-around/", around.look_around, name="look-around"),
    path("start/tonight/", tonight.tonight, name="tonight"),
    path("start/keep/", keep.keep, name="keep"),
    *(
        path(f"start/{key}/", questions.question, {"key": key}, name=f"start-{key}")
        for key in STEPS
        if key != FIRST_STEP
    ),
    path(f"{CHILD}first-evening/", last.line, name="first-line"),
    path(f"{CHILD}first-evening/done/", last.done, name="first-done"),
]
