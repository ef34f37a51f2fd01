"""What all commands have in common."""

from importlib import metadata

import pytest

from stepstool.cli import COMMANDS, main
from tests.cli.conftest import Run, python, surroundings

LOADED = "import sys; from stepstool.cli import main; main(['schema']); print('django' in sys.modules)"


def test_the_version_is_that_of_the_package(stepstool: Run) -> None:
    assert stepstool("--version").stdout == metadata.version("stepstool") + "\n"


@pytest.mark.parametrize("command", [name.rstrip("_") for name in COMMANDS])
def test_every_command_explains_itself(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: stepstool {command}")


def test_the_method_is_asked_without_django(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    said = python(surroundings(tmp_path_factory.mktemp("unused")), "-c", LOADED)
    assert said.stdout.endswith("False\n")
