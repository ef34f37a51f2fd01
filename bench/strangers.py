"""What the most that is let in costs, and how long others wait meanwhile.

    python bench/strangers.py [--share 1.0]

The most rows of a tracker's file are read, written, taken back and brought back as the pages do
it, and a diary of as many entries as 20 MB hold is restored; each in a process of its own, on
SQLite. Another process takes the write lock again and again, and says how long it had to wait.
Figures: seconds of CPU, megabytes beyond what the process held, the longest wait in seconds.
`calibration_ms` is a fixed Python loop on the same machine.
"""

import argparse
import json
import os
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from calibration import calibration
from needs import need

need("stepstool", "django")

from served import set_up_django

HEADING = "Type,Start,End,Duration,Start Condition,Start Location,End Condition,Notes"
BEGIN = datetime(2016, 1, 1, tzinfo=UTC)
NOTE = "x" * 290
BATCH = "strangers"


def main() -> None:
    """Measure each deed in its own process, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--share", type=float, default=1.0, help="of the most")
    share = parser.parse_args().share
    figures: dict[str, Any] = {"calibration_ms": calibration(), "share": share}
    with tempfile.TemporaryDirectory(prefix="stepstool-bench-") as folder:
        os.environ["STEPSTOOL_DATA"] = folder
        _alone(_prepare)
        for deed in (read, write, take_back, bring_back, restore):
            figures[deed.__name__] = _alone(_measured, deed.__name__, share)
    print(json.dumps(figures, indent=1))


def read(share: float) -> None:
    """Read the file of a tracker."""
    from stepstool import trackers

    trackers.read(_rows(share), "Europe/London", "mia")


def write(share: float) -> None:
    """Write it, a stretch after another."""
    from stepstool import trackers
    from stepstool.web.diary import writing

    entries = trackers.read(_rows(share), "Europe/London", "mia").entries
    for start in range(0, len(entries), writing.A_STRETCH):
        stretch = entries[start : start + writing.A_STRETCH]
        writing.write(*_who(), stretch, batch=BATCH)


def take_back(_share: float) -> None:
    """Take back what it brought."""
    from stepstool.web.diary import writing

    writing.take_back(*_who(), BATCH)


def bring_back(_share: float) -> None:
    """Bring it back."""
    from stepstool.web.diary import writing

    writing.bring_back(*_who(), BATCH)


def restore(share: float) -> None:
    """Restore a diary."""
    from stepstool import method, trackers
    from stepstool.web.diary import whole
    from stepstool.web.families.models import User

    diary = method.read_diary(trackers.decoded(_diary(share)), trackers.MOST_ENTRIES)
    whole.restore(User.objects.create_user("restored", "x"), diary)


DEEDS: dict[str, Callable[[float], None]] = {
    deed.__name__: deed for deed in (read, write, take_back, bring_back, restore)
}


def _rows(share: float) -> bytes:
    from stepstool import trackers

    rows = (
        f"Diaper,{BEGIN + timedelta(minutes=100 * n):%Y-%m-%d %H:%M},,brown,Pebbles,,"
        f"Poo:small,{n} {NOTE}\n"
        for n in range(int(trackers.MOST_ROWS * share) - 1)
    )
    return f"{HEADING}\n{''.join(rows)}".encode()


def _diary(share: float) -> bytes:
    entry = {
        "kind": "poop",
        "version": 1,
        "device": "house",
        "written_at": BEGIN.isoformat(),
        "data": {"bristol": 4, "place": "diaper"},
    }
    lines = ",\n".join(
        json.dumps(
            entry
            | {"id": f"{n:036}", "at": (BEGIN + timedelta(minutes=50 * n)).isoformat()}
        )
        for n in range(int(90_000 * share))
    )
    child = '{"name": "Mia", "born": "2022-05"}'
    return f'{{"child": {child}, "entries": [\n{lines}\n]}}'.encode()


def _who() -> tuple[Any, Any]:
    from stepstool.web.families.models import Child, Membership

    membership = Membership.objects.earliest("pk")
    return membership, Child.objects.get(family_id=membership.family_id)


def _prepare() -> None:
    set_up_django()
    from django.core.management import call_command
    from family import family_with

    call_command("migrate", verbosity=0)
    family_with(10)


def _measured(name: str, share: float) -> dict[str, float]:
    set_up_django()
    from django.db import connection

    connection.ensure_connection()
    context = get_context("spawn")
    done, waits = context.Event(), context.Queue()
    file = str(connection.settings_dict["NAME"])
    waiting = context.Process(target=_waits, args=(file, done, waits))
    waiting.start()
    waits.get()
    before, begun = _peak(), time.process_time()
    DEEDS[name](share)
    cpu, grown = time.process_time() - begun, _peak() - before
    done.set()
    longest = waits.get()
    waiting.join()
    return {
        "cpu_s": round(cpu, 1),
        "memory_mb": round(grown),
        "longest_wait_s": round(longest, 2),
    }


def _waits(file: str, done: Any, waits: Any) -> None:
    """Take the write lock every now and then; say that it began, and the longest wait."""
    database, longest = sqlite3.connect(file, timeout=120, isolation_level=None), 0.0
    waits.put(0)
    while not done.is_set():
        begun = time.monotonic()
        database.execute("BEGIN IMMEDIATE")
        database.execute("COMMIT")
        longest = max(longest, time.monotonic() - begun)
        time.sleep(0.02)
    waits.put(longest)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _alone(do: Callable[..., Any], *told: object) -> Any:
    """Do it in a process that holds nothing yet."""
    context = get_context("spawn")
    answers = context.Queue()
    process = context.Process(target=_answering, args=(answers, do, *told))
    process.start()
    answer = answers.get()
    process.join()
    return answer


def _answering(answers: Any, do: Callable[..., Any], *told: object) -> None:
    answers.put(do(*told))


if __name__ == "__main__":
    main()
