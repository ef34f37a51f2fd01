"""Which languages are offered to families: those that somebody has read, and a clinician.

A catalogue names both in its head. Until then it is a draft, and families get English:
an unsafe sentence in a language that nobody here reads would be worse than none.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from stepstool.sentences.compiling import LOCALE, SOURCE_LANGUAGE

NATIVE_READER = "X-Native-Reader"
CLINICIAN = "X-Clinician"
_NAMED = re.compile(rf'^"({NATIVE_READER}|{CLINICIAN}): *[^ \\].*\\n"$', re.MULTILINE)
_CATALOGUES = ("method.po", "django.po")


def languages(place: Path = LOCALE) -> Iterator[str]:
    """Give the codes of the languages that are offered, as Django writes them."""
    yield SOURCE_LANGUAGE
    for folder in sorted(place.iterdir()):
        if is_offered(folder):
            yield folder.name.lower().replace("_", "-")


def is_offered(folder: Path) -> bool:
    """Say whether both catalogues name who has read them."""
    return all(_is_read(folder / "LC_MESSAGES" / name) for name in _CATALOGUES)


def _is_read(path: Path) -> bool:
    if not path.exists():
        return False
    head = path.read_text(encoding="utf-8").partition("\n\n")[0]
    return set(_NAMED.findall(head)) == {NATIVE_READER, CLINICIAN}
