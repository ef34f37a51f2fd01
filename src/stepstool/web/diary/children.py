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

Loudness, Pronoun = method.lasting.Loudness, method.lasting.Pronoun


class About(NamedTuple):
    """A child as a family describes it."""

    nickname: str
    born: date
    pronoun: str
    word: str
    zone: str
    # How it talks and likes praise; empty where nobody said.
    talks: str = ""
    praise: str = ""


def about(child: Child, at: datetime) -> About:
    """Read what holds now."""
    settings = record_of(child, at, reading=()).settings
    return About(
        nickname=child.nickname,
        born=child.born,
        pronoun=str(settings.pronoun or Pronoun.THEY),
        word=str(settings.word or ""),
        zone=str(clock_of(child).zone_at(at)),
        talks=str(settings.talks or ""),
        praise=str(settings.praise or ""),
    )


def add(membership: Membership, described: About) -> Child:
    """Add a child to the family."""
    with transaction.atomic():
        child = households.add_child(membership, described.nickname, described.born)
        write(membership, child, first_entries(described, timezone.now()))
        return child


def change(membership: Membership, child: Child, described: About) -> Written:
    """Keep what was changed; each lasting choice holds from now on."""
    now = timezone.now()
    before = about(child, now)
    with transaction.atomic():
        child.nickname, child.born = (
            tidy(described.nickname),
            described.born.replace(day=1),
        )
        households.rename(child)
        changed = described._replace(
            zone="" if described.zone == before.zone else described.zone,
            word="" if described.word == before.word else described.word,
            pronoun="" if described.pronoun == before.pronoun else described.pronoun,
            talks="" if described.talks == before.talks else described.talks,
            praise="" if described.praise == before.praise else described.praise,
        )
        return write(membership, child, first_entries(changed, now))


def first_entries(described: About, at: datetime) -> list[method.Entry]:
    """Turn choices into the lasting entries that carry them; empty ones are left out."""
    chosen: dict[str, Any] = {}
    if described.word:
        chosen["word"] = described.word
    if described.pronoun:
        chosen["pronoun"] = Pronoun(described.pronoun)
    if described.talks:
        chosen["talks"] = method.lasting.Talks(described.talks)
    if described.praise:
        chosen["praise"] = Loudness(described.praise)
    entries: list[method.Entry] = []
    if chosen:
        entries.append(method.lasting.Settings(id=new_id(), at=at, **chosen))
    if described.zone:
        entries.append(method.lasting.Zone(id=new_id(), at=at, zone=described.zone))
    return entries
