"""What was ordered or given, written down once, even if a thumb taps twice."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from stepstool import method
from stepstool.web.diary.visit import Visit


def write_down(visit: Visit, entry: method.Entry) -> HttpResponse:
    """Write it and lead back to the medicine, or raise PermissionDenied."""
    visit.write(entry)
    return to_medicine(visit, entry.id)


def rewrite(visit: Visit, entry: method.Entry) -> HttpResponse:
    """Write its new version and lead back, or raise PermissionDenied."""
    visit.change(entry)
    return to_medicine(visit, entry.id)


def to_medicine(visit: Visit, entry_id: str) -> HttpResponse:
    """Lead to the medicine, which shows what was just done, with its Undo."""
    address = reverse("medicine", args=[visit.child.family_id, visit.child.id])
    return redirect(f"{address}?touched={entry_id}")
