"""No sentence of a page scolds, shames, threatens, compares, pushes, blames or doses.

The sentences of the method have the same test; both share the tables of what hurts.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

import stepstool
from stepstool import web
from tests.method.words.tone import FORBIDDEN, faults_of

WEB = Path(web.__file__).parent
CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext"}
TRANSLATED = re.compile(r"""\{%\s*trans(?:late)?\s+(["'])(.*?)\1""")
BLOCK = re.compile(
    r"\{%\s*blocktrans(?:late)?\b.*?%\}(.*?)\{%\s*endblocktrans(?:late)?\s*%\}",
    re.DOTALL,
)
CATALOGUES = sorted(Path(stepstool.__file__).parent.glob("locale/*/LC_MESSAGES/*.po"))


def texts_of_code() -> Iterator[tuple[Path, str]]:
    for path in WEB.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CALLS:
                for each in node.args:
                    if isinstance(each, ast.Constant) and isinstance(each.value, str):
                        yield path, each.value


def texts_of_templates() -> Iterator[tuple[Path, str]]:
    for path in WEB.rglob("*.html"):
        source = path.read_text()
        yield from ((path, text) for _, text in TRANSLATED.findall(source))
        yield from ((path, text) for text in BLOCK.findall(source))


def test_no_sentence_of_a_page_hurts() -> None:
    texts = [*texts_of_code(), *texts_of_templates()]
    assert len(texts) > 500
    found = {
        (str(path.relative_to(WEB)), text): faults_of(text) for path, text in texts
    }
    assert {key: faults for key, faults in found.items() if faults} == {}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_no_translation_hurts(path: Path) -> None:
    code = path.parts[-3]
    assert code in FORBIDDEN, f"say in tone.py what hurts in {code}"
    said = (entry.msgstr for entry in polib.pofile(str(path)))
    found = {text: faults_of(text, code) for text in said}
    assert {text: faults for text, faults in found.items() if faults} == {}
