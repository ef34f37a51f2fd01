"""A backup of a whole house is restored from the welcome page of an empty one, while it runs."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from stepstool.web.backups import copies, filling, locked
from tests.cli.conftest import OPENED, House, python, surroundings

WORDS = "a snail in the garden"
FULL = """
from pathlib import Path
from stepstool.web.backups import copies
from stepstool.web.families.models import Family, User
from tests.web import cast
from tests.web.parting.full_house import fill
everybody = cast.gather()
User.objects.filter(name="Anna").update(is_host=True)
fill(everybody)
Family.objects.create().delete()  # its number is never another's
copies.write(Path(FILE))
print(cast.browser_of(everybody.nora.user).cookies["stepstool"].value)
"""
OLDER = """
from pathlib import Path
from django.core.management import call_command
from stepstool.web.backups import copies
from stepstool.web.diary.models import Diary
from stepstool.web.families.models import Family, User
User.objects.create_user("Anna", "three kind words", is_host=True)
Diary.objects.create(family=Family.objects.create())
for app, name in (("families", "0003"), ("exchange", "zero"), ("sessions", "zero")):
    call_command("migrate", app, name, verbosity=0)
copies.write(Path(FILE))
"""
PAGE = """
from html import unescape
from pathlib import Path
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from stepstool.web.families.models import Family, User

def browser():
    return Client(headers={"host": "localhost"})

def sent(file, **typed):
    raw = Path(file).read_bytes()
    fields = {"file": SimpleUploadedFile("house", raw), **typed}
    answer = browser().post("/restore/", fields)
    return answer.status_code, " ".join(unescape(answer.content.decode()).split())

def signed_in(name, password):
    typed = {"login": name, "password": password}
    return browser().post("/account/sign-in/", typed).status_code == 302
"""
# What begins anew, by table; everything else is as it was.
ANEW = {
    "diary_diary": {"epoch"},
    "families_invitation": {"revoked_at"},
    "families_sealedlink": {"ended_at", "locked"},
}


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data folder of a house in which nobody lives, made once."""
    data = tmp_path_factory.mktemp("empty") / "data"
    python(surroundings(data), "-c", OPENED).check_returncode()
    return data


