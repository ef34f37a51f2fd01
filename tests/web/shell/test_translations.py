"""Translations are compiled without Debian's gettext."""

import gettext
from pathlib import Path
from typing import Any

from django.core.management import call_command

PO = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Good to see you"
msgstr "Schön, dass du da bist"
"""


def test_what_translators_wrote_is_what_gettext_reads(
    tmp_path: Path, settings: Any, capsys: Any
) -> None:
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(PO, encoding="utf-8")
    settings.LOCALE_PATHS = [tmp_path]
    call_command("compile_translations")
    german = gettext.translation("django", tmp_path, ["de"])
    assert german.gettext("Good to see you") == "Schön, dass du da bist"
    assert "de/django.po: compiled" in capsys.readouterr().out
