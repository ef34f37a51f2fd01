"""The pages for clinicians say what the code does; else `./redraw` draws them anew."""

from types import ModuleType

import pytest

from stepstool.method.evidence import NUMBERS, SOURCES
from tests import redraw
from tests.method import numbers_page
from tests.method.drawing import DOCS

DRAWN = redraw.modules()


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda drawn: drawn.PAGE.name)
def test_the_page_is_current(drawn: ModuleType):
    assert redraw.is_current(drawn), f"{drawn.PAGE.name} {redraw.HOW}"


def test_every_page_is_found():
    names = {drawn.PAGE.name for drawn in DRAWN}
    assert names == {
        "comfort.md",
        "doctor.md",
        "families.md",
        "food.md",
        "ideas.md",
        "ladder.md",
        "listening.md",
        "numbers.md",
        "reasons.md",
        "rewards.md",
        "action_plan.md",
        "treatment.md",
        "words.md",
    }


def test_what_changed_is_drawn_anew_and_named(monkeypatch, capsys, tmp_path):
    page = tmp_path / "numbers.md"
    monkeypatch.setattr(redraw, "TESTS", tmp_path / "tests")
    monkeypatch.setattr(redraw, "modules", lambda: [numbers_page])
    monkeypatch.setattr(numbers_page, "PAGE", page)
    for told in ("drawn anew", "as it was"):
        redraw.main()
        assert capsys.readouterr().out == f"numbers.md: {told}\n"
    assert page.read_text(encoding="utf-8") == numbers_page.page()


def test_every_number_and_every_source_has_its_line():
    page = numbers_page.page()
    assert all(each.meaning in page for each in NUMBERS.values())
    assert all(f"- `{key}`: " in page for key in SOURCES)


def test_every_page_of_the_method_is_found_from_the_index():
    index = (DOCS.parent / "index.md").read_text(encoding="utf-8")
    assert [page.name for page in DOCS.glob("*.md") if page.name not in index] == []
