"""Links of invitations, shown once to who made them."""

from django.http import HttpRequest
from django.urls import reverse

from stepstool.web.families.invitations import NewInvitation

IN_SESSION = "new_invitation"


def keep_to_show(request: HttpRequest, new: NewInvitation) -> None:
    """Keep the link of a new invitation for the next page."""
    link = request.build_absolute_uri(reverse("invitation", args=[new.token]))
    request.session[IN_SESSION] = {"address": link, "name": new.invitation.name}


def shown_once(request: HttpRequest) -> dict[str, str] | None:
    """Give the link that the page before made, and forget it."""
    link: dict[str, str] | None = request.session.pop(IN_SESSION, None)
    return link
