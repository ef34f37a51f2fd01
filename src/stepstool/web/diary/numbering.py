"""The epoch of diaries: begun anew when a backup is restored."""

import uuid

from stepstool.web.diary.models import Diary


def new_epochs() -> None:
    """Begin a new epoch of every diary, so that devices send again what they hold.

    Call it after a backup was restored: numbers given since then are given again. The
    same epoch may serve all, since it is only ever compared within a family.
    """
    Diary.objects.update(epoch=uuid.uuid4())
