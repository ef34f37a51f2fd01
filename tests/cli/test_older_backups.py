"""A backup of every earlier state of the tables, and of each release, restores in the newest."""

from pathlib import Path

from tests.cli.conftest import House

RELEASES = Path(__file__).parent / "releases"
"""A small backup of each released version (docs/developing.md)."""

EACH_STATE = """
from pathlib import Path
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from stepstool.cli.house import exchange
from stepstool.web.backups import copies, place
from stepstool.web.families.models import Child, Membership, User

folder = Path(FOLDER)
connection.close()
for file in place.database_file().parent.glob("stepstool.sqlite3*"):
    file.unlink()

def in_order():
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    ours = {"families", "diary", "exchange", "shell"}
    return [(one.app_label, one.name) for one, _ in plan if one.app_label in ours]

order = in_order()
# The first tables of people and of the diary come first: a house has rows from then on.
order.sort(key=lambda one: one[1] != "0001_who" and one[0] != "diary")
made = []
for number, (app, name) in enumerate(order):
    call_command("migrate", app, name, verbosity=0)
    if (app, name) == ("diary", "0001_entries"):
        applied = MigrationExecutor(connection).loader.applied_migrations
        now = MigrationExecutor(connection).loader.project_state(list(applied)).apps
        user = now.get_model("families", "User").objects.create(
            username="anna", name="Anna", password="!", is_host=True)
        family = now.get_model("families", "Family").objects.create()
        now.get_model("families", "Membership").objects.create(
            family=family, user=user, role="parent", name="Anna")
        now.get_model("families", "Child").objects.create(
            family_id=family.pk, nickname="Mia", born="2022-03-01")
        now.get_model("diary", "Diary").objects.create(family=family)
    if made or (app, name) == ("diary", "0001_entries"):
        made.append(copies.write(folder / f"{number}-{app}.{name}"))
for file in [*made, *RELEASED]:
    exchange.exchange(Path(file))
    assert exchange.begin_again() >= 1, file
    assert User.objects.exists() and Membership.objects.exists(), file
    assert Child.objects.exists(), file
    print("restored", file)
"""


def test_a_backup_of_each_state_and_release_restores(
    house: House, tmp_path: Path
) -> None:
    released = sorted(str(file) for file in RELEASES.glob("*.sqlite3"))
    said = house(f"FOLDER = {str(tmp_path)!r}\nRELEASED = {released!r}\n{EACH_STATE}")
    assert said.count("restored ") >= 5 + len(released)
