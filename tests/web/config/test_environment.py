"""The settings as a whole, each time in a process of its own."""

import ast
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from stepstool.web.config import environment
from stepstool.web.config.databases import SOUND_SQLITE


def told(data: Path, code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line of Python under these settings and no others."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("STEPSTOOL_", "DJANGO_", "HOST"))
    }
    return subprocess.run(
        [sys.executable, "-c", f"from stepstool.web.config import settings; {code}"],
        env={**kept, "STEPSTOOL_DATA": str(data), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "nonsense"),
    [
        ("STEPSTOOL_SIGNUP", "closed"),
        ("STEPSTOOL_DEBUG", "perhaps"),
        ("STEPSTOOL_PROXIES", "many"),
        ("STEPSTOOL_BACKUP", "hourly"),
        ("STEPSTOOL_BACKUP_AT", "half past three"),
        ("STEPSTOOL_BACKUP_AT", "24:00"),
        ("STEPSTOOL_BACKUP_TO", "ftp://disk"),
        ("STEPSTOOL_BACKUP_PASSPHRASE", "short"),
        ("STEPSTOOL_DATABASE_URL", "mysql://db/house"),
        ("STEPSTOOL_LOG", "xml"),
        ("STEPSTOOL_METRICS", "9101"),
        ("STEPSTOOL_METRICS", "0.0.0.0:9101"),
        ("STEPSTOOL_METRICS", "192.168.1.20:9101"),
        ("STEPSTOOL_METRICS", "127.0.0.1:many"),
        ("STEPSTOOL_LOG_REQUESTS", "some"),
        ("STEPSTOOL_PATH", "stepstool"),
        ("STEPSTOOL_PATH", "/step stool"),
        ("STEPSTOOL_PATH", "/../stool"),
        ("STEPSTOOL_PATH", "https://home.example/stool"),
        ("STEPSTOOL_HELP_LINES", "Parent line"),
        ("STEPSTOOL_HELP_LINES", "=116 117"),
        ("STEPSTOOL_HELP_LINES", "Parent line=call us"),
    ],
)
def test_nonsense_is_refused_by_name(tmp_path: Path, name: str, nonsense: str) -> None:
    result = told(tmp_path, "pass", **{name: nonsense})
    last = result.stderr.strip().splitlines()[-1]
    assert result.returncode != 0
    assert name in last


def test_a_house_at_home_needs_nothing_set(tmp_path: Path) -> None:
    wanted = "settings.DEBUG, settings.STEPSTOOL_SIGNUP, settings.SESSION_COOKIE_SECURE"
    result = told(tmp_path, f"print({wanted})")
    assert result.stdout.split() == ["False", "first", "False"]
    assert (tmp_path / "secret-key").exists()


@pytest.mark.parametrize(
    ("path", "read"),
    [("", "None /static/"), ("/", "None /static/"), ("/a/b/", "/a/b /a/b/static/")],
)
def test_a_path_that_the_house_stands_below_is_read(
    tmp_path: Path, path: str, read: str
) -> None:
    wanted = "print(settings.FORCE_SCRIPT_NAME, settings.STATIC_URL)"
    result = told(tmp_path, wanted, STEPSTOOL_PATH=path)
    assert result.stdout.strip() == read


def test_whom_to_call_is_read_with_its_names(tmp_path: Path) -> None:
    lines = "Parent line=+44 1234; Night doctor=116 117"
    result = told(
        tmp_path, "print(settings.STEPSTOOL_HELP_LINES)", STEPSTOOL_HELP_LINES=lines
    )
    expected = [("Parent line", "+44 1234"), ("Night doctor", "116 117")]
    assert ast.literal_eval(result.stdout) == expected


def test_behind_https_cookies_are_secure(tmp_path: Path) -> None:
    wanted = "settings.CSRF_COOKIE_SECURE, settings.SECURE_HSTS_SECONDS > 0"
    result = told(tmp_path, f"print({wanted})", STEPSTOOL_HTTPS="1")
    assert result.stdout.split() == ["True", "True"]


def test_a_sound_sqlite_is_used_where_there_is_one(tmp_path: Path) -> None:
    pytest.importorskip("pysqlite3", reason="no wheel of a sound SQLite here")
    code = "from django.db.backends.sqlite3 import base; "
    result = told(tmp_path, code + "print(base.Database.sqlite_version_info)")
    assert ast.literal_eval(result.stdout) >= SOUND_SQLITE


def test_a_secret_for_which_there_is_no_room_leaves_no_half_file(
    tmp_path: Path,
) -> None:
    room = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, room[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            environment.secret_key(tmp_path / "secret-key")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, room)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("value", ["~nobody-here/x", "s3://[x"])
def test_backups_that_would_lie_nowhere(tmp_path: Path, value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^B_TO is "):
        environment.place_of_backups("B", tmp_path, {"B_TO": value})


def test_a_provider_whose_address_cannot_be() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^OPENID is"):
        environment.openid("OPENID", {"OPENID": "https://[x"})


def test_no_house_is_made_where_a_disk_is_away(tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(tmp_path / "disk/house")
    with pytest.raises(ImproperlyConfigured, match="Mount its disk"):
        environment.folder("X", "", {"X": str(tmp_path / "data")})
    (tmp_path / "disk/house").mkdir(parents=True)
    named = environment.folder("X", "", {"X": str(tmp_path / "data")})
    assert named == tmp_path / "disk/house"


NO_SECRETS: dict[str, Callable[[Path], object]] = {
    "empty": Path.touch,
    "a folder": Path.mkdir,
    "no text": lambda file: file.write_bytes(b"\xff\x00" * 50),
    "a link to nowhere": lambda file: file.symlink_to("/nowhere/at-all"),
}


@pytest.mark.parametrize("kind", NO_SECRETS)
def test_what_is_no_secret_is_said_to_be_none(tmp_path: Path, kind: str) -> None:
    NO_SECRETS[kind](tmp_path / "secret-key")
    with pytest.raises(ImproperlyConfigured, match="holds no secret"):
        environment.secret_key(tmp_path / "secret-key")
    assert [file.name for file in tmp_path.iterdir()] == ["secret-key"]


def test_what_is_not_of_our_making_is_left_as_open_as_it_is(tmp_path: Path) -> None:
    kept = os.umask(0)
    ours, theirs = tmp_path / "stepstool.sqlite3-wal", tmp_path / "index.html"
    try:
        for path in (ours, theirs):
            path.touch(mode=0o644)
        environment.keep_for_owner(tmp_path)
    finally:
        os.umask(kept)
    assert ours.stat().st_mode & 0o777 == 0o600
    assert theirs.stat().st_mode & 0o777 == 0o644
