"""What `stepstool doctor` looks at before it opens the house: data folder, disk, settings, database.

What is inside is looked at in `cli/house/checkup_inside.py`.
"""

import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from django.core.exceptions import ImproperlyConfigured

from stepstool.cli import ground
from stepstool.web.shell import faults

MEGABYTE: Final = 1_000_000
# A backup and an update each write the whole database once more, and a little for the journal.
COPIES: Final = 3
LEAST_ROOM: Final = 200 * MEGABYTE
OTHERS: Final = 0o077  # what a mode lets other users do
PRIVATE: Final = ("secret-key", "*.sqlite3", f"{ground.BACKUPS}/*")


class CheckupRow(NamedTuple):
    """One thing that was looked at.

    words: how it is, or what to do.
    """

    about: str
    is_fine: bool
    words: str


def moment(at: datetime) -> str:
    """Give a moment as rows have it."""
    return f"{at:%Y-%m-%d %H:%M} UTC"


def data_folder(folder: Path) -> CheckupRow:
    """Look whether it is there, ours, and closed to other users."""
    about = "data folder"
    try:
        ground.refuse_folder(folder)
    except ground.GroundError as problem:
        return CheckupRow(about, False, str(problem))
    shown = sorted(file for names in PRIVATE for file in folder.glob(names))
    open_to_others = [file for file in shown if file.stat().st_mode & OTHERS]
    if open_to_others and folder.stat().st_mode & OTHERS:
        names = " ".join(str(file) for file in open_to_others)
        words = f"Other users of this machine may read diaries. Say: chmod 600 {names}"
        return CheckupRow(about, False, words)
    return CheckupRow(about, True, f"{folder} is there, and this user writes to it.")


def disk(folder: Path) -> CheckupRow:
    """Look whether a backup and an update find room."""
    file = folder / ground.DATABASE
    size = file.stat().st_size if file.is_file() else 0
    wanted, free = max(LEAST_ROOM, COPIES * size), shutil.disk_usage(folder).free
    room = f"{free / MEGABYTE:.0f} MB are free"
    if free < wanted:
        words = (
            f"Only {room}; a backup and an update want {wanted / MEGABYTE:.0f} MB."
            " Make room on that disk."
        )
        return CheckupRow("disk", False, words)
    if not os.statvfs(folder).f_favail and os.statvfs(folder).f_files:
        words = (
            "There is room, but for no more files (df -i). Delete some on that disk."
        )
        return CheckupRow("disk", False, words)
    return CheckupRow("disk", True, f"{room}.")


def database(folder: Path) -> CheckupRow:
    """Look whether it is whole, or whether PostgreSQL lets us in."""
    about = "database"
    try:
        if not ground.is_sqlite():
            ground.knock()
            return CheckupRow(about, True, "PostgreSQL lets us in.")
        ground.refuse_no_diary(folder)
        ground.look(folder / ground.DATABASE, ground.WHOLLY)
    except (ground.GroundError, ImproperlyConfigured) as problem:
        return CheckupRow(about, False, str(problem))
    return CheckupRow(about, True, "It reads from the first page to the last.")


def settings() -> CheckupRow:
    """Look whether the house could be set up with them."""
    try:
        ground.set_up()
    except (ImproperlyConfigured, OSError) as problem:
        words = faults.sentence_of(problem) or str(problem)
        return CheckupRow("settings", False, words)
    return CheckupRow("settings", True, "Each can be.")
