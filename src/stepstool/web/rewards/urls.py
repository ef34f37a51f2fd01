"""The addresses of rewards."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.rewards.views import choosing, given, giving, rewards

_REWARDS = f"{CHILD}rewards/"

urlpatterns = [
    path(_REWARDS, rewards.rewards, name="rewards"),
    path(f"{_REWARDS}give/", giving.give, name="reward-give"),
    path(f"{_REWARDS}give/older/", giving.give_older, name="reward-give-older"),
    path(f"{_REWARDS}given/", given.given, name="rewards-given"),
    path(f"{_REWARDS}choices/", choosing.choices, name="reward-choices"),
    path(f"{_REWARDS}choices/house/", choosing.house, name="reward-house"),
    path(f"{_REWARDS}choices/price/", choosing.price, name="reward-price"),
    path(f"{_REWARDS}choices/prize/", choosing.prize, name="reward-prize"),
    path(f"{_REWARDS}choices/fading/", choosing.fading, name="reward-fading"),
    path(f"{_REWARDS}undo/<path:entry_id>/", giving.undo, name="reward-undo"),
    path(f"{_REWARDS}restore/<path:entry_id>/", giving.restore, name="reward-restore"),
]
