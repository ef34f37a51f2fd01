"""Bringing in as a Django app."""

from django.apps import AppConfig
from django.db.models.signals import post_delete


class ExchangeConfig(AppConfig):
    name = "stepstool.web.exchange"
    label = "exchange"

    def ready(self) -> None:
        """Have a file that waits go with its row, whatever deletes that."""
        from stepstool.web.exchange import arrivals, models  # noqa: PLC0415 - once apps are

        post_delete.connect(arrivals.throw_away_bytes, sender=models.Import)
