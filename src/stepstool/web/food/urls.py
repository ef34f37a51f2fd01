"""The addresses of food and drink."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.food.views import drink, picture, plate

_FOOD = f"{CHILD}food/"

urlpatterns = [
    path(_FOOD, picture.food, name="food"),
    path(f"{_FOOD}plate/", plate.plate, name="plate"),
    path(f"{_FOOD}drink/", drink.drink, name="drink"),
]
