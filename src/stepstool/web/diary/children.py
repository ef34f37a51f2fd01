"""What a family says of a child: its name and month, and the lasting choices."""

from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from stepstool import method
from stepstool.web.diary.keys import new_id
from stepstool.web.diary.reading import clock_of, record_of
from stepstool.web.diary.writing import Written, write
from stepstool.web.families import households
from stepstool.web.families.models import Child, Membership
from stepstool.web.families.names import tidy

Pronoun = method.lasting.Pronoun


class About(NamedTuple):
    """A child as a family describes it."""

    nickname: str
    born: date
    pronoun: str
    word: str
    zone: str


def about(child: Child, at: datetime) -> About:
    """Read what holds now."""
    settings = record_of(child, at, reading=()).settings
    return About(
        nickname=child.nickname,
        born=child.born,
        pronoun=str(settings.pronoun or Pronoun.THEY),
        word=str(settings.word or ""),
        zone=str(clock_of(child).zone_at(at)),
    )


def add(membership: Membership, told: About) -> Child:
    """Add a child to the family."""
    with transaction.atomic():
        child = households.add_child(membership.family, told.nickname, told.born)
        write(membership, child, first_entries(told, timezone.now()))
        return child


def change(membership: Membership, child: Child, told: About) -> Written:
    """Keep what was changed; each lasting choice holds from now on."""
    now = timezone.now()
    before = about(child, now)
    with transaction.atomic():
        child.nickname, child.born = tidy(told.nickname), told.born.replace(day=1)
        households.rename(child)
        changed = told._replace(
            zone="" if told.zone == before.zone else told.zone,
            word="" if told.word == before.word else told.word,
            pronoun="" if told.pronoun == before.pronoun else told.pronoun,
        )
        return write(membership, child, first_entries(changed, now))


def first_entries(told: About, at: datetime) -> list[method.Entry]:
    """Turn choices into the lasting entries that carry them; empty ones are left out."""
    chosen: dict[str, Any] = {}
    if told.word:
        chosen["word"] = told.word
    if told.pronoun:
        chosen["pronoun"] = Pronoun(told.pronoun)
    entries: list[method.Entry] = []
    if chosen:
        entries.append(method.lasting.Settings(id=new_id(), at=at, **chosen))
    if told.zone:
        entries.append(method.lasting.Zone(id=new_id(), at=at, zone=told.zone))
    return entries
