"""What the pages of bringing in show, as values and sentences."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stepstool import trackers
from stepstool.web.diary.visit import Visit
from stepstool.web.exchange import arrivals, kinds
from stepstool.web.exchange.forms import ReadingForm
from stepstool.web.exchange.looking import (
    LookInside,
    OpenQuestionError,
    formats_known,
    here_before,
    reason_said,
)
from stepstool.web.exchange.models import Import


class Earlier(NamedTuple):
    """One import that was."""

    id: UUID
    title: str
    on: datetime
    says: str


def arrival_page(visit: Visit) -> dict[str, Any]:
    """Give what the page with the place for a file shows."""
    child = visit.child
    begun = Import.objects.filter(
        family_id=child.family_id, child_id=child.id, begun_at__isnull=False
    )
    return visit.frame("import") | {
        "largest": arrivals.LARGEST,
        "formats": formats_known(),
        "earlier": [
            _earlier(visit, arrived) for arrived in begun.order_by("-begun_at")
        ],
        "empty": visit.advice.last_at is None,
    }


def preview_page(
    visit: Visit, arrived: Import, look: LookInside, form: ReadingForm
) -> dict[str, Any]:
    """Give what is in a file: how many, from when to when, and what is left over."""
    here = here_before(visit.child, look)
    return visit.frame("import") | {
        "title": _("This is a file of %(app)s.") % {"app": look.source},
        "arrived": arrived,
        "look": look,
        "form": form,
        "span": _span(visit, look),
        "counts": kinds.counts_of(look.entries),
        "nothing_new": here == len(look.entries),
        "here_before": _here_before(here, len(look.entries)),
        "as_read": [("zone", look.reading.zone), *look.reading.answers.items()],
        **_leftovers(look.content),
    }


def _leftovers(reading: trackers.Reading) -> dict[str, Any]:
    """Give what is left over: rows not understood, in part or whole, and not wanted."""
    strange = sum(pile.count for pile in reading.not_understood)
    half = sum(pile.count for pile in reading.half_understood)
    unwanted = sum(reading.left_out.values())
    return {
        "piles": [
            (_strange(strange), [_pile(pile) for pile in reading.not_understood]),
            (_half(half), [_pile(pile) for pile in reading.half_understood]),
        ],
        "left_out": [f"{what}: {count}" for what, count in reading.left_out.items()],
        "left_out_said": _left_out(unwanted),
        "formulas": _formulas(reading.formulas),
        "other_files": reading.other_files,
    }


def _pile(pile: trackers.Pile) -> dict[str, Any]:
    return {"says": f"{pile.count}: {reason_said(pile)}", "examples": pile.examples}


def question_page(
    visit: Visit, arrived: Import, form: ReadingForm, question: OpenQuestionError
) -> dict[str, Any]:
    """Give the one question that the file leaves open."""
    return visit.frame("import") | {
        "title": _("One question first"),
        "says": question.says,
        "arrived": arrived,
        "form": form,
        "asks": form[question.name],
    }


def progress_page(visit: Visit, arrived: Import) -> dict[str, Any]:
    """Give how far an import is."""
    counted = _("%(entries)s so far.") % {"entries": kinds.entries_said(arrived.place)}
    return visit.frame("import") | {"arrived": arrived, "said": counted}


def done_page(visit: Visit, arrived: Import) -> dict[str, Any]:
    """Give what an import brought."""
    return visit.frame("import") | {
        "arrived": arrived,
        "title": _title(arrived),
        "here_before": _here_before(arrived.here_before),
        "from": _("From %(app)s, as %(file)s, read as written in %(zone)s.")
        % {"app": arrived.source, "file": arrived.file_name, "zone": arrived.zone},
    }


def _title(arrived: Import) -> str:
    counted = kinds.entries_said(arrived.added)
    if arrived.taken_back_at:
        return _("%(entries)s, taken back.") % {"entries": counted}
    return _("%(entries)s brought in.") % {"entries": counted}


def _earlier(visit: Visit, arrived: Import) -> Earlier:
    done = arrived.done_at is not None
    return Earlier(
        id=arrived.id,
        title=arrived.source,
        on=visit.clock.local(arrived.begun_at or arrived.received_at),
        says=_title(arrived) if done else _("Not finished: tap to go on."),
    )


def _span(visit: Visit, look: LookInside) -> str:
    if not look.entries:
        return _("There is nothing in it that we can bring in.")
    moments = [entry.at for entry in look.entries]
    first, last = (
        date_format(visit.clock.local(moment), "j F Y")
        for moment in (min(moments), max(moments))
    )
    return _("From %(first)s to %(last)s:") % {"first": first, "last": last}


def _here_before(number: int, of: int = 0) -> str:
    if number and number == of:
        return _("All of it is here already.")
    words = ngettext(
        "%d of them was here already; it stays as it is.",
        "%d of them were here already; they stay as they are.",
        number,
    )
    return words % number if number else ""


def _strange(number: int) -> str:
    words = ngettext("%d row not understood", "%d rows not understood", number)
    return words % number


def _half(number: int) -> str:
    words = ngettext(
        "%d entry understood in part", "%d entries understood in part", number
    )
    return words % number


def _formulas(number: int) -> str:
    words = ngettext(
        "%d cell looks like a formula; we keep it as plain text.",
        "%d cells look like formulas; we keep them as plain text.",
        number,
    )
    return words % number if number else ""


def _left_out(number: int) -> str:
    words = ngettext("%d row left out", "%d rows left out", number)
    return words % number
