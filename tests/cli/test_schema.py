"""`stepstool schema` prints what a diary file may hold."""

import json

import pytest

from stepstool import cli, method


def test_it_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == method.diary_schema()
