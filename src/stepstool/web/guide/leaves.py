"""What the guide is made of: its pages of words, the doors to them, and its books.

They stand in `leaves.toml` and `shelves.toml`, read once; their words in the method's catalogue.
A file that lacks something stops the house at its start, and says what to write where.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields
from enum import StrEnum
from importlib.resources import files
from typing import Any, Final, TypeVar

from stepstool import method
from stepstool.web.pictures import ALBUM

T = TypeVar("T")
SENTENCES: Final = "locale/en/LC_MESSAGES/method.po"


class GuideFileError(ValueError):
    """A file of the guide is not whole; it says which, and what to write in it."""


class Paper(StrEnum):
    """How a page likes to be read on paper."""

    NO = "no"
    LARGE = "large"
    LETTER = "letter"


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """A page of words; its sentences stand under `pages.` and its name."""

    picture: str
    # By section.
    pictures: Mapping[str, str] = field(default_factory=dict)
    # What a section rests on.
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # Which figures it shows.
    figures: method.FigureTopic | None = None
    # Whether it says whom to call.
    help: bool = False
    # Whether a section leads to the shelf of its name.
    books: bool = False
    # Whether its sections are a list to go through, with all sources at its end.
    check: bool = False
    paper: Paper = Paper.NO


@dataclass(frozen=True, kw_only=True)
class PageGroup:
    """Some pages under a heading, by their names."""

    heading: str
    pages: tuple[str, ...]

    @property
    def title(self) -> str:
        """The key of its title."""
        return f"guide.{self.heading}"


@dataclass(frozen=True, kw_only=True)
class Book:
    """One book: who made it by name, or else the key of the sentence that says so."""

    key: str
    title: str
    by: str = ""
    by_saying: str = ""
    year: int | None = None
    # As its readers say.
    ages: str = ""


@dataclass(frozen=True, kw_only=True)
class BookShelf:
    """Books for one reason, named as on the page “Why it happens”."""

    key: str
    picture: str
    books: tuple[Book, ...]

    @property
    def title(self) -> str:
        """The key of its title."""
        return f"books.{self.key}.title"

    @property
    def with_words(self) -> Iterator[tuple[Book, str]]:
        """Each book with the key of what we say about it."""
        return ((book, f"books.{self.key}.{book.key}") for book in self.books)


def read_pages(file: str, text: str) -> tuple[dict[str, Leaf], tuple[PageGroup, ...]]:
    """Read the pages and the doors to them. Raises GuideFileError."""
    raw = tomllib.loads(text)
    leaves = {
        name: _leaf(f"{file}: the page `{name}`", page)
        for name, page in raw["pages"].items()
    }
    doors = tuple(_made(PageGroup, f"{file}: a door", door) for door in raw["doors"])
    for name in (name for door in doors for name in door.pages):
        if name not in leaves:
            raise GuideFileError(f"{file} has no page `{name}`: add `[pages.{name}]`")
    return leaves, doors


def read_books(file: str, text: str) -> tuple[BookShelf, ...]:
    """Read the shelves with their books. Raises GuideFileError."""
    shelves = tomllib.loads(text).items()
    return tuple(_shelf(f"{file}: the shelf `{key}`", key, raw) for key, raw in shelves)


def unworded(is_there: Callable[[str], bool]) -> Iterator[str]:
    """Give what is without its sentence, and where to write it.

    is_there: whether the catalogue has a key.
    """
    keys = [door.title for door in DOORS]
    keys += [f"pages.{name}.title" for name in LEAVES]
    for shelf in SHELVES:
        keys += [shelf.title, *(words for _book, words in shelf.with_words)]
        keys += [book.by_saying for book in shelf.books if book.by_saying]
    for key in keys:
        if not is_there(key):
            yield f"there is no sentence `{key}`: add it to {SENTENCES}"


def _leaf(where: str, raw: Mapping[str, Any]) -> Leaf:
    leaf = _made(Leaf, where, raw)
    for picture in (leaf.picture, *leaf.pictures.values()):
        _known(where, "picture", picture, ALBUM)
    for source in (key for keys in leaf.sources.values() for key in keys):
        _known(where, "source", source, method.SOURCES)
    return leaf


def _shelf(where: str, key: str, raw: Mapping[str, Any]) -> BookShelf:
    shelf = _made(BookShelf, where, {"key": key, **raw})
    _known(where, "picture", shelf.picture, ALBUM)
    return shelf


def _books(raw: list[dict[str, Any]]) -> tuple[Book, ...]:
    return tuple(_made(Book, f"{SHELVES_FILE}: a book", book) for book in raw)


LEAVES_FILE, SHELVES_FILE = "web/guide/leaves.toml", "web/guide/shelves.toml"
# How what TOML holds becomes what a field holds, where that differs.
_READ: Final[Mapping[str, Any]] = {
    "books": lambda raw: raw if isinstance(raw, bool) else _books(raw),
    "figures": method.FigureTopic,
    "pages": tuple,
    "paper": Paper,
}


def _made(of: type[T], where: str, raw: Mapping[str, Any]) -> T:
    """Make one thing of a table; what is missing or not known is named."""
    known = {part.name: part for part in fields(of)}  # type: ignore[arg-type]
    for name, part in known.items():
        open_to_omit = (
            part.default is not MISSING or part.default_factory is not MISSING
        )
        if name not in raw and not open_to_omit:
            raise GuideFileError(f"{where} has no `{name}`: add `{name} = …` there")
    for name in raw:
        _known(where, "field", name, known)
    try:
        return of(**{name: _READ.get(name, _as_it_is)(raw[name]) for name in raw})
    except ValueError as fault:
        raise GuideFileError(f"{where}: {fault}") from fault


def _as_it_is(value: Any) -> Any:
    return value


def _known(where: str, what: str, name: str, names: Mapping[str, object]) -> None:
    if name not in names:
        raise GuideFileError(f"{where} names a {what} `{name}`, and there is none")


def _text(name: str) -> str:
    return files("stepstool.web.guide").joinpath(name).read_text("utf-8")


LEAVES, DOORS = read_pages(LEAVES_FILE, _text("leaves.toml"))
SHELVES: Final = read_books(SHELVES_FILE, _text("shelves.toml"))
