"""The addresses of why, of the guide, and of what is said to every family."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.guide.views import pages, why, words

_GUIDE = f"{CHILD}guide/"

urlpatterns = [
    path(f"{CHILD}why/", why.why, name="why"),
    path(f"{CHILD}why/i-see-it-differently/", why.differently, name="differently"),
    path(f"{CHILD}worry/", why.worry, name="worry"),
    path(_GUIDE, pages.guide, name="guide"),
    path(f"{_GUIDE}words/", words.tiles, name="words"),
    path(f"{_GUIDE}words/<str:situation>/", words.words, name="words-for"),
    path(f"{_GUIDE}books/", pages.books, name="books"),
    path(f"{_GUIDE}<slug:page>/", pages.page, name="guide-page"),
]
