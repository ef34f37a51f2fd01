"""Compile what translators wrote (.po) into what gettext reads (.mo).

The compiled files are made where the package is set up, and are not kept in the repository.
"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand

from stepstool.sentences.compiling import compile_all


class Command(BaseCommand):
    help = "Compile the translations."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        for folder in settings.LOCALE_PATHS:
            for line in compile_all(Path(folder)):
                self.stdout.write(line)
