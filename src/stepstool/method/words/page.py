"""Pages of the guide as data: a title, a lead, and sections of short sentences."""

from dataclasses import dataclass

from stepstool.method.words.speaker import Speaker

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


def page_of(slug: str, speaker: Speaker) -> Page:
    """Give a page by its name, in the family's own words. KeyError if there is none."""
    path = f"pages.{slug}"
    return Page(
        title=speaker.say(f"{path}.{TITLE}"),
        lead=speaker.say(f"{path}.{LEAD}"),
        sections=tuple(
            _section(f"{path}.{name}", name, speaker)
            for name in _sections(path, speaker)
        ),
    )


def _sections(path: str, speaker: Speaker) -> list[str]:
    under = (key.removeprefix(f"{path}.") for key in speaker.keys(path))
    named = (key.partition(".")[0] for key in under if "." in key)
    return list(dict.fromkeys(named))


def _section(path: str, name: str, speaker: Speaker) -> Section:
    heading = f"{path}.{TITLE}"
    lines = (key for key in speaker.keys(path) if key != heading)
    return Section(
        key=name,
        title=speaker.say(heading),
        lines=tuple(map(speaker.say, lines)),
    )
