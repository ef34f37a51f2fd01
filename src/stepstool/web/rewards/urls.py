"""The addresses of rewards."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.rewards import views

_REWARDS = f"{CHILD}rewards/"

urlpatterns = [
    path(_REWARDS, views.rewards, name="rewards"),
    path(f"{_REWARDS}give/", views.give, name="reward-give"),
    path(f"{_REWARDS}give/older/", views.give_older, name="reward-give-older"),
    path(f"{_REWARDS}given/", views.rewards_given, name="rewards-given"),
    path(f"{_REWARDS}choices/", views.choices, name="reward-choices"),
    path(f"{_REWARDS}choices/house/", views.house, name="reward-house"),
    path(f"{_REWARDS}choices/price/", views.price, name="reward-price"),
    path(f"{_REWARDS}choices/prize/", views.prize, name="reward-prize"),
    path(f"{_REWARDS}choices/fading/", views.fading, name="reward-fading"),
    path(f"{_REWARDS}undo/<path:entry_id>/", views.undo, name="reward-undo"),
    path(f"{_REWARDS}restore/<path:entry_id>/", views.restore, name="reward-restore"),
]
