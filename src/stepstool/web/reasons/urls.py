"""The addresses of what may be in the way."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.reasons import views

urlpatterns = [
    path(f"{CHILD}why-not/", views.why_not, name="why-not"),
    path(f"{CHILD}ready/", views.ready, name="ready"),
    path(f"{CHILD}ready/ticked/", views.ticked, name="ready-ticked"),
    path(f"{CHILD}why-not/questions/", views.questions, name="why-not-questions"),
    path(f"{CHILD}why-not/questions/<str:topic>/", views.answer, name="why-not-answer"),
]
