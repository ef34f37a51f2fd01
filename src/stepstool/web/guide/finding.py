"""Find as you type: pages, words to say, danger signs, books and all rooms of the house."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from stepstool import method
from stepstool.web.diary.visit import Visit
from stepstool.web.guide.leaves import LEAVES, SHELVES
from stepstool.web.guide.page import GuideTile, age_of, tile

# As many as a screen shows; whoever finds more types on.
MOST: Final = 12
# One letter says nothing yet.
SHORTEST: Final = 2
# For whom words are looked through.
READERS: Final = (method.Reader.CHILD, method.Reader.PARENT)


class Findable(NamedTuple):
    """A page to tap on, and all that is written there."""

    tile: GuideTile
    text: str

    def fits(self, words: list[str]) -> bool:
        """Whether all the words stand there."""
        text = f"{self.tile.title} {self.text}".casefold()
        return all(word in text for word in words)

    def named_by(self, words: list[str]) -> bool:
        """Whether the title itself has them all."""
        title = self.tile.title.casefold()
        return all(word in title for word in words)


def find(visit: Visit, query: str) -> list[GuideTile]:
    """Give what has all words of the query; nothing for one letter.

    What fits the moment stands first, then what is named so.
    """
    words = query.casefold().split()
    if sum(map(len, words)) < SHORTEST:
        return []
    fitting = [findable for findable in _everything(visit) if findable.fits(words)]
    now = {visit.address("words-for", str(one)) for one in visit.advice.moments}
    fitting.sort(key=lambda one: (one.tile.key not in now, not one.named_by(words)))
    unique = {findable.tile.key: findable.tile for findable in reversed(fitting)}
    return list(reversed(unique.values()))[:MOST]


def _everything(visit: Visit) -> Iterator[Findable]:
    yield from _rooms(visit)
    yield from _situations(visit)
    yield from _signs(visit)
    yield from _pages(visit)
    yield from _books(visit)


def _rooms(visit: Visit) -> Iterator[Findable]:
    for door in visit.ways.doors:
        for way in (door.way, *door.places):
            yield Findable(GuideTile(way.address, way.label, way.picture), "")


def _situations(visit: Visit) -> Iterator[Findable]:
    age = age_of(visit)
    for one in method.Situation:
        lines = (
            line
            for reader in READERS
            for line in method.for_situation(one, reader, age, visit.speaker)
        )
        title = visit.speaker.say(f"situations.{one}.title")
        address = visit.address("words-for", str(one))
        yield Findable(GuideTile(address, title, one.picture), " ".join(lines))


def _signs(visit: Visit) -> Iterator[Findable]:
    signs = visit.address("signs")
    for sign in method.SIGNS:
        if sign.asked is not method.Asked.NEVER:
            words = visit.speaker.say(f"danger.{sign.key}")
            yield Findable(GuideTile(f"{signs}#{sign.key}", words, "danger_sign"), "")


def _pages(visit: Visit) -> Iterator[Findable]:
    for slug in LEAVES:
        page = method.page_of(slug, visit.speaker)
        lines = (
            line
            for section in page.sections
            for line in (section.title, *section.lines)
        )
        yield Findable(tile(visit, slug), " ".join((page.lead, *lines)))


def _books(visit: Visit) -> Iterator[Findable]:
    for shelf in SHELVES:
        address = f"{visit.address('books')}#{shelf.key}"
        titles = " ".join(book.title for book, _words in shelf.with_words)
        title = visit.speaker.say(shelf.title)
        yield Findable(GuideTile(address, title, shelf.picture), titles)
