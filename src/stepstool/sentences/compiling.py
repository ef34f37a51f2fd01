"""What translators write (.po) becomes what gettext reads (.mo).

With polib, since Debian has no msgfmt unless its gettext is installed. Nothing else of
Stepstool is imported: set-up and the build of the wheel run this file by itself.
A sentence that would break a page is left out and named; English takes its place.
"""

import gettext
import hashlib
import os
import re
import string
import tempfile
from collections.abc import Iterator
from pathlib import Path

import polib

LOCALE = Path(__file__).parents[1] / "locale"
SOURCE_LANGUAGE = "en"
# A compiled catalogue names what it was made of; the method reads no other.
MADE_OF = "X-Made-Of"
# The family's own words and their forms: a translation may use any, and need use none.
VOICE = {
    f"{{{cased}}}"
    for word in [
        "name",
        "poop",
        "they",
        "them",
        "their",
        "themself",
        "is",
        "has",
        "does",
        "s",
        "es",
        "nothing",
    ]
    for cased in (word, word.capitalize())
}
_PAGE_GAP = re.compile(r"%\(\w+\)[sd]")
_FORMS = re.compile(r"nplurals\s*=\s*(\d+)")


def compile_all(locale: Path = LOCALE) -> Iterator[str]:
    """Compile what is not compiled yet, or changed; tell what was done and left out."""
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        made_of = hashlib.sha256(source.read_bytes()).hexdigest()
        if _made_of(source.with_suffix(".mo")) != made_of:
            yield from _compiled(source, made_of)


def _made_of(compiled: Path) -> str:
    if not compiled.exists():
        return ""
    with compiled.open("rb") as file:
        return gettext.GNUTranslations(file).info().get(MADE_OF.lower(), "")


def _compiled(source: Path, made_of: str) -> Iterator[str]:
    catalogue = polib.pofile(str(source))
    language, name = source.parts[-3], f"{source.parts[-3]}/{source.name}"
    if language == SOURCE_LANGUAGE:
        speak_as_written(catalogue)
    for entry in list(catalogue):
        if entry.translated() and (fault := fault_of(entry, catalogue)):
            catalogue.remove(entry)
            yield f"{name}: left out {entry.msgctxt or entry.msgid!r}: {fault}"
    catalogue.metadata[MADE_OF] = made_of
    _write(source.with_suffix(".mo"), catalogue.to_binary())
    yield f"{name}: compiled"


def speak_as_written(catalogue: polib.POFile) -> None:
    """Let each sentence of the source language be said as it stands."""
    for entry in catalogue:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
        else:
            entry.msgstr = entry.msgid


def _write(path: Path, content: bytes) -> None:
    """Put it there in one go, since several processes may do so at once."""
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(path)


def fault_of(entry: polib.POEntry, catalogue: polib.POFile) -> str:
    """Say why a translation can't be said, or nothing."""
    wanted = forms_of(catalogue)
    if entry.msgid_plural and set(entry.msgstr_plural) != set(range(wanted)):
        return f"{wanted} plural forms are wanted"
    texts = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
    try:
        gaps = gaps_of(entry.msgid) | gaps_of(entry.msgid_plural)
        unknown = set().union(*map(gaps_of, texts)) - gaps
        if any(gap.startswith("%") for gap in gaps):
            for text in texts:
                _ = text % {gap[2:-2]: 1 for gap in gaps}
    except (KeyError, TypeError, ValueError):
        return "a bracket or a percent sign too few or too many"
    unknown -= plain(gaps) | (VOICE if entry.msgctxt else set())
    return f"nobody fills {', '.join(sorted(unknown))}" if unknown else ""


def forms_of(catalogue: polib.POFile) -> int:
    """Give in how many forms the language counts."""
    match = _FORMS.search(catalogue.metadata.get("Plural-Forms", ""))
    return int(match[1]) if match else 2


def gaps_of(text: str) -> set[str]:
    """Give the gaps of a sentence: {day:weekday} of the method's, %(name)s of a page's."""
    gaps = set(_PAGE_GAP.findall(text))
    for _, name, form, conversion in string.Formatter().parse(text):
        if name is not None:
            gaps.add(f"{{{name}{(conversion and '!') or ''}{form and ':'}{form}}}")
    return gaps


def plain(gaps: set[str]) -> set[str]:
    """Give the gaps without their form: {day} for {day:weekday}."""
    return {re.sub(r":.*\}", "}", gap) for gap in gaps}


if __name__ == "__main__":
    for line in compile_all():
        print(line)
