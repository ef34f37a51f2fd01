"""Languages for tests, each a folder of catalogues like any other.

One is made up whole by `stepstool sentences --make-up`; of the other three sentences are there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import polib
from django.conf import locale

from stepstool.method.words import speaker
from stepstool.sentences import folders
from stepstool.sentences.compiling import compile_all
from stepstool.sentences.made_up import CODE
from stepstool.sentences.offered import CLINICIAN, NATIVE_READER, languages

BEGUN = {
    "Today": {0: "Heute"},
    "We’re getting to know {name}: tap the next {poop}, wherever it lands.": {
        0: "Wir lernen {name} kennen."
    },
    "One {poop} hurt {when}.": {
        0: "Eins tat weh, {when}.",
        1: "{count} taten weh, {when}.",
    },
}


def make(place: Path) -> None:
    """Make both."""
    folders.make_up(place)
    folders.add(place / "de")
    for path in place.glob("de/LC_MESSAGES/*.po"):
        catalogue = polib.pofile(str(path))
        catalogue.metadata |= dict.fromkeys((NATIVE_READER, CLINICIAN), "made up")
        for entry in catalogue:
            said = BEGUN.get(entry.msgid, {0: ""})
            if entry.msgid_plural:
                entry.msgstr_plural |= said
            else:
                entry.msgstr = said[0]
        catalogue.save()
    assert [told for told in compile_all(place) if "left out" in told] == []


@contextmanager
def spoken(settings: Any, place: Path) -> Iterator[str]:
    """Let the house speak the languages of a place within this block; gives the made-up one."""
    settings.LOCALE_PATHS = [place]
    settings.LANGUAGES = [(code, code) for code in languages(place)]
    locale.LANG_INFO[CODE] = {
        "bidi": True, "code": CODE, "name": "Made up", "name_local": "Made up",
    }  # fmt: skip
    before, speaker.SPOKEN = speaker.SPOKEN, speaker.Languages(place)
    try:
        yield CODE
    finally:
        speaker.SPOKEN = before
        del locale.LANG_INFO[CODE]
