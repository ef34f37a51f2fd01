"""The ways in as a Django app."""

from django.apps import AppConfig


class SignInConfig(AppConfig):
    name = "stepstool.web.sign_in"
    label = "sign_in"

    def ready(self) -> None:
        from stepstool.web.sign_in import sessions  # noqa: PLC0415 - tables are ready now

        sessions.listen()
