"""What is incomplete or left over in the declarations of kinds, and where to write it.

The house does not start with any: a family would meet it as an error on its page, or never be
asked.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise

from stepstool import method
from stepstool.web.diary.kinds import FILES, answers
from stepstool.web.diary.kinds.kind import Answers, Field, Kind

Asked = Mapping[str, type[method.Entry]]


class File(NamedTuple):
    """What one file declares. path: from the package on."""

    path: str
    kinds: tuple[Kind, ...]
    answers: Answers


def declared() -> list[File]:
    """Give what all files declare."""
    return [
        File(_path_of(file.__name__), getattr(file, "KINDS", ()), file.ANSWERS)
        for file in (*FILES, answers)
    ]


def refuse_unless_whole(faults: Iterable[str]) -> None:
    """Raise ImproperlyConfigured, naming every fault at once."""
    named = list(faults)
    if named:
        raise ImproperlyConfigured("\n".join(named))


def faults_of(asked: Asked, files: Iterable[File]) -> Iterator[str]:
    """Give what is wrong with the declarations of these kinds, a sentence each."""
    files = list(files)
    worded = {enum: file.path for file in files for enum in file.answers}
    yield from _faults_of_names(asked, files)
    for file in files:
        for kind in file.kinds:
            yield from _faults_of_kind(kind, file)
            yield from _faults_of_fields(kind, file.path)
            yield from _faults_of_choices(kind, file.path, worded)
        yield from _faults_of_answers(file, set(_enums_of(asked)))


def _faults_of_names(asked: Asked, files: list[File]) -> Iterator[str]:
    times = Counter(kind.name for file in files for kind in file.kinds)
    for name, kind in asked.items():
        if name not in times:
            home = _home_of(kind, files)
            yield f"the kind `{name}` is declared nowhere: add it to KINDS in {home}"
    for name, many in times.items():
        if many > 1:
            yield f"the kind `{name}` is declared {many} times: keep one"
        if name not in asked:
            yield f"the kind `{name}` is declared, and the method has none of this name"


def _home_of(kind: type[method.Entry], files: list[File]) -> str:
    """Give the file of its like, or else the one named like the method's."""
    module = kind.__module__
    likes = (
        file.path
        for file in files
        if any(kind_.of.__module__ == module for kind_ in file.kinds)
    )
    return next(likes, _path_of(f"{__package__}.{module.rpartition('.')[2]}"))


def _path_of(module: str) -> str:
    return module.removeprefix("stepstool.").replace(".", "/") + ".py"


def _faults_of_kind(kind: Kind, file: File) -> Iterator[str]:
    if _is_empty(kind.title):
        yield f"the kind `{kind.name}` has no title: add it to {file.path}"
    if kind.more is None and not kind.elsewhere:
        yield (
            f"the kind `{kind.name}` is offered nowhere: say in {file.path} under which "
            "heading of the page “More” it stands, or which page writes it"
        )


def _is_empty(word: str | Promise) -> bool:
    """Whether nothing was written; no translation is needed to tell."""
    return isinstance(word, str) and not word


def _faults_of_fields(kind: Kind, path: str) -> Iterator[str]:
    times = Counter(name for name, _field in kind.placed)
    for name in kind.of.QUESTIONS:
        if name not in times:
            yield (
                f"the field `{kind.name}.{name}` is in no group of its form, not elsewhere "
                f"and not among what is unasked: add it to {path}"
            )
    for name, many in times.items():
        if many > 1:
            yield f"the field `{kind.name}.{name}` stands {many} times in {path}"
        if name not in kind.of.QUESTIONS:
            yield (
                f"the field `{kind.name}.{name}` is declared in {path}, and the method "
                "does not ask it"
            )


def _faults_of_choices(
    kind: Kind, path: str, worded: Mapping[type[StrEnum], str]
) -> Iterator[str]:
    for name, question in kind.of.QUESTIONS.items():
        field = kind.fields.get(name)
        enum = getattr(question, "answers", None)
        if enum is not None and enum not in worded:
            yield (
                f"the answers {enum.__name__} of `{kind.name}.{name}` have no words: "
                f"add them to ANSWERS in {path}"
            )
        if field is not None:
            yield from _faults_of_field(f"{kind.name}.{name}", field, question, path)


def _faults_of_field(
    name: str, field: Field, question: Any, path: str
) -> Iterator[str]:
    possible = answers_of(question)
    plain = getattr(question, "answers", None) is method.YesNo
    if plain and not set(possible) <= set(field.statements):
        yield (
            f"the yes or no of `{name}` says nothing without its question: add both "
            f"statements to {path}"
        )
    if field.numbers and set(field.numbers) != set(possible):
        yield f"`{name}` has words for some of its numbers only: see {path}"
    strays = {*map(str, field.statements), *field.pictures} - set(map(str, possible))
    if possible and strays:
        stray = ", ".join(sorted(strays))
        yield f"`{name}` says or draws {stray} in {path}, which is no answer to it"


def answers_of(question: Any) -> tuple[Any, ...]:
    """Give every answer that a question takes, if they can be counted."""
    if isinstance(question, method.Choice | method.Several):
        return tuple(question.answers)
    if isinstance(question, method.Whole):
        return tuple(range(question.low, question.high + 1))
    return ()


def _enums_of(asked: Asked) -> Iterator[type[StrEnum]]:
    for kind in asked.values():
        for question in kind.QUESTIONS.values():
            if isinstance(question, method.Choice | method.Several):
                yield question.answers


def _faults_of_answers(file: File, asked: set[type[StrEnum]]) -> Iterator[str]:
    for enum, words in file.answers.items():
        if enum not in asked:
            yield f"nothing asks for {enum.__name__}: take its words out of {file.path}"
        possible, worded = set(map(str, enum)), set(map(str, words))
        for answer in sorted(possible - worded):
            yield (
                f"the answer `{answer}` of {enum.__name__} has no words: add it to "
                f"ANSWERS in {file.path}"
            )
        for answer in sorted(worded - possible):
            yield f"`{answer}` is no {enum.__name__}: take it out of {file.path}"