@pytest.fixture(scope="session")
def full(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a backup of a house with two families, and the key of a session there."""
    room = tmp_path_factory.mktemp("full")
    shutil.copytree(empty, room / "data")
    deed = f"{OPENED}\nFILE = {str(room / 'backup')!r}\n{FULL}"
    done = python(surroundings(room / "data"), "-c", deed)
    assert done.returncode == 0, done.stderr
    return room / "backup", done.stdout.split()[-1]


@pytest.fixture
def visit(empty: Path, data: Path, house: House) -> House:
    """Return what does something with the page of an empty house, and what it printed."""
    shutil.copytree(empty, data)
    return lambda deed: house(PAGE + deed)


def rows(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Read all tables, without the columns that begin anew."""
    with closing(sqlite3.connect(file)) as database:
        schema = "SELECT name FROM sqlite_schema WHERE type = 'table'"
        return {
            table: _rows(database, table)
            for (table,) in database.execute(schema).fetchall()
        }


def _rows(database: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    info = database.execute(f"PRAGMA table_info({table})")
    names = [row[1] for row in info if row[1] not in ANEW.get(table, ())]
    columns = ", ".join(f'"{name}"' for name in names)
    read = database.execute(f"SELECT {columns} FROM {table}")
    return sorted(read.fetchall(), key=repr)


def epochs(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as database:
        return {row[0] for row in database.execute("SELECT epoch FROM diary_diary")}


def test_every_row_comes_back_and_everybody_signs_in(
    visit: House, full: tuple[Path, str], data: Path
) -> None:
    backup, session = full
    first = visit(f"""
status, text = sent({str(backup)!r})
assert status == 200, text
assert "Your house is back: 2 families. Sign in with your own name" in text
""")
    assert first == ""
    was, here = rows(backup), rows(data / "stepstool.sqlite3")
    numbers = [
        {row for row in tables.pop("sqlite_sequence") if row[0] not in filling.STAYS}
        for tables in (was, here)
    ]
    assert numbers[0] == numbers[1]
    assert was.keys() == here.keys()
    for table in was.keys() - filling.STAYS:
        assert here[table] == was[table], table
    assert not any(here[table] for table in copies.LEFT_OUT)
    filled = {table for table, some in here.items() if some}
    assert {"mfa_authenticator", "families_membership", "diary_storedentry"} <= filled
    assert epochs(backup).isdisjoint(epochs(data / "stepstool.sqlite3"))
    (data / ".backup-cut-off").mkdir()  # which the next start takes away
    visit(f"""
from stepstool.web.families.models import Invitation, SealedLink
assert not Invitation.objects.filter(used_at=None, revoked_at=None).exists()
assert not SealedLink.objects.filter(ended_at=None).exists()
assert signed_in("Nora", "three kind words") and signed_in("Ben", "three kind words")
assert not signed_in("Nora", "four kind words")
old = browser()
old.cookies["stepstool"] = {session!r}
assert old.get("/").status_code == 200  # the welcome page, as for any stranger
assert sent({str(backup)!r})[0] == 403
""")
    assert not list(data.glob(".backup-*"))


def test_a_locked_backup_wants_its_pass_phrase(
    visit: House, full: tuple[Path, str], data: Path, tmp_path: Path
) -> None:
    file = tmp_path / "backup.age"
    locked.lock_file(full[0], file, WORDS)
    visit(f"""
status, text = sent({str(file)!r})
assert status == 422 and "This backup is locked. Type its pass phrase." in text, text
status, text = sent({str(file)!r}, pass_phrase="a slug in the garden")
assert status == 422 and "not the pass phrase of this backup. Nothing was changed." in text, text
assert not list(Path({str(data)!r}).glob(".backup-*"))
status, text = sent({str(file)!r}, pass_phrase={WORDS!r})
assert status == 200 and Family.objects.count() == 2, text
""")
    assert not list(data.glob(".backup-*"))


def _changed(*statements: str) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        with closing(sqlite3.connect(file)) as database:
            for statement in statements:
                database.execute(statement)
            database.commit()

    return change


NO_BACKUP = "The file is not a Stepstool backup"
REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "random bytes": (
        lambda file: file.write_bytes(bytes(range(256)) * 40),
        "This is no diary of Stepstool. Nothing was changed.",
    ),
    "another program's": (
        lambda file: (file.unlink(), _changed("CREATE TABLE tunes (name)")(file)),
        NO_BACKUP,
    ),
    "half of one": (
        lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
        NO_BACKUP,
    ),
    "a newer one": (
        _changed(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('diary', '9999_tomorrow', '2030-01-01')"
        ),
        "from a newer Stepstool (it has diary.9999_tomorrow). Update Stepstool first.",
    ),
    "one without people": (
        _changed("PRAGMA foreign_keys = OFF", "DELETE FROM families_family"),
        "The backup is damaged: its rows do not fit. Use another backup.",
    ),
    "one without a table": (
        _changed("DROP TABLE families_recoverycode"),
        "The backup is damaged: its rows do not fit. Use another backup.",
    ),
    "one that acts": (
        _changed(
            "CREATE TRIGGER more AFTER UPDATE ON families_user BEGIN SELECT 1; END"
        ),
        "no backup of Stepstool. Use another one.",
    ),
    "one of PostgreSQL": (
        lambda file: file.write_bytes(b"PGDMP and more"),
        "with the command: stepstool restore FILE.",
    ),
}


def test_what_cannot_be_restored_is_refused_with_its_cure(
    visit: House, full: tuple[Path, str], data: Path, tmp_path: Path
) -> None:
    tries = []
    for number, (change, sentence) in enumerate(REFUSED.values()):
        file = tmp_path / str(number)
        shutil.copy(full[0], file)
        change(file)
        tries.append((str(file), sentence))
    visit(f"""
import json
for file, sentence in {tries!r}:
    status, text = sent(file, name="Zoe", password="three kind words")
    assert (status, sentence in text) == (422, True), (sentence, text)
    assert not User.objects.exists() and not Family.objects.exists(), sentence
diary = {{"format": "stepstool-diary", "version": 1, "people": {{}}, "history": [],
         "child": {{"born": "2022-05", "name": "Mia"}}, "entries": []}}
Path({str(tmp_path / "mia")!r}).write_text(json.dumps(diary))
status, text = sent({str(tmp_path / "mia")!r})
assert status == 422 and text.count("A diary needs this, to be yours.") == 2, text
status, _ = sent({str(tmp_path / "mia")!r}, name="Zoe", password="three kind words")
assert status == 302 and User.objects.get().name == "Zoe"
""")
    assert not list(data.glob(".backup-*"))


def test_of_two_at_once_one_restores_it(visit: House, full: tuple[Path, str]) -> None:
    """Both have looked that nobody lives here before either writes."""
    visit(f"""
import threading
from stepstool.web.backups import filling
ready, take_over, answers = threading.Barrier(2), filling._take_over, []

def together(copy):
    ready.wait()
    return take_over(copy)

filling._take_over = together
both = [threading.Thread(target=lambda: answers.append(sent({str(full[0])!r})[0])) for _ in "12"]
for one in both:
    one.start()
for one in both:
    one.join()
assert sorted(answers) == [200, 403], answers
assert Family.objects.count() == 2
""")


def test_an_older_backup_is_brought_to_the_tables_of_today(
    visit: House, empty: Path, tmp_path: Path
) -> None:
    shutil.copytree(empty, tmp_path / "older")
    file = str(tmp_path / "older-backup")
    deed = f"{OPENED}\nFILE = {file!r}\n{OLDER}"
    done = python(surroundings(tmp_path / "older"), "-c", deed)
    assert done.returncode == 0, done.stderr
    visit(f"""
status, text = sent({file!r})
assert status == 200 and "Your house is back: 1 family." in text, text
assert signed_in("Anna", "three kind words")
""")
