"""What a browser loads beside a page: few files, and each named by its content."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from stepstool.web.shell import staticfiles
from tests.web.cast import Cast
from tests.web.pages import get, text_of

COLLECTED = "stepstool.web.shell.staticfiles.NamedByContent"


@pytest.fixture
def collected(settings: Any, tmp_path: Path) -> Path:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": COLLECTED}}
    call_command("collectstatic", verbosity=0, interactive=False)
    return tmp_path


def asked_for(page: str, collected: Path) -> set[str]:
    """Give what a browser asks for: its files, the fonts of sheets, what scripts import."""
    links = re.findall(r'rel="(?:stylesheet|icon)" href="([^"]+)"', page)
    scripts = re.findall(r'<script[^>]* src="([^"]+)"', page)
    fonts = [
        font
        for link in links
        if link.endswith(".css")
        for font in _named_in(collected / link.removeprefix("/static/"))
    ]
    imports = [
        imported
        for script in scripts
        for imported in _imported_by(collected / script.removeprefix("/static/"))
    ]
    return {*links, *scripts, *fonts, *imports}


def _named_in(sheet: Path) -> list[str]:
    return re.findall(r'url\("?([^")]+)', sheet.read_text())


def _imported_by(script: Path) -> list[str]:
    return re.findall(r'^import .* from "([^"]+)"', script.read_text(), re.MULTILINE)


def test_what_every_page_wears_is_one_file(collected: Path) -> None:
    [house] = collected.glob("shell/house.*.css")
    text = house.read_text()
    assert "@import" not in text
    assert text.index("--paper") < text.index(".unseen") < text.index(".button-main")


def test_collecting_again_changes_nothing(collected: Path) -> None:
    before = {file: file.read_bytes() for file in collected.rglob("*.css")}
    call_command("collectstatic", verbosity=0, interactive=False)
    assert {file: file.read_bytes() for file in collected.rglob("*.css")} == before


def test_what_was_collected_of_the_same_files_is_left_alone(
    collected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staticfiles.collect()
    monkeypatch.setattr(staticfiles, "call_command", _never)
    staticfiles.collect()


def test_files_that_were_removed_or_changed_are_collected_again(
    collected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staticfiles.collect()
    shutil.rmtree(collected)
    staticfiles.collect()
    assert (collected / "staticfiles.json").is_file()
    monkeypatch.setattr(staticfiles, "COLLECTORS", ())
    monkeypatch.setattr(staticfiles, "call_command", _never)
    with pytest.raises(AssertionError):
        staticfiles.collect()


def _never(*_: object, **__: object) -> None:
    raise AssertionError("collected")


def test_the_first_load_of_today_takes_eight_requests(
    cast: Cast, collected: Path
) -> None:
    page = text_of(get(cast.anna.client, cast, "today", face="day"))
    files = asked_for(page, collected)
    assert "/static/shell/house" in page
    assert len(files) + 1 <= 8, files
