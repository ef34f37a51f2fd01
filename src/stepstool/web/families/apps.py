"""The families as a Django app."""

from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    name = "stepstool.web.families"
    label = "families"
