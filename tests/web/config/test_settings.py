"""Settings: nonsense is refused with a sentence that names the variable and the cure."""

import sqlite3
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.exceptions import ImproperlyConfigured

from stepstool.web.config import databases, environment, hosts


@pytest.mark.parametrize("given", ["1", "true", "YES", " on "])
def test_a_switch_is_on(given: str) -> None:
    assert environment.flag("STEPSTOOL_DEBUG", {"STEPSTOOL_DEBUG": given})


def test_a_switch_is_off_unless_set() -> None:
    assert not environment.flag("STEPSTOOL_DEBUG", {})


def test_a_switch_is_on_or_off() -> None:
    with pytest.raises(
        ImproperlyConfigured, match=r"STEPSTOOL_DEBUG .*Set it to 1 or 0"
    ):
        environment.flag("STEPSTOOL_DEBUG", {"STEPSTOOL_DEBUG": "perhaps"})


def test_the_first_choice_holds_when_nothing_is_set() -> None:
    assert environment.choice("STEPSTOOL_SIGNUP", ("first", "open"), {}) == "first"


def test_a_choice_is_one_of_those_there_are() -> None:
    with pytest.raises(ImproperlyConfigured, match="one of: first, open"):
        environment.choice("S", ("first", "open"), {"S": "closed"})


@pytest.mark.parametrize("given", ["-1", "10", "two", "²"])
def test_a_number_is_within_its_range(given: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="from 0 to 9"):
        environment.number("STEPSTOOL_PROXIES", 0, 9, {"STEPSTOOL_PROXIES": given})


def test_a_list_is_split_by_commas() -> None:
    assert environment.words("H", {"H": "a.example, b.example,"}) == [
        "a.example",
        "b.example",
    ]


def test_the_data_folder_is_made(tmp_path: Path) -> None:
    wanted = tmp_path / "house" / "data"
    assert environment.folder("D", "x", {"D": str(wanted)}) == wanted
    assert wanted.is_dir()


def test_a_data_folder_that_cannot_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ImproperlyConfigured, match="Name a folder"):
        environment.folder("D", "x", {"D": str(tmp_path / "file" / "data")})


def test_a_secret_is_made_once_and_for_its_user_only(tmp_path: Path) -> None:
    path = tmp_path / "secret-key"
    assert environment.secret_key(path) == environment.secret_key(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_an_empty_secret_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret-key"
    path.touch()
    with pytest.raises(ImproperlyConfigured, match="Delete it"):
        environment.secret_key(path)


def test_two_processes_that_start_at_once_share_the_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "secret-key"
    first = environment.secret_key(path)
    seen = iter([False])
    monkeypatch.setattr(Path, "exists", lambda self: next(seen))
    assert environment.secret_key(path) == first


def test_without_an_address_it_is_sqlite(tmp_path: Path) -> None:
    assert databases.database("", tmp_path)["NAME"] == tmp_path / "stepstool.sqlite3"


def test_an_address_leads_to_postgresql(tmp_path: Path) -> None:
    found = databases.database(
        "postgres://me:p%40ss@db:5433/house?sslmode=require", tmp_path
    )
    wanted = {
        "NAME": "house",
        "USER": "me",
        "PASSWORD": "p@ss",
        "HOST": "db",
        "PORT": "5433",
        "OPTIONS": {"connect_timeout": "10", "sslmode": "require"},
    }
    assert wanted.items() <= found.items()


def test_a_socket_is_a_host_too(tmp_path: Path) -> None:
    found = databases.database("postgres:///house?host=/run/postgresql", tmp_path)
    assert found["HOST"] == "/run/postgresql"


@pytest.mark.parametrize(
    "address", ["mysql://db/house", "postgres://db/", "house", "postgres://db:x/house"]
)
def test_another_address_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="STEPSTOOL_DATABASE_URL"):
        databases.database(address, tmp_path)


def test_the_owner_has_an_address_of_its_own() -> None:
    pages = "postgres://pages@db/house"
    assert databases.owner("", pages) == {}
    assert (
        databases.owner("postgres://stepstool@db/house", pages)["USER"] == "stepstool"
    )
    with pytest.raises(ImproperlyConfigured, match="STEPSTOOL_DATABASE_OWNER_URL"):
        databases.owner("sqlite:///house", pages)


def test_a_house_on_postgresql_takes_the_family_along(tmp_path: Path) -> None:
    house = databases.database("postgres://stepstool_pages@db/house", tmp_path)
    assert house["ENGINE"] == "stepstool.web.config.family_postgresql"
    assert house["DISABLE_SERVER_SIDE_CURSORS"] is True


def test_alone_the_house_answers_to_this_machine() -> None:
    assert hosts.allowed_hosts([], "") == ["localhost", "127.0.0.1", "[::1]"]


def test_named_hosts_come_beside_this_machine() -> None:
    assert "potty.example" in hosts.allowed_hosts(["potty.example"], "0.0.0.0")


def test_an_address_of_this_machine_is_answered_to() -> None:
    assert "192.168.1.5" in hosts.allowed_hosts([], "192.168.1.5")


def test_opened_to_the_home_the_house_answers_to_its_own_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hosts.socket, "gethostname", lambda: "Cottage")
    monkeypatch.setattr(hosts, "own_address", lambda: ["192.168.1.5"])
    found = hosts.allowed_hosts([], "0.0.0.0")
    assert {"cottage", "cottage.local", "192.168.1.5"} <= set(found)


def test_a_link_for_others_has_the_address_of_this_machine_at_home(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hosts, "own_address", lambda: ["192.168.1.5"])
    assert hosts.elsewhere([], "0.0.0.0")["localhost"] == "192.168.1.5"
    assert hosts.elsewhere([], "192.168.1.7")["127.0.0.1"] == "192.168.1.7"


@pytest.mark.parametrize(
    ("named", "host"),
    [([], ""), ([], "127.0.0.1"), (["diary.example"], "0.0.0.0"), ([], "0.0.0.0")],
)
def test_a_link_for_others_is_not_made_up(
    named: list[str], host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hosts, "own_address", list)
    assert set(hosts.elsewhere(named, host).values()) == {""}


@pytest.mark.parametrize(
    ("own", "is_sound"), [((3, 51, 3), True), ((3, 51, 2), False)], ids=str
)
def test_the_first_sound_sqlite_is_kept_and_the_last_unsound_one_is_not(
    monkeypatch: pytest.MonkeyPatch, own: tuple[int, int, int], is_sound: bool
) -> None:
    wheel = SimpleNamespace(sqlite_version_info=(3, 52, 0))
    wheel.dbapi2 = wheel
    monkeypatch.setattr(databases.sqlite3, "sqlite_version_info", own)
    for name, module in (("sqlite3", sqlite3), ("pysqlite3", wheel)):
        monkeypatch.setitem(sys.modules, name, module)
        monkeypatch.setitem(sys.modules, f"{name}.dbapi2", module)
    databases.use_sound_sqlite()
    assert (sys.modules["sqlite3"] is sqlite3) is is_sound


def test_an_owner_of_tables_without_a_postgresql_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="Set both, or leave both out"):
        databases.owner("postgres://stepstool@db/house", "")
