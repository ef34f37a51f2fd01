"""Pages of the guide as data: a title, a lead, and sections of short sentences."""

from dataclasses import dataclass

from stepstool.method.record import Saying
from stepstool.method.words.say import Language
from stepstool.method.words.voice import Voice

TITLE, LEAD = "title", "lead"


@dataclass(frozen=True, kw_only=True)
class Section:
    """Some sentences under a heading."""

    key: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page of the guide."""

    title: str
    lead: str
    sections: tuple[Section, ...]


def page_of(slug: str, voice: Voice, language: Language) -> Page:
    """Give a page by its name, in the family's own words. KeyError if there is none."""
    path = f"pages.{slug}"
    return Page(
        title=_say(f"{path}.{TITLE}", voice, language),
        lead=_say(f"{path}.{LEAD}", voice, language),
        sections=tuple(
            _section(f"{path}.{name}", name, voice, language)
            for name in _sections(path, language)
        ),
    )


def _sections(path: str, language: Language) -> list[str]:
    under = (key.removeprefix(f"{path}.") for key in language.keys(path))
    named = (key.partition(".")[0] for key in under if "." in key)
    return list(dict.fromkeys(named))


def _section(path: str, name: str, voice: Voice, language: Language) -> Section:
    heading = f"{path}.{TITLE}"
    lines = (key for key in language.keys(path) if key != heading)
    return Section(
        key=name,
        title=_say(heading, voice, language),
        lines=tuple(_say(key, voice, language) for key in lines),
    )


def _say(key: str, voice: Voice, language: Language) -> str:
    return language.say(Saying(key=key), voice)
