"""The shell as a Django app."""

from django.apps import AppConfig


class ShellConfig(AppConfig):
    name = "stepstool.web.shell"
    label = "shell"

    def ready(self) -> None:
        from stepstool.web.shell import checks, field_words  # noqa: F401, PLC0415 - registers itself

        field_words.speak()
