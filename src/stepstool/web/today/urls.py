"""The addresses of today's page and of what one tap on it does."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.today.views import asked, held, night, questions, today

urlpatterns = [
    path(CHILD, today.today, name="today"),
    path(f"{CHILD}asks-for-diaper/", asked.asks, name="asks-for-diaper"),
    path(f"{CHILD}diaper-given/<path:entry_id>/", asked.given, name="diaper-given"),
    path(f"{CHILD}is-holding/", held.which, name="is-holding"),
    path(f"{CHILD}is-holding/<path:entry_id>/", held.what_helps, name="what-helps"),
    path(f"{CHILD}cannot-sleep/", night.cannot_sleep, name="cannot-sleep"),
    path(f"{CHILD}question/<str:topic>/", questions.question, name="question"),
    path(f"{CHILD}phosphate/", questions.phosphate, name="phosphate"),
]
