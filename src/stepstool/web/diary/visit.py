"""A visit to a page about a child: who is here, for whom, when, and what always shows.

    @child_page(Needs.WRITE)
    def poop(request: HttpRequest, visit: Visit) -> HttpResponse:
        return render(request, "…", visit.frame("diary") | {…})

Templates of such pages extend `diary/visit.html`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, wraps
from types import MappingProxyType
from typing import Any, TypedDict
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from stepstool import method
from stepstool.web.diary import advising, foreseeing, keys, reading, writing
from stepstool.web.diary.doors import Visitor, Ways, face_at, remember, ways_of
from stepstool.web.diary.kinds import may
from stepstool.web.diary.kinds.poop import WORD
from stepstool.web.diary.refusals import denied_if_refused
from stepstool.web.families.access import View, child_of, closed_to_others
from stepstool.web.families.households import names_of
from stepstool.web.families.made_up import is_made_up
from stepstool.web.families.models import Child, Membership
from stepstool.web.families.roles import May, Needs, may_enter

# Danger signs of these urgencies stand first on every page.
FIRST = ("today", "now")


class Gaps(TypedDict):
    """The family's own words, for the gaps of sentences: `%(name)s`, `%(poop)s`."""

    name: str
    poop: str
    Poop: str


class Envelope(TypedDict):
    """The id of a new entry, when it was, and when it was written down."""

    id: str
    at: datetime
    written_at: datetime


@dataclass(frozen=True)
class Visit:
    """Somebody at a page about a child, at a moment.

    page: the name of its address. children: all of the family, first ones first.
    """

    membership: Membership
    child: Child
    now: datetime
    page: str = ""
    children: tuple[Child, ...] = ()

    @property
    def is_made_up(self) -> bool:
        """Whether it is the made-up child, of whom nothing is kept."""
        return is_made_up(self.child.family_id)

    @cached_property
    def _known(self) -> advising.Known:
        return advising.known_of(self.child, self.now)

    @property
    def advice(self) -> method.SpokenAdvice:
        """Today's advice in the visitor's language; kept while nothing new is written."""
        return self._known.spoken(get_language() or "")

    @cached_property
    def clock(self) -> method.Clock:
        """The child's clock: of the advice if it was asked for, else one small query.

        Who only writes something down need not wait for advice that this very entry
        makes old.
        """
        asked = "_known" in self.__dict__
        return self._known.clock if asked else reading.clock_of(self.child)

    @property
    def rhythm(self) -> method.SpokenRhythm:
        """When it usually comes; kept like the advice."""
        rhythm = foreseeing.rhythm_of(self.child, self._known)
        return method.spoken_rhythm(rhythm, self.speaker)

    @cached_property
    def speaker(self) -> method.Speaker:
        """Who says the method's sentences in this family's words."""
        return self._known.speaker(get_language() or "")

    @property
    def one_at_a_time(self) -> bool:
        """Whether one step and one help at a time are enough for this child."""
        return method.Manner.ONE_AT_A_TIME in self.speaker.voice.manners

    @property
    def without_words(self) -> bool:
        """Whether this child shows rather than says what it wants."""
        return method.Manner.WITHOUT_WORDS in self.speaker.voice.manners

    @property
    def settings(self) -> method.lasting.Settings:
        """What the family chose."""
        return self._known.settings

    @property
    def today(self) -> date:
        """The child's day now."""
        return self.clock.day(self.now)

    @property
    def theme(self) -> str:
        """The face that follows the hour of the child."""
        return face_at(self.clock.local(self.advice.at))

    @cached_property
    def gaps(self) -> Gaps:
        """The family's own words."""
        own = self._known.settings.word
        word = str(WORD) if own is method.UNKNOWN else own
        capital = word[:1].upper() + word[1:]
        return Gaps(name=self.child.nickname, poop=word, Poop=capital)

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the family by the places that they wrote from, for `entry.by`."""
        return names_of(self.child.family_id)

    @property
    def may_write(self) -> bool:
        """Whether this visitor may write anything down."""
        return may_enter(self.membership.role, Needs.WRITE)

    @property
    def may_manage(self) -> bool:
        """Whether this visitor is a parent."""
        return may_enter(self.membership.role, Needs.MANAGE)

    def may(self, kind: str) -> May:
        """What this visitor may do with entries of a kind."""
        return may(self.membership.role, kind)

    @property
    def ways(self) -> Ways:
        """The doors of the house, as far as this visitor may go."""
        return ways_of(Visitor(self.membership.role, self.child, self.page))

    def frame(self, here: str) -> dict[str, Any]:
        """Give what every page about a child shows.

        here: the place that a page stands behind, if `diary/doors.py` does not name it.
        """
        visitor = Visitor(self.membership.role, self.child, self.page)
        return {
            "visit": self,
            "child": self.child,
            "ways": ways_of(visitor, here),
            "theme": self.theme,
            "may_write": self.may_write,
            "may_read_answers": May.READ in self.may("interview"),
            "words_now": next(iter(self.advice.moments), ""),
            "alerts": [alert for alert in self.advice.alerts if alert.urgency in FIRST],
            **self.gaps,
        }

    def address(self, page: str, *more: object, touched: str = "") -> str:
        """Give the address of a page about this child.

        touched: the id of the entry that was just written, so that the page says so.
        """
        address = reverse(page, args=[self.child.family_id, self.child.id, *more])
        return f"{address}?touched={touched}" if touched else address

    def to(self, page: str, *more: object, touched: str = "") -> HttpResponse:
        """Lead on to a page about this child; see `address`."""
        return redirect(self.address(page, *more, touched=touched))

    def envelope(self, posted: Mapping[str, str] = MappingProxyType({})) -> Envelope:
        """Give what an entry that is written down now begins with.

        posted: the form that brings it; sent twice, it makes one entry (`keys.id_in`).
        """
        return Envelope(id=keys.id_in(posted), at=self.now, written_at=self.now)

    def entry(self, entry_id: str) -> method.Entry:
        """Give an entry of this child that this visitor may see, or raise Http404."""
        return reading.entry(self.membership, self.child, entry_id)

    def write(self, *entries: method.Entry) -> writing.Written:
        """Write new entries down, or raise PermissionDenied; twice changes nothing."""
        with denied_if_refused():
            return writing.write(self.membership, self.child, entries)

    def change(self, entry: method.Entry) -> writing.Written:
        """Write a new version of an entry, or raise PermissionDenied."""
        with denied_if_refused():
            return writing.change(self.membership, self.child, entry)


def child_page(
    needs: Needs = Needs.LOOK, *, reads: str = "", writes: str = ""
) -> Callable[[View], View]:
    """Hand a view the visit, in place of the ids of family and child in its address.

    Who does not belong there finds nothing, as in `child_of`. reads, writes: a kind of
    entry; whose role may not do so with it is refused (403).
    """

    def closed(view: View) -> View:
        @wraps(view)
        def opened(
            request: HttpRequest, family_id: int, child_id: UUID, **more: Any
        ) -> HttpResponseBase:
            here = child_of(request, family_id, child_id, needs)
            page = request.resolver_match.url_name if request.resolver_match else ""
            visit = Visit(
                here.membership, here.child, timezone.now(), page or "", here.children
            )
            if reads and May.READ not in visit.may(reads):
                raise PermissionDenied
            if writes and May.WRITE not in visit.may(writes):
                raise PermissionDenied
            answer = view(request, visit, **more)
            if not visit.is_made_up:
                remember(request, answer, here.child)
            return answer

        return closed_to_others(opened, "child")

    return closed
