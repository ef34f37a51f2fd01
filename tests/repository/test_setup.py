"""Set-up tells what is missing, and notices what changed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.repository import tree

WANTED = "what_is_wanted serve"
STUBS = (
    "fill_venv() { echo filling $1; }; compile_sentences() { echo compiling >&2; }; "
)


def bash(script: str, folder: Path = tree.ROOT) -> subprocess.CompletedProcess[str]:
    """Run a piece of shell beside what ./run and ./test source."""
    return subprocess.run(
        ["bash", "-euc", f". requirements/setup.sh\n{script}"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    shutil.copytree(tree.ROOT / "requirements", tmp_path / "requirements")
    shutil.copy(tree.ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_who_is_not_root_is_told_what_to_type() -> None:
    said = bash("id() { echo 1000; }; apt-get() { exit 9; }; debian_packages chromium")
    assert said.returncode == 1
    assert "sudo apt-get install --no-install-recommends chromium" in said.stderr


def test_other_systems_are_told_what_debian_calls_it() -> None:
    said = bash("command() { false; }; debian_packages python3-venv")
    assert said.returncode == 1
    assert "what Debian calls: python3-venv" in said.stderr


def test_what_apt_says_is_shown_when_it_fails() -> None:
    said = bash(
        "id() { echo 0; }; apt-get() { echo no such disk; return 1; }; debian_packages x"
    )
    assert said.returncode == 1
    assert "no such disk" in said.stdout


@pytest.mark.parametrize("file", ["requirements/serve.txt", "pyproject.toml"])
def test_changed_requirements_are_noticed(checkout: Path, file: str) -> None:
    before = bash(WANTED, checkout).stdout
    with (checkout / file).open("a") as changed:
        changed.write("# changed\n")
    assert before != bash(WANTED, checkout).stdout


def test_what_is_set_up_is_left_alone(checkout: Path) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv/installed").write_text(bash(WANTED, checkout).stdout)
    said = bash(STUBS + "set_up serve", checkout)
    assert (said.returncode, said.stdout) == (0, "")
    assert said.stderr == "compiling\n"  # a sentence may have changed all the same


def test_who_tests_can_serve_without_more(checkout: Path) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv/installed").write_text(
        bash("what_is_wanted develop", checkout).stdout
    )
    assert bash(STUBS + "set_up serve", checkout).stdout == ""


def test_who_serves_needs_more_to_test(checkout: Path) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv/installed").write_text(bash(WANTED, checkout).stdout)
    said = bash(STUBS + "set_up develop", checkout)
    assert said.stdout == "filling develop\n"
