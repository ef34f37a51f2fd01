"""Files that others made are as they came, and are credited."""

import hashlib
import re

from tests.repository import tree

MADE_ELSEWHERE = {".woff2"}


def credited() -> dict[str, str]:
    """Return the checksums in docs/credits.md, by the path before each."""
    row = re.compile(r"`(?P<path>src/[^`]+)`.*?`(?P<sum>[0-9a-f]{64})`")
    return {
        found["path"]: found["sum"]
        for found in row.finditer(tree.read("docs/credits.md"))
    }


def test_credited_files_are_as_they_came() -> None:
    assert {
        path: hashlib.sha256((tree.ROOT / path).read_bytes()).hexdigest()
        for path in credited()
    } == credited()


def test_every_file_made_elsewhere_is_credited() -> None:
    found = [
        tree.name(path)
        for path in tree.files("src/*")
        if path.suffix in MADE_ELSEWHERE or "vendor" in path.parts
    ]
    assert [name for name in found if name not in credited()] == []
