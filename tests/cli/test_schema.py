"""`stepstool schema` prints what a diary file may hold."""

import json
import subprocess
import sys

import pytest

from stepstool import cli, method


def test_it_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == method.diary_schema()


def test_it_ends_quietly_when_nobody_reads_on() -> None:
    command = [sys.executable, "-m", "stepstool", "schema"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0
