"""The whole diary as a file to take along."""

import re
import unicodedata

from django.http import HttpResponse
from django.utils import timezone

from stepstool import method
from stepstool.web.diary.reading import child_of_method, everything
from stepstool.web.families.models import Child


def diary_file(child: Child) -> HttpResponse:
    """Give a child's diary as a download."""
    diary = method.DiaryFile(
        child=child_of_method(child), entries=tuple(everything(child))
    )
    answer = HttpResponse(method.write_diary(diary), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{_name(child)}"'
    return answer


def _name(child: Child) -> str:
    """Name the file in letters that every computer can write."""
    letters = unicodedata.normalize("NFKD", child.nickname).encode("ascii", "ignore")
    plain = re.sub(r"[^a-z0-9]+", "-", letters.decode().lower()).strip("-")
    day = timezone.now().date().isoformat()
    return "-".join(each for each in ("stepstool", plain, day) if each) + ".json"
