"""All sentences as they were written in English, in the order of their files.

Those of the method stand in its own catalogue; those of pages in code and templates, where
Django's gettext finds them, and in the questions of the kinds of entry, which pages ask as
the record words them. Each page's sentence names the files it stands in.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from typing import Any

import polib
from django.utils.translation.template import templatize

from stepstool.sentences.compiling import LOCALE, SOURCE_LANGUAGE, gaps_of

METHOD, PAGES = "method", "django"  # gettext's name for pages is Django's own
WEB = LOCALE.parent / "web"
KINDS = LOCALE.parent / "method" / "record" / "kinds"
QUESTIONS = dict.fromkeys(("Choice", "Several", "Whole", "Text", "Day", "Parts"), 1)
FORMS_OF = {"gettext": 1, "gettext_lazy": 1, "_": 1, "ngettext": 2, "ngettext_lazy": 2}
Forms = tuple[str, str]  # one, and many where it is counted
_TEXT = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_CALL = re.compile(rf"\b(n?gettext|_)\(({_TEXT}(?:, {_TEXT})*)")


def written() -> dict[str, list[polib.POEntry]]:
    """Give the sentences of both catalogues, none of them translated."""
    return {METHOD: list(_of_method()), PAGES: list(_of_pages())}


def _of_method() -> Iterator[polib.POEntry]:
    """Give each; the comment above some sentences holds until the next one."""
    source = LOCALE / SOURCE_LANGUAGE / "LC_MESSAGES" / f"{METHOD}.po"
    comment = ""
    for entry in polib.pofile(str(source)):
        comment = entry.comment or comment
        yield _entry(entry.msgid, entry.msgid_plural, entry.msgctxt, comment=comment)


def _of_pages() -> Iterator[polib.POEntry]:
    named: dict[Forms, list[str]] = {}
    for name, forms in [*_in_pages(), *_in_questions()]:
        named.setdefault(forms, []).append(name)
    for (one, many), places in named.items():
        yield _entry(one, many, None, occurrences=[(place, "") for place in places])


def _in_pages() -> Iterator[tuple[str, Forms]]:
    for path in sorted([*WEB.rglob("*.py"), *WEB.rglob("*.html")]):
        text = path.read_text(encoding="utf-8")
        in_it = _in_template if path.suffix == ".html" else _in_code
        yield from ((path.relative_to(WEB).as_posix(), forms) for forms in in_it(text))


def _in_questions() -> Iterator[tuple[str, Forms]]:
    for path in sorted(KINDS.glob("*.py")):
        name = path.relative_to(LOCALE.parent).as_posix()
        for forms in _in_code(path.read_text(encoding="utf-8"), QUESTIONS):
            yield name, forms


def _in_code(text: str, forms_of: Mapping[str, int] = FORMS_OF) -> Iterator[Forms]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            texts = [
                argument.value
                for argument in node.args
                if isinstance(argument, ast.Constant)
            ]
            wanted = forms_of.get(node.func.id, 0)
            yield from _forms(wanted, [t for t in texts if isinstance(t, str)])


def _in_template(text: str) -> Iterator[Forms]:
    for name, texts in _CALL.findall(templatize(text)):
        yield from _forms(FORMS_OF.get(name, 0), ast.literal_eval(f"[{texts}]"))


def _forms(wanted: int, texts: list[str]) -> Iterator[Forms]:
    if wanted and len(texts) >= wanted:
        yield texts[0], texts[1] if wanted > 1 else ""


def _entry(one: str, many: str, key: str | None, **about: Any) -> polib.POEntry:
    gaps = gaps_of(one) | gaps_of(many)
    flags = {"%": "python-format", "{": "python-brace-format"}
    return polib.POEntry(
        msgctxt=key,
        msgid=one,
        msgid_plural=many,
        msgstr_plural={0: "", 1: ""} if many else {},
        flags=sorted({flags[gap[0]] for gap in gaps}),
        **about,
    )
