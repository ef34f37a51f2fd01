"""The diary: a day with its entries, newest first; and one entry with its history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final, NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary import kinds, words
from stepstool.web.diary.rows import is_forgotten
from stepstool.web.diary.undo import Done, done
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May

ONE_DAY = timedelta(days=1)
NOT_HERE: Final = method.health.DangerAnswer.NOT_HERE
# Of signs that are not there nobody reads the list.
_UNSAID: Final = frozenset({"sign"})
# Written so soon after, it was written when it happened.
AT_ONCE = timedelta(minutes=5)


@dataclass(frozen=True, kw_only=True)
class DiaryRow:
    """An entry as a row."""

    id: str
    title: str
    summary: str
    note: str
    picture: str
    # For machines: the moment, or only its day.
    at: str
    clock: str
    # By whom, and when it was written.
    who: str
    # Whether it was written more than once.
    changed: bool
    removed: bool
    may_restore: bool


@dataclass(frozen=True, kw_only=True)
class DayPage:
    """A day, and its neighbours."""

    day: date
    title: str
    rows: list[DiaryRow]
    done: Done | None
    before: date
    # None for today.
    after: date | None
    is_today: bool
    may_say_none: bool
    # The day whose night holds what came after midnight of this date; None if nothing did.
    night_before: date | None


@dataclass(frozen=True, kw_only=True)
class DayEntries:
    """What was written of a day, and of the one before, whose night reaches into it."""

    day: date
    entries: Sequence[method.Entry]
    before: Sequence[method.Entry] = ()


def page_of(
    visit: Visit, written: DayEntries, names: Mapping[str, str], touched: str = ""
) -> DayPage:
    """Give a day's page; `touched` is the entry that was just removed or brought back."""
    day, entries = written.day, written.entries
    rows = rows_of(visit, entries, names)
    marked = next((entry for entry in entries if entry.id == touched), None)
    today = visit.today
    return DayPage(
        day=day,
        title=title_of(day, today),
        night_before=_night_before(visit, written),
        rows=rows,
        done=_done(visit, marked) if marked else None,
        before=min(day - ONE_DAY, today),
        after=day + ONE_DAY if day < today else None,
        is_today=day == today,
        may_say_none=day <= today
        and May.WRITE in visit.may("none_came")
        and not _any_came(entries),
    )


def rows_of(
    visit: Visit, entries: Sequence[method.Entry], names: Mapping[str, str]
) -> list[DiaryRow]:
    """Give entries as rows, the newest first; by whom only where others write as well."""
    me = str(visit.membership.pk)
    alone = {entry.by for entry in entries} <= {me, ""}
    writers = {} if alone else names
    return [_row(visit, entry, writers) for entry in reversed(once_asked(entries))]


def once_asked(entries: Sequence[method.Entry]) -> list[method.Entry]:
    """Leave one of the signs that one tap said were not there."""
    kept: list[method.Entry] = []
    for _at, together in groupby(
        entries, key=lambda entry: (entry.at, _is_absent(entry))
    ):
        group = list(together)
        kept += group[:1] if _is_absent(group[0]) else group
    return kept


def _is_absent(entry: method.Entry) -> bool:
    return isinstance(entry, method.health.DangerSign) and entry.answer is NOT_HERE


def _done(visit: Visit, entry: method.Entry) -> Done:
    gaps = {"what": words.title(entry, visit.gaps), "when": _clock(visit, entry)}
    line = _("Back again: %(what)s, %(when)s.") % gaps
    if entry.removed:
        line = _("Removed: %(what)s, %(when)s.") % gaps
    return done(entry, line, again=_("Undo"), ways=("remove", "restore"))


def title_of(day: date, today: date) -> str:
    """Name a day as people do."""
    title = date_format(day, "l, j F Y" if day.year != today.year else "l, j F")
    named = {today: _("Today"), today - ONE_DAY: _("Yesterday")}
    return f"{named[day]} · {title}" if day in named else title


def _night_before(visit: Visit, written: DayEntries) -> date | None:
    late = any(is_night(visit, entry) for entry in written.before if not entry.removed)
    return written.day - ONE_DAY if late else None


def _any_came(entries: Sequence[method.Entry]) -> bool:
    about_poop = (method.poop.Poop, method.poop.NoneCame)
    return any(isinstance(one, about_poop) and not one.removed for one in entries)


def _row(visit: Visit, entry: method.Entry, names: Mapping[str, str]) -> DiaryRow:
    return DiaryRow(
        id=entry.id,
        title=words.title(entry, visit.gaps),
        summary=words.summary(entry, visit.gaps, _UNSAID if _is_absent(entry) else ()),
        note="" if entry.note is method.UNKNOWN else entry.note,
        picture=_picture(entry),
        at=_machine_time(visit, entry),
        clock=_clock(visit, entry),
        who=_who(visit, entry, names),
        changed=entry.version.counter > 1 and not entry.removed,
        removed=entry.removed,
        may_restore=May.CHANGE_OWN in visit.may(_kind(entry)),
    )


