"""One entry with its history: what it says, who wrote it, who changed it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary import kinds, words
from stepstool.web.diary.visit import Visit
from stepstool.web.families.households import names_of
from stepstool.web.families.roles import May


class Version(NamedTuple):
    """One writing of an entry: who, when, and what it said then."""

    who: str
    when: str
    said: str


@dataclass(frozen=True, kw_only=True)
class Story:
    """An entry as its page shows it. answers: questions with their answers."""

    entry: method.Entry
    title: str
    picture: str
    when: str
    answers: list[tuple[str, str]]
    note: str
    versions: list[Version]
    unread: bool
    may_change: bool
    may_correct: bool


def story_of(visit: Visit, versions: Sequence[method.Entry]) -> Story:
    """Tell an entry from its versions, the current one first."""
    entry = versions[0]
    unread = isinstance(entry, method.Unread)
    may_change = _may_change(visit, versions)
    declared = kinds.kind_of(entry.KIND)
    names = names_of(visit.child.family_id)
    return Story(
        entry=entry,
        title=words.title(entry, visit.gaps),
        picture=declared.drawing,
        when=words.ago(visit.clock, entry.at, visit.now),
        answers=words.answers(entry, visit.gaps),
        note="" if entry.note is method.UNKNOWN else entry.note,
        versions=[_version(visit, each, names) for each in versions],
        unread=unread,
        may_change=may_change,
        may_correct=may_change and not unread and declared.by_hand,
    )


def _may_change(visit: Visit, versions: Sequence[method.Entry]) -> bool:
    kind = versions[0].kind if isinstance(versions[0], method.Unread) else None
    own = versions[-1].by == str(visit.membership.pk)
    needed = May.CHANGE_OWN if own else May.CHANGE_OTHERS
    return needed in visit.may(kind or versions[0].KIND)


def _version(visit: Visit, version: method.Entry, names: dict[str, str]) -> Version:
    at = version.written_at or version.at
    removed = _("Removed") if version.removed else ""
    said = words.summary(version, visit.gaps) or words.title(version, visit.gaps)
    return Version(
        who=names.get(version.by, _("Somebody")),
        when=words.ago(visit.clock, at, visit.now),
        said=" · ".join(each for each in (removed, said) if each),
    )
