"""The diary as a Django app."""

from django.apps import AppConfig

from stepstool import method
from stepstool.web.diary.kinds import check


class DiaryConfig(AppConfig):
    name = "stepstool.web.diary"
    label = "diary"

    def ready(self) -> None:
        check.refuse_unless_whole(check.faults_of(method.KINDS, check.declared()))
