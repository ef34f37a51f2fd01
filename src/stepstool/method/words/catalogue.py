"""The catalogues: all sentences of a language, as gettext keeps them, by their key.

A sentence's key is its context (msgctxt), the English sentence its msgid. A language says
what it has; for the rest the English sentence stands, each by itself. Whether every rule of
comfort and every danger sign has its sentences is looked at when the method is imported, so
that nobody finds out on a family's page.
"""

import gettext
import hashlib
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from stepstool.method.comfort import RULES, SIGNS, IncompleteError

SOURCE_LANGUAGE: Final = "en"
HOME: Final = files("stepstool").joinpath("locale")
MADE_OF: Final = "x-made-of"
_KEY: Final = re.compile(r'^msgctxt "(.+)"$', re.MULTILINE)


class NotCompiledError(RuntimeError):
    """The sentences of a language are not what was last written; it says the cure."""


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence in its forms: a single one, or one for each way to count."""

    forms: tuple[str, ...]
    form_of: Callable[[int], int]

    def counted(self, count: int) -> str:
        """Give the form for this many."""
        if len(self.forms) == 1:
            return self.forms[0]
        return self.forms[self.form_of(count)]


class _Compiled(gettext.GNUTranslations):
    """A compiled catalogue that tells all it holds, not only what is asked."""

    _catalog: dict[str | tuple[str, int], str]
    plural: Callable[[int], int]

    def sentences(self) -> dict[str, dict[str, Sentence]]:
        """Give its sentences by key, and there by the English they say."""
        forms: dict[str, list[str]] = {}
        for name, text in self._catalog.items():
            forms.setdefault(name if isinstance(name, str) else name[0], []).append(
                text
            )
        found: dict[str, dict[str, Sentence]] = {}
        for name, texts in forms.items():
            key, _, english = name.partition("\x04")
            sentence = Sentence(forms=tuple(texts), form_of=self.plural)
            found.setdefault(key, {})[english] = sentence
        return found


def sentences_of(name: str, place: Traversable) -> Mapping[str, Sentence]:
    """Give all sentences of a language, in the order of the English catalogue.

    name: its folder. Raises NotCompiledError.
    """
    english = _source()
    if name == SOURCE_LANGUAGE:
        return english
    own = _compiled(name, place)[1]
    return {
        key: own.get(key, {}).get(sentence.forms[0], sentence)
        for key, sentence in english.items()
    }


@cache
def written_keys() -> Mapping[str, None]:
    """Give the keys of all sentences that are written in English, in their order."""
    folder = HOME.joinpath(SOURCE_LANGUAGE, "LC_MESSAGES")
    written = folder.joinpath("method.po").read_text("utf-8")
    return dict.fromkeys(_KEY.findall(written))


@cache
def _source() -> Mapping[str, Sentence]:
    written, compiled = _compiled(SOURCE_LANGUAGE, HOME)
    return {
        key: sentence
        for key in _KEY.findall(written)
        for sentence in compiled[key].values()
    }


def _compiled(
    name: str, place: Traversable
) -> tuple[str, Mapping[str, Mapping[str, Sentence]]]:
    """Give a catalogue as it was written, and its sentences as they were compiled."""
    folder = place.joinpath(name, "LC_MESSAGES")
    written = folder.joinpath("method.po").read_bytes()
    compiled = folder.joinpath("method.mo")
    if compiled.is_file():
        with compiled.open("rb") as file:
            catalogue = _Compiled(file)
        if catalogue.info().get(MADE_OF) == hashlib.sha256(written).hexdigest():
            return written.decode(), catalogue.sentences()
    raise NotCompiledError(
        f"The sentences in “{name}” are not compiled, or were changed since. "
        "Please run: ./run setup"
    )


def folders(place: Traversable) -> Mapping[str, str]:
    """Give the folders of the languages that the method speaks, by lower-case code."""
    return {
        folder.name.lower().replace("_", "-"): folder.name
        for folder in place.iterdir()
        if folder.joinpath("LC_MESSAGES", "method.po").is_file()
    }


def refuse_without_words(written: Container[str]) -> None:
    """Raise IncompleteError if a sentence is missing. written: the keys of all there are."""
    missing = [
        f"{name}: add a sentence `{key}` to locale/en/LC_MESSAGES/method.po."
        for name, keys in _said()
        for key in keys
        if key not in written
    ]
    if missing:
        raise IncompleteError("\n".join(missing))


def _said() -> Iterator[tuple[str, Iterable[str]]]:
    """Give what may be said of each, by what it is."""
    yield from ((f"rule {rule.key}", rule.sentences) for rule in RULES.values())
    yield from ((f"danger sign {sign.key}", sign.sentences) for sign in SIGNS)
