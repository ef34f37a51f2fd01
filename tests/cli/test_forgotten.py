"""Forgotten is forgotten: no byte of the data folder holds what was removed or said before."""

from pathlib import Path

from tests.cli.conftest import House

# Each text stands nowhere else; some are so long that SQLite keeps them on pages of their own.
LIVED_IN = """
from dataclasses import replace
from datetime import timedelta
from django.utils import timezone
from stepstool import method
from stepstool.cli.house import tidying
from stepstool.web.diary import keys, reading, writing
from stepstool.web.families.households import open_family
from stepstool.web.families.models import User
from stepstool.web.families.one_family import within
from datetime import date
import time_machine

def a_note(words, n):
    text = f"{words} {n:03} " * (1 + 40 * (n % 10 == 0))
    return method.days.Note(id=keys.new_id(), at=timezone.now(), note=text)

anna = User.objects.create(username="anna", name="Anna")
opened = open_family(anna, "Mia", date(2022, 5, 1))
place, mia = opened.membership, opened.child
with within(mia.family_id):
    for n in range(300):
        gone, edited = a_note("removed words", n), a_note("edited words", n)
        writing.write(place, mia, [gone, edited, a_note("kept words", n)])
        writing.remove(place, mia, [gone.id])
        writing.change(place, mia, replace(edited, note=f"newer words {n:03}"))
with time_machine.travel(timezone.now() + timedelta(days=31)):
    print(tidying.tidy())
"""


def test_a_month_later_no_file_holds_what_was_removed_or_said_before(
    house: House, data: Path
) -> None:
    assert "removed=300, edited=300" in house(LIVED_IN)
    whole = b"".join(path.read_bytes() for path in data.glob("stepstool.sqlite3*"))
    left = {
        words: sum(f"{words} words {n:03}".encode() in whole for n in range(300))
        for words in ("removed", "edited", "kept", "newer")
    }
    assert left == {"removed": 0, "edited": 0, "kept": 300, "newer": 300}
