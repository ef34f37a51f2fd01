"""The diary as a Django app."""

from django.apps import AppConfig


class DiaryConfig(AppConfig):
    name = "stepstool.web.diary"
    label = "diary"

    def ready(self) -> None:
        from stepstool import method  # noqa: PLC0415 - not before Django is set up
        from stepstool.web.diary.kinds import check  # noqa: PLC0415

        check.refuse_unless_whole(check.faults_of(method.KINDS, check.declared()))
