"""The addresses of children."""

from django.urls import path

from stepstool.web.diary import views
from stepstool.web.families.access import CHILD, FAMILY

urlpatterns = [
    path(f"{CHILD}about/", views.child, name="child"),
    path(f"{FAMILY}another-child/", views.another, name="another-child"),
]
