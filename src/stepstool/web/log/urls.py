"""The addresses of writing down and of the diary.

An entry's id comes last and may be any text: imports bring their own.
"""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.log import to_come, views

urlpatterns = [
    path(f"{CHILD}poop/", views.poop, name="poop"),
    path(f"{CHILD}more/", views.more, name="more"),
    path(f"{CHILD}more/<str:kind>/", views.write, name="write"),
    path(f"{CHILD}signs/", views.signs, name="signs"),
    path(f"{CHILD}signs/<str:sign>/", views.answer_sign, name="answer-sign"),
    path(f"{CHILD}diary/", views.diary, name="diary"),
    path(f"{CHILD}diary/to-come/", to_come.to_come, name="to-come"),
    path(f"{CHILD}diary/to-come/move/", to_come.move, name="move-to-come"),
    path(f"{CHILD}diary/to-come/remove/", to_come.remove, name="remove-to-come"),
    path(f"{CHILD}diary/<str:day>/", views.day, name="day"),
    path(f"{CHILD}diary/<str:day>/none-came/", views.none_came, name="none-came"),
    path(f"{CHILD}entry/<path:entry_id>/", views.entry, name="entry"),
    path(f"{CHILD}saved/<path:entry_id>/", views.saved, name="saved"),
    path(f"{CHILD}answer/<path:entry_id>/", views.answer, name="answer"),
    path(f"{CHILD}answer-step/<path:entry_id>/", views.answer_step, name="answer-step"),
    path(f"{CHILD}undo/<path:entry_id>/", views.undo, name="undo"),
    path(f"{CHILD}remove/<path:entry_id>/", views.remove, name="remove"),
    path(f"{CHILD}restore/<path:entry_id>/", views.restore, name="restore"),
]
