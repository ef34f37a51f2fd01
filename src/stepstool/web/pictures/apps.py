"""Makes the pictures known to Django, for their template tag."""

from django.apps import AppConfig

from stepstool.web.diary.kinds import KINDS
from stepstool.web.diary.kinds.check import refuse_unless_whole
from stepstool.web.pictures.album import missing_of


class PicturesConfig(AppConfig):
    name = "stepstool.web.pictures"

    def ready(self) -> None:
        refuse_unless_whole(missing_of(KINDS.values()))
