"""The addresses of why, of the guide, and of what is said to every family."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.guide import views

_GUIDE = f"{CHILD}guide/"

urlpatterns = [
    path(f"{CHILD}why/", views.why, name="why"),
    path(f"{CHILD}why/i-see-it-differently/", views.differently, name="differently"),
    path(f"{CHILD}worry/", views.worry, name="worry"),
    path(_GUIDE, views.guide, name="guide"),
    path(f"{_GUIDE}words/", views.tiles, name="words"),
    path(f"{_GUIDE}words/<str:situation>/", views.words, name="words-for"),
    path(f"{_GUIDE}books/", views.books, name="books"),
    path(f"{_GUIDE}<slug:page>/", views.page, name="guide-page"),
]
