"""The addresses of food and drink."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.food import views

_FOOD = f"{CHILD}food/"

urlpatterns = [
    path(_FOOD, views.food, name="food"),
    path(f"{_FOOD}plate/", views.plate, name="plate"),
    path(f"{_FOOD}drink/", views.drink, name="drink"),
]
