"""What all web tests share: the cast, the guard on family tables, quick settings."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from tests.web import cast as named
from tests.web import pseudo as pseudo_language
from tests.web import roles
from tests.web.guard import guarded


@pytest.fixture(scope="session", autouse=True)
def database_file(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Put SQLite's test database into a file, where threads meet as they do in earnest."""
    if connection.vendor == "sqlite":
        folder = tmp_path_factory.mktemp("database")
        test = {**connection.settings_dict["TEST"], "NAME": folder / "test.sqlite3"}
        connection.settings_dict["TEST"] = test


@pytest.fixture(scope="session")
def django_db_setup(
    made_by_owner: None, django_db_setup: None, django_db_blocker: Any
) -> Iterator[None]:
    """Make the tests' database; on PostgreSQL as its owner, and then be the pages' role."""
    with roles.as_pages(django_db_blocker):
        yield


@pytest.fixture(scope="session")
def made_by_owner() -> Iterator[None]:
    """Be the owner while the database is made, and when it goes; see tests/web/roles.py."""
    with roles.as_owner():
        yield


@pytest.fixture(scope="session")
def static_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder into which nothing was collected."""
    return tmp_path_factory.mktemp("static")


@pytest.fixture(autouse=True)
def quick_settings(settings: Any, static_folder: Path) -> None:
    """Hash passwords quickly, and serve static files without collecting them."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = copy.deepcopy(settings.STORAGES) | {
        "staticfiles": {"BACKEND": plain}
    }
    settings.STATIC_ROOT = static_folder


@pytest.fixture(autouse=True)
def guard(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail any query on a family table that does not name the family."""
    for emptied_after in {"transactional_db", "live_server"} & set(
        request.fixturenames
    ):
        request.getfixturevalue(emptied_after)  # so that the guard goes home first
    with guarded():
        yield


@pytest.fixture
def cast(db: None) -> named.Cast:
    """Give everybody; see tests/web/cast.py."""
    return named.gather()


@pytest.fixture
def committed_cast(transactional_db: None) -> named.Cast:
    """Give everybody, committed, for tests with connections or commits of their own."""
    return named.gather()


@pytest.fixture(scope="session")
def place_of_languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a place with the folders of two languages; see tests/web/pseudo.py."""
    place = tmp_path_factory.mktemp("locale")
    pseudo_language.make(place)
    return place


@pytest.fixture
def pseudo(settings: Any, place_of_languages: Path) -> Iterator[str]:
    """Let the house speak a made-up language, long and from right to left.

    Ask for a page in it with `headers={"accept-language": pseudo}`.
    """
    with pseudo_language.spoken(settings, place_of_languages) as code:
        yield code


@pytest.fixture
def visitor(db: None) -> Client:
    """Give a browser in which nobody is signed in."""
    return Client()
