"""Which pictures of kinds and their answers are named, and drawn nowhere."""

from collections.abc import Container, Iterable, Iterator

from stepstool.web.diary.kinds import Kind
from stepstool.web.diary.kinds.check import answers_of


def faults_of(kinds: Iterable[Kind], album: Container[str]) -> Iterator[str]:
    """Give each missing picture, a sentence each."""
    for kind in kinds:
        if kind.drawing not in album:
            yield (
                f"the kind `{kind.name}` has no picture `{kind.drawing}`: draw it in "
                f"web/pictures/album/{kind.drawing}.svg"
            )
        yield from _faults_of_answers(kind, album)


def _faults_of_answers(kind: Kind, album: Container[str]) -> Iterator[str]:
    for name, field in kind.fields.items():
        for answer in answers_of(kind.of.QUESTIONS[name]):
            drawing = field.picture(str(answer))
            if drawing and drawing not in album:
                yield (
                    f"the answer `{answer}` of `{kind.name}.{name}` has no picture "
                    f"`{drawing}`: draw it in web/pictures/album, or name another in its field"
                )