def _kind(entry: method.Entry) -> str:
    return entry.kind if isinstance(entry, method.Unread) else entry.KIND


def _picture(entry: method.Entry) -> str:
    if isinstance(entry, method.poop.Poop) and entry.place is not method.UNKNOWN:
        return str(entry.place)
    return kinds.kind_of(entry.KIND).drawing


def _clock(visit: Visit, entry: method.Entry) -> str:
    """Give the time of day as far as it is known; after midnight it says so."""
    time = words.clock_of(visit.clock, entry)
    at_night = visit.clock.knows_time(entry) and is_night(visit, entry)
    return _("%(time)s at night") % {"time": time} if at_night else time


def is_night(visit: Visit, entry: method.Entry) -> bool:
    """Whether it came after midnight, and belongs to the evening before."""
    return visit.clock.local(entry.at).date() > visit.clock.day(entry.at)


def _machine_time(visit: Visit, entry: method.Entry) -> str:
    knows_time = visit.clock.knows_time(entry)
    return (entry.at if knows_time else visit.clock.local(entry.at).date()).isoformat()


def _who(visit: Visit, entry: method.Entry, names: Mapping[str, str]) -> str:
    """Say by whom, and when if that was not at about the same time."""
    who, written = names.get(entry.by, ""), entry.written_at
    if written is None or abs(written - entry.at) < AT_ONCE:
        return who
    if visit.clock.day(written) == visit.clock.day(entry.at):
        when = words.clock_time(visit.clock, written)
    else:
        when = words.ago(visit.clock, written, visit.now)
    if not who:
        return _("written %(when)s") % {"when": when}
    return _("%(who)s, written %(when)s") % {"who": who, "when": when}


class EntryVersion(NamedTuple):
    """One writing of an entry: who, when, and what it said then."""

    who: str
    when: str
    summary: str


@dataclass(frozen=True, kw_only=True)
class EntryPage:
    """An entry as its page shows it."""

    entry: method.Entry
    title: str
    picture: str
    when: str
    # Questions with their answers.
    answers: list[tuple[str, str]]
    note: str
    versions: list[EntryVersion]
    unread: bool
    may_change: bool
    may_correct: bool


def story_of(visit: Visit, versions: Sequence[method.Entry]) -> EntryPage:
    """Tell an entry from its versions, the current one first."""
    entry = versions[0]
    unread = isinstance(entry, method.Unread)
    may_change = _may_change(visit, versions)
    declared = kinds.kind_of(entry.KIND)
    names = visit.names
    return EntryPage(
        entry=entry,
        title=words.title(entry, visit.gaps),
        picture=declared.drawing,
        when=words.ago_of(visit.clock, entry, visit.now),
        answers=words.answers(entry, visit.gaps),
        note="" if entry.note is method.UNKNOWN else entry.note,
        versions=[_version(visit, version, names) for version in versions],
        unread=unread,
        may_change=may_change,
        may_correct=may_change and not unread and declared.by_hand,
    )


def writing_of(entry: method.Entry) -> str:
    """Name the version of an entry, for a form that begins from it."""
    return f"{entry.version.counter} {entry.version.device}".strip()


def meanwhile(story: EntryPage) -> str:
    """Say what somebody wrote while a form of an older version was open."""
    return _(
        "Meanwhile %(who)s wrote, %(when)s: %(what)s. Yours is not saved yet: save it "
        "again if it is right. Both are kept below."
    ) % {
        "who": story.versions[0].who,
        "when": story.versions[0].when,
        "what": story.versions[0].summary,
    }


def _may_change(visit: Visit, versions: Sequence[method.Entry]) -> bool:
    kind = versions[0].kind if isinstance(versions[0], method.Unread) else None
    own = versions[-1].by == str(visit.membership.pk)
    needed = May.CHANGE_OWN if own else May.CHANGE_OTHERS
    return needed in visit.may(kind or versions[0].KIND)


def _version(
    visit: Visit, version: method.Entry, names: dict[str, str]
) -> EntryVersion:
    written, clock = version.written_at, visit.clock
    by_itself = words.ago_of(clock, version, visit.now)
    removed = _("Removed") if version.removed else ""
    if is_forgotten(version):
        summary = _("What it said before is gone after 30 days")
    else:
        summary = words.summary(version, visit.gaps) or words.title(version, visit.gaps)
    return EntryVersion(
        who=names.get(version.by, _("Somebody")),
        when=words.ago(clock, written, visit.now) if written else by_itself,
        summary=" · ".join(part for part in (removed, summary) if part),
    )
