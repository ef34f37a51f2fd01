"""The addresses of writing down and of the diary.

An entry's id comes last and may be any text: imports bring their own.
"""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.log.views import days, entry, marks, more, poop, saved, signs

urlpatterns = [
    path(f"{CHILD}poop/", poop.poop, name="poop"),
    path(f"{CHILD}more/", more.more, name="more"),
    path(f"{CHILD}more/<str:kind>/", more.write, name="write"),
    path(f"{CHILD}signs/", signs.signs, name="signs"),
    path(f"{CHILD}signs/<str:sign>/", signs.answer_sign, name="answer-sign"),
    path(f"{CHILD}diary/", days.diary, name="diary"),
    path(f"{CHILD}diary/<str:day>/", days.day, name="day"),
    path(f"{CHILD}diary/<str:day>/none-came/", days.none_came, name="none-came"),
    path(f"{CHILD}entry/<path:entry_id>/", entry.entry, name="entry"),
    path(f"{CHILD}saved/<path:entry_id>/", saved.saved, name="saved"),
    path(f"{CHILD}answer/<path:entry_id>/", saved.answer, name="answer"),
    path(f"{CHILD}undo/<path:entry_id>/", marks.undo, name="undo"),
    path(f"{CHILD}remove/<path:entry_id>/", marks.remove, name="remove"),
    path(f"{CHILD}restore/<path:entry_id>/", marks.restore, name="restore"),
]
