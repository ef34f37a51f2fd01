"""A made-up language, long and from right to left, made of the English sentences.

Every string that went through gettext comes out longer and in brackets; one that did
not is plain, and is seen at once. Gaps such as %(name)s stay as they are.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import polib
from django.conf import locale
from django.utils.translation import trans_real

CODE = "ar-xb"
_BIGGER = str.maketrans("aeiouyAEIOUY", "àéîöûýÀÉÎÖÛÝ")
# What translators must keep: gaps of Python and of templates, and markup.
_KEEP = re.compile(r"(%\(\w+\)[sd]|%[sd%]|\{\w*\}|<[^>]+>|&\w+;)")
_LONGER = 1.4


def pseudo(message: str) -> str:
    """Give the made-up translation of a message."""
    parts = _KEEP.split(message)
    parts[::2] = [part.translate(_BIGGER) for part in parts[::2]]
    longer = "~" * max(1, int(len(message) * (_LONGER - 1)))
    return f"[{''.join(parts)}{longer}]"


class Pseudo(trans_real.DjangoTranslation):
    """Translates whatever it is asked, found in a catalog or not."""

    def gettext(self, message: str) -> str:
        return pseudo(message) if message else super().gettext(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        return pseudo(one if number == 1 else many)


@contextmanager
def spoken(settings: Any, folder: Path) -> Iterator[str]:
    """Let the house speak the made-up language within this block; gives its code."""
    catalog = folder / "ar_XB" / "LC_MESSAGES"
    catalog.mkdir(parents=True)
    empty = polib.POFile()
    empty.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    empty.save_as_mofile(str(catalog / "django.mo"))
    settings.LOCALE_PATHS = [folder]
    settings.LANGUAGES = [("en", "English"), (CODE, "Made up")]
    locale.LANG_INFO[CODE] = {
        "bidi": True, "code": CODE, "name": "Made up", "name_local": "Made up",
    }  # fmt: skip
    trans_real._translations[CODE] = Pseudo(CODE)
    try:
        yield CODE
    finally:
        del locale.LANG_INFO[CODE], trans_real._translations[CODE]
