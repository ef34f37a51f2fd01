"""`stepstool sentences` counts, adds a language and makes one up."""

from pathlib import Path

import pytest

from stepstool import cli


def told(capsys: pytest.CaptureFixture[str], *words: str | Path) -> str:
    assert cli.main(["sentences", *map(str, words)]) == 0
    return capsys.readouterr().out


def test_a_language_is_added_as_a_draft_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = told(capsys, "--in", tmp_path, "--add", "pt-br")
    assert "pt_BR: 0 of " in said
    assert "a draft: not offered to families" in said
    assert (tmp_path / "pt_BR/LC_MESSAGES/method.mo").exists()
    assert "  method: seen.gap\n" in told(capsys, "--in", tmp_path)


def test_the_made_up_language_lacks_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = told(capsys, "--in", tmp_path, "--make-up")
    assert "ar_XB" in said
    assert "draft" not in said
    assert "  method:" not in said


def test_our_own_are_counted_where_nothing_else_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "of the method" in told(capsys)


@pytest.mark.parametrize("name", ["../de", "d e", ""])
def test_a_language_that_is_none_is_refused(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["sentences", "--in", str(tmp_path), "--add", name]) == 2
    assert "like de or pt_BR" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
