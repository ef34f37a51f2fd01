"""The diary as a Django app."""

from django.apps import AppConfig


class DiaryConfig(AppConfig):
    name = "stepstool.web.diary"
    label = "diary"
