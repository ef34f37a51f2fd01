"""Every address of the house, found from the URLconf, filled in for a child."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from tests.web.cast import Cast

GONE = "00000000-0000-4000-8000-000000000000"
NEVER = 999_999_999


@dataclass(frozen=True)
class Route:
    """One address, with holes for what it is about."""

    pattern: URLPattern
    text: str

    @property
    def open_to_all(self) -> bool:
        """Whether its view is marked with `@login_not_required`."""
        return not getattr(self.pattern.callback, "login_required", True)

    @property
    def in_a_family(self) -> bool:
        """Whether it is about one family."""
        return "<int:family_id>" in self.text

    def filled(self, holes: Mapping[str, object]) -> str:
        """Fill the holes in."""
        address = "/" + self.text
        for hole, value in holes.items():
            address = address.replace(hole, str(value))
        return address

    def __str__(self) -> str:
        return self.text


def routes() -> list[Route]:
    """Give all of them."""
    return list(_within("", get_resolver().url_patterns))


def _within(prefix: str, patterns: list[URLPattern | URLResolver]) -> Iterator[Route]:
    for each in patterns:
        text = prefix + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _within(text, each.url_patterns)
        else:
            yield Route(each, text)


def about_mia(cast: Cast) -> dict[str, object]:
    """Fill holes with what is there, in Mia's family."""
    return {
        "<int:family_id>": cast.family.pk,
        "<uuid:child_id>": cast.mia.id,
        "<int:membership_id>": cast.ben.membership.pk,
        **_anything(),
    }


def about_nobody() -> dict[str, object]:
    """Fill holes with what never was."""
    return {
        "<int:family_id>": NEVER,
        "<uuid:child_id>": GONE,
        "<int:membership_id>": NEVER,
        **_anything(),
    }


def _anything() -> dict[str, object]:
    return {
        "<int:invitation_id>": 1,
        "<int:session_id>": NEVER,
        "<int:pk>": NEVER,
        "<str:token>": "never-was",
        "<str:link_id>": "never-was",
        "<str:secret>": "never-was",
        "<int:number>": NEVER,
        "<str:entry_id>": "first",
        "<str:idea>": "story",
        "<path:entry_id>": "first",
        "<str:day>": "2026-03-04",
        "<str:topic>": "gap",
        "<str:sign>": "cannot_drink",
        "<uuid:entry_id>": GONE,
        "<uuid:import_id>": GONE,
        "<str:kind>": "poop",
        "<str:batch>": "first",
        "<slug:key>": "b",
        "<slug:page>": "story",
        "<str:situation>": "accident",
        "<str:how>": "sat",
        "<str:look>": "after_a_week",
    }
