"""A language is one folder with two catalogues: adding one, and counting what is there."""

import gettext
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
from django.conf import locale as django_locale

from stepstool.sentences import made_up
from stepstool.sentences.compiling import SOURCE_LANGUAGE, fault_of, forms_of
from stepstool.sentences.offered import CLINICIAN, NATIVE_READER, is_offered
from stepstool.sentences.written import written

MOST = 9999  # no line is wrapped, so that a sentence is found by searching for it
TWO_FORMS = "nplurals=2; plural=(n != 1);"


@dataclass(frozen=True, kw_only=True)
class Count:
    """How much of a language is there. missing: the key or the sentence, by catalogue."""

    folder: str
    of: int
    missing: dict[str, list[str]]
    offered: bool

    @property
    def there(self) -> int:
        """How many sentences are there."""
        return self.of - sum(map(len, self.missing.values()))


def counts(place: Path) -> Iterator[Count]:
    """Count the sentences of each language but the source."""
    wanted = written()
    for folder in sorted(place.glob("*/LC_MESSAGES")):
        if folder.parent.name != SOURCE_LANGUAGE:
            yield _count(folder, wanted)


def _count(folder: Path, wanted: dict[str, list[polib.POEntry]]) -> Count:
    missing = {}
    for name, entries in wanted.items():
        there = _there(folder / f"{name}.po")
        missing[name] = [
            entry.msgctxt or entry.msgid
            for entry in entries
            if (entry.msgctxt, entry.msgid) not in there
        ]
    return Count(
        folder=folder.parent.name,
        of=sum(map(len, wanted.values())),
        missing=missing,
        offered=is_offered(folder.parent),
    )


def _there(path: Path) -> set[tuple[str | None, str]]:
    if not path.exists():
        return set()
    catalogue = polib.pofile(str(path))
    return {
        (entry.msgctxt, entry.msgid)
        for entry in catalogue.translated_entries()
        if not fault_of(entry, catalogue)
    }


def add(folder: Path) -> None:
    """Make the catalogues of a language, or bring them up to date.

    What is translated stays. Where the English changed, the translation is marked fuzzy:
    English is said until somebody looks. What nobody says any more goes to the end.
    """
    for name, entries in written().items():
        path = folder / "LC_MESSAGES" / f"{name}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue = _empty(folder.name)
        old = polib.pofile(str(path), wrapwidth=MOST) if path.exists() else catalogue
        catalogue.metadata = catalogue.metadata | old.metadata
        catalogue.extend(_carried(entries, list(old)))
        for entry in catalogue:
            if entry.msgid_plural:
                forms = dict.fromkeys(range(forms_of(catalogue)), "")
                entry.msgstr_plural = forms | entry.msgstr_plural
        catalogue.save(str(path))


def make_up(place: Path) -> None:
    """Make the folder of the made-up language, whole."""
    folder = place / made_up.FOLDER
    add(folder)
    for path in folder.glob("LC_MESSAGES/*.po"):
        catalogue = polib.pofile(str(path), wrapwidth=MOST)
        catalogue.metadata |= {"Plural-Forms": TWO_FORMS}
        catalogue.metadata |= dict.fromkeys((NATIVE_READER, CLINICIAN), "made up")
        made_up.translate(catalogue)
        catalogue.save(str(path))


def _empty(language: str) -> polib.POFile:
    catalogue = polib.POFile(wrapwidth=MOST)
    catalogue.header = "docs/translating.md says how to translate this, and for whom."
    catalogue.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(language),
        NATIVE_READER: "",
        CLINICIAN: "",
    }
    return catalogue


def plural_forms(language: str) -> str:
    """Give how a language counts (CLDR), as Django's own catalogue of it says."""
    place = Path(django_locale.__file__).parent
    own = gettext.translation("django", place, [language], fallback=True)
    return own.info().get("plural-forms", TWO_FORMS)


def _carried(
    entries: list[polib.POEntry], old: list[polib.POEntry]
) -> Iterator[polib.POEntry]:
    by_text = {(entry.msgctxt, entry.msgid): entry for entry in old}
    by_key = {entry.msgctxt: entry for entry in old if entry.msgctxt}
    for entry in entries:
        before = by_text.get((entry.msgctxt, entry.msgid)) or by_key.get(entry.msgctxt)
        if before:
            _carry(before, entry)
        yield entry
    kept = {(entry.msgctxt, entry.msgid) for entry in entries}
    keys = {entry.msgctxt for entry in entries if entry.msgctxt}
    for former in old:
        gone = (former.msgctxt, former.msgid) not in kept and former.msgctxt not in keys
        if gone and (former.msgstr or former.msgstr_plural):
            former.obsolete = True
            yield former


def _carry(before: polib.POEntry, entry: polib.POEntry) -> None:
    entry.tcomment = before.tcomment
    if bool(before.msgid_plural) == bool(entry.msgid_plural):
        entry.msgstr = before.msgstr
        entry.msgstr_plural = before.msgstr_plural
    if before.fuzzy or before.msgid != entry.msgid:
        entry.flags.append("fuzzy")
        entry.previous_msgid = before.previous_msgid or before.msgid
