"""Looking around: the pages of the made-up child are open to all, and keep nothing."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from stepstool.web.families import made_up
from stepstool.web.families.access import SAFE, View
from stepstool.web.shell.middleware import SignInFirst, page_before


class OpenToLook(SignInFirst):
    """Sends strangers to the door, but for who looks at the made-up child."""

    def process_view(
        self,
        request: HttpRequest,
        view_func: View,
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        """Let its pages answer, and answer in their place what is sent to them."""
        if not _is_looked_at(view_kwargs):
            return super().process_view(request, view_func, view_args, view_kwargs)
        if request.method in SAFE:
            return None
        shown = {"back": page_before(request), "name": made_up.NAME}
        return render(request, "diary/not_kept.html", shown)


def _is_looked_at(about: Mapping[str, Any]) -> bool:
    return (
        made_up.is_made_up(about.get("family_id"))
        and about.get("child_id") == made_up.CHILD
    )
