"""Bringing database and static files to what this version needs."""

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from stepstool import method
from stepstool.cli.house import copies, owner, place, tidying
from stepstool.web.shell import staticfiles


def prepare() -> None:
    """Back up and migrate if need be; forget ended sessions and what was removed long ago; collect static files."""
    with owner.as_owner():
        if is_behind():
            owner.is_wanted()
            if MigrationRecorder(connection).applied_migrations():
                backup = copies.write(place.new_backup("-before-migration"))
                print(f"Backed up to {backup}.", flush=True)
            print("Preparing the database …", flush=True)
            migrate()
        owner.close_tables()
    tidying.tidy()
    staticfiles.collect()
    connection.close()


def speak() -> None:
    """Read all sentences once. Raises NotCompiledError, before a family meets it."""
    for code, _ in settings.LANGUAGES:
        method.language(code)


def is_behind() -> bool:
    """Say whether a migration is pending."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate() -> None:
    """Bring all tables to this version."""
    call_command("migrate", verbosity=0, interactive=False)
