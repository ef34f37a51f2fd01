"""A made-up language, long and from right to left, made of the English sentences.

What went through gettext comes out longer and in brackets; what did not is plain, and is
seen at once. Gaps such as %(name)s and {name} stay as they are.
"""

import re

import polib

FOLDER = "ar_XB"
CODE = "ar-xb"
_BIGGER = str.maketrans("aeiouyAEIOUY", "àéîöûýÀÉÎÖÛÝ")
# What translators must keep: gaps of Python and of templates, and markup.
_KEEP = re.compile(r"(%\(\w+\)[sd]|%[sd%]|\{[\w:]*\}|<[^>]+>|&\w+;)")
_LONGER = 1.4


def pseudo(message: str) -> str:
    """Give the made-up translation of a message."""
    parts = _KEEP.split(message)
    parts[::2] = [part.translate(_BIGGER) for part in parts[::2]]
    longer = "~" * max(1, int(len(message) * (_LONGER - 1)))
    return f"[{''.join(parts)}{longer}]"


def translate(catalogue: polib.POFile) -> None:
    """Translate a whole catalogue."""
    for entry in catalogue:
        if entry.msgid_plural:
            one, many = pseudo(entry.msgid), pseudo(entry.msgid_plural)
            entry.msgstr_plural = {0: one, 1: many}
        else:
            entry.msgstr = pseudo(entry.msgid)
