"""The addresses of today's page and of what one tap on it does."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.today import views

urlpatterns = [
    path(CHILD, views.today, name="today"),
    path(f"{CHILD}asks-for-diaper/", views.asks, name="asks-for-diaper"),
    path(
        f"{CHILD}diaper-given/<path:entry_id>/", views.diaper_given, name="diaper-given"
    ),
    path(f"{CHILD}diaper-room/<path:entry_id>/", views.room, name="diaper-room"),
    path(f"{CHILD}is-holding/", views.which, name="is-holding"),
    path(f"{CHILD}is-holding/<path:entry_id>/", views.what_helps, name="what-helps"),
    path(f"{CHILD}cannot-sleep/", views.cannot_sleep, name="cannot-sleep"),
    path(f"{CHILD}question/<str:topic>/", views.question, name="question"),
    path(f"{CHILD}stop-asking/", views.stop_asking, name="stop-asking"),
    path(f"{CHILD}idea/answer/<str:idea>/", views.idea, name="idea"),
    path(f"{CHILD}answer/undo/<path:entry_id>/", views.undo, name="today-undo"),
    path(
        f"{CHILD}answer/restore/<path:entry_id>/", views.restore, name="today-restore"
    ),
    path(f"{CHILD}phosphate/", views.phosphate, name="phosphate"),
]
