"""When a night is due: each day at its time, once, and a missed one soon."""

import errno
from datetime import datetime, time, timedelta, timezone
from pathlib import Path

import pytest

from stepstool.web.backups import nights
from stepstool.web.backups.nights import Nights

HERE = timezone(timedelta(hours=2))
AT = time(3, 30)
TUESDAY = datetime(2026, 3, 3, 3, 30, tzinfo=HERE)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def test_a_house_that_never_did_it_is_due() -> None:
    assert Nights().is_due(TUESDAY + 9 * HOUR, AT)


@pytest.mark.parametrize(
    ("done", "now", "due"),
    [
        (TUESDAY, TUESDAY + 23 * HOUR, False),
        (TUESDAY, TUESDAY + DAY, True),
        (TUESDAY - HOUR, TUESDAY - timedelta(minutes=1), False),
        (TUESDAY - HOUR, TUESDAY, True),
        (TUESDAY, TUESDAY + 9 * DAY, True),
        # The clock was wrong: a moment that lies ahead says nothing.
        (TUESDAY + 400 * DAY, TUESDAY, True),
    ],
)
def test_the_newest_night_that_began_is_done_once(
    done: datetime, now: datetime, *, due: bool
) -> None:
    assert Nights(done=done).is_due(now, AT) is due


def test_after_a_failure_it_rests_an_hour() -> None:
    failed = Nights(done=TUESDAY - DAY, tried=TUESDAY, failures=1)
    assert not failed.is_due(TUESDAY + 0.9 * HOUR, AT)
    assert failed.is_due(TUESDAY + HOUR, AT)


def test_what_is_remembered_is_read_again(tmp_path: Path) -> None:
    known = Nights(done=TUESDAY, tried=TUESDAY, name="a", failures=2, why="No room.")
    nights.remember(tmp_path, known)
    assert nights.read(tmp_path) == known
    assert (tmp_path / nights.FILE).stat().st_mode & 0o777 == 0o600


def test_where_there_is_no_room_no_half_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space left"):
        nights.remember(tmp_path, Nights())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("nonsense", ["", "{}", "[]", '{"done": 3, "tried": ""}', "{"])
def test_nonsense_is_as_nothing(nonsense: str, tmp_path: Path) -> None:
    (tmp_path / nights.FILE).write_text(nonsense)
    assert nights.read(tmp_path) == Nights()
