"""The pictures of the README: small, told to who cannot see them, none left over."""

import re

from tests.repository import tree

MOST_BYTES = 40_000
SHOWN = re.compile(r'<img src="(docs/pictures/[^"]+)" width="\d+" alt="([^"]*)">')


def test_each_picture_is_small() -> None:
    sizes = {
        tree.name(one): one.stat().st_size for one in tree.files("docs/pictures/*")
    }
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}


def test_each_picture_is_shown_with_words() -> None:
    shown = dict(SHOWN.findall(tree.read("README.md")))
    assert all(shown.values())
    assert shown.keys() == set(map(tree.name, tree.files("docs/pictures/*")))
