"""Makes the pictures known to Django, for their template tag."""

from django.apps import AppConfig


class PicturesConfig(AppConfig):
    name = "stepstool.web.pictures"
