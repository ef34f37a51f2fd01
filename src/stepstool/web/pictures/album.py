"""Every picture by its name: a file of `album/` that a designer opens, read once.

A file is plain SVG in the tones of the house, which are classes (`base.css` of the shell
paints them by day, in the dark and by night; each file names that sheet, so that it shows
so in a browser). It has no inline style, and its name is the name of the picture. What lies
in `album/parts/` is never shown alone: larger drawings are made of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from django.utils.safestring import SafeString

from stepstool.web.diary.kinds import Kind
from stepstool.web.diary.kinds.check import answers_of
from stepstool.web.pictures.paint import framed

FOLDER: Final = Path(__file__).parent / "album"
_SVG: Final = re.compile(
    r'<svg [^>]*viewBox="\S+ \S+ (\S+ \S+)"[^>]*>(.*)</svg>', re.DOTALL
)
_BETWEEN: Final = re.compile(r">\s+<")
# A picture's size is told in pixels of a page whose text was not enlarged.
REM: Final = 16


class Drawing(NamedTuple):
    """What a file draws, without its frame. sheet: its width and height."""

    paths: str
    sheet: str


def drawings_in(folder: Path) -> Mapping[str, Drawing]:
    """Read all drawings of a folder; ValueError names a file that is no drawing of ours."""
    return MappingProxyType(
        {file.stem: _read(file) for file in sorted(folder.glob("*.svg"))}
    )


def _read(file: Path) -> Drawing:
    drawn = _SVG.search(file.read_text(encoding="utf-8"))
    if drawn is None:
        raise ValueError(f"{file}: no <svg> with a viewBox; save it as plain SVG")
    return Drawing(_BETWEEN.sub("><", drawn[2]).strip(), drawn[1])


ALBUM: Final = drawings_in(FOLDER)
PARTS: Final = drawings_in(FOLDER / "parts")


def picture(name: str, *, title: str | None = None, size: int = 48) -> SafeString:
    """Return the picture of that name as SVG; an unknown name raises KeyError."""
    if name not in ALBUM:
        raise KeyError(
            f"no picture is called {name!r}; there are {', '.join(sorted(ALBUM))}"
        )
    return framed_drawing(ALBUM[name], title=title, size=size)


def framed_drawing(
    drawing: Drawing, *, title: str | None = None, size: int = 48
) -> SafeString:
    """Return a drawing as inline SVG that grows with the reader's text."""
    rem = f"{size / REM:g}rem"
    measure = f' width="{rem}" height="{rem}"'
    return framed(drawing.paths, title=title, sheet=drawing.sheet, measure=measure)


def missing_of(kinds: Iterable[Kind]) -> Iterator[str]:
    """Say which pictures of kinds and their answers are named, and drawn nowhere."""
    for kind in kinds:
        if kind.drawing not in ALBUM:
            yield (
                f"the kind `{kind.name}` has no picture `{kind.drawing}`: draw it in "
                f"web/pictures/album/{kind.drawing}.svg"
            )
        yield from _missing_of_answers(kind)


def _missing_of_answers(kind: Kind) -> Iterator[str]:
    for name, field in kind.fields.items():
        for answer in answers_of(kind.of.QUESTIONS[name]):
            drawing = field.picture(str(answer))
            if drawing and drawing not in ALBUM:
                yield (
                    f"the answer `{answer}` of `{kind.name}.{name}` has no picture "
                    f"`{drawing}`: draw it in web/pictures/album, or name another in its field"
                )
