"""Half-done work leaves nothing behind, even where somebody pulled the plug."""

from pathlib import Path
from typing import Any

from stepstool.web.backups import scratch


def test_what_was_cut_off_is_cleared_and_what_is_in_use_stays(
    tmp_path: Path, settings: Any
) -> None:
    settings.DATA = tmp_path
    left = tmp_path / f"{scratch.PREFIX}left"
    left.mkdir()
    (left / "half").touch()
    with scratch.folder() as mine:
        assert mine.stat().st_mode & 0o777 == 0o700
        scratch.clear()
        assert list(tmp_path.iterdir()) == [mine]
    assert list(tmp_path.iterdir()) == []


def test_what_somebody_else_clears_meanwhile_stops_nobody(
    tmp_path: Path, settings: Any
) -> None:
    settings.DATA = tmp_path
    (tmp_path / f"{scratch.PREFIX}gone").symlink_to(tmp_path / "nowhere")
    scratch.clear()
