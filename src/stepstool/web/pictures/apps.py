"""Makes the pictures known to Django, for their template tag."""

from django.apps import AppConfig


class PicturesConfig(AppConfig):
    name = "stepstool.web.pictures"

    def ready(self) -> None:
        from stepstool.web.diary.kinds import KINDS  # noqa: PLC0415 - not before set-up
        from stepstool.web.diary.kinds.check import (  # noqa: PLC0415
            refuse_unless_whole,
        )
        from stepstool.web.pictures import ALBUM, check  # noqa: PLC0415

        refuse_unless_whole(check.faults_of(KINDS.values(), ALBUM))
