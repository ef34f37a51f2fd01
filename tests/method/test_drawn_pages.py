"""The pages for clinicians say what the code does; else write them anew as each tells."""

from types import ModuleType

import pytest

from stepstool.method.evidence import NUMBERS, SOURCES
from tests.method import numbers_page
from tests.method.calm import listening_page
from tests.method.drawing import DOCS
from tests.method.food import food_page
from tests.method.words import words_page
from tests.stories import families_page

DRAWN = (numbers_page, food_page, listening_page, words_page, families_page)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda drawn: drawn.PAGE.name)
def test_the_page_is_current(drawn: ModuleType):
    assert drawn.PAGE.read_text(encoding="utf-8") == drawn.page()


def test_every_number_and_every_source_has_its_line():
    page = numbers_page.page()
    assert all(each.meaning in page for each in NUMBERS.values())
    assert all(f"- `{key}`: " in page for key in SOURCES)


def test_every_page_of_the_method_is_found_from_the_index():
    index = (DOCS.parent / "index.md").read_text(encoding="utf-8")
    assert [page.name for page in DOCS.glob("*.md") if page.name not in index] == []
