"""The address of patterns."""

from django.urls import path

from stepstool.web.families.access import CHILD
from stepstool.web.patterns.views import patterns

urlpatterns = [path(f"{CHILD}patterns/", patterns, name="patterns")]
