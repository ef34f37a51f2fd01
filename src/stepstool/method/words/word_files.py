"""The word files: sentences as data, one folder a language, one file a topic.

All files of a language are one tree; a sentence's key is its path in it. A leaf is text,
or a table with `one` and `other` that is chosen by the value `count`.
"""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final

Sentence = str | Mapping[str, str]
PLURALS: Final = {"one", "other"}


def read_language(folder: Traversable) -> dict[str, Sentence]:
    """Read all word files of a language. Raises ValueError if a key stands twice."""
    sentences: dict[str, Sentence] = {}
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.name.endswith(".toml"):
            _add(sentences, _leaves(tomllib.loads(each.read_text("utf-8"))))
    return sentences


def _add(sentences: dict[str, Sentence], more: Iterator[tuple[str, Sentence]]) -> None:
    for key, sentence in more:
        if key in sentences:
            raise ValueError(f"The sentence {key} stands in two word files.")
        sentences[key] = sentence


def _leaves(tree: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Sentence]]:
    for name, branch in tree.items():
        if isinstance(branch, str) or set(branch) == PLURALS:
            yield path + name, branch
        else:
            yield from _leaves(branch, f"{path}{name}.")


LANGUAGES: Final[Mapping[str, Mapping[str, Sentence]]] = {
    folder.name: read_language(folder)
    for folder in files("stepstool.method.words").iterdir()
    if folder.is_dir() and folder.joinpath("forms.toml").is_file()
}
SOURCE_LANGUAGE: Final = "en"
