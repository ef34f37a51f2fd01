"""Who installs the package gets what the checkout has."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.repository import tree


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(build, cwd=tree.ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    wanted = {name.removeprefix("src/") for name in map(tree.name, tree.files("src/*"))}
    assert sorted(wanted - inside) == []


def test_the_sentences_in_the_wheel_are_compiled(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    written = {name for name in inside if name.endswith(".po")}
    assert written
    assert {name.removesuffix("po") + "mo" for name in written} - inside == set()


def test_nothing_else_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        folders = {name.split("/")[0] for name in archive.namelist()}
    assert folders == {"stepstool", wheel.name.split("-py3")[0] + ".dist-info"}
