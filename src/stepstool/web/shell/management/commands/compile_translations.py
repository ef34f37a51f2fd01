"""Compile what translators wrote (.po) into what gettext reads (.mo).

With polib, since Debian has no msgfmt unless its gettext is installed. The compiled files
are made where the package is set up, and are not kept in the repository.
"""

from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management import BaseCommand


class Command(BaseCommand):
    help = "Compile the translations."

    def handle(self, *args: Any, **options: Any) -> None:
        for folder in settings.LOCALE_PATHS:
            for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
                polib.pofile(str(source)).save_as_mofile(str(source.with_suffix(".mo")))
                self.stdout.write(f"{source.parts[-3]}: compiled")
