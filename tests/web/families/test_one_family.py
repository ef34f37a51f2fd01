"""Which family may be read now: entered by permission, and left with the request."""

import ast
from pathlib import Path

from django.test import Client

import stepstool
from stepstool.web.families import one_family
from stepstool.web.families.one_family import enter, here, leave, within
from tests.repository.tree import ROOT
from tests.web.cast import Cast

# Where a family is gone into by another way than the visitor's place in it, and why that may be.
WAYS_IN = {
    "cli.house.checkup_inside": "when something was last written, family by family",
    "cli.house.diaries": "whoever runs the house writes diaries into a folder, one by one",
    "web.backups.new_epoch": "a backup was restored: each family's diary begins a new epoch",
    "cli.house.tidying": "what was removed long ago is emptied, family by family",
    "web.diary.whole": "a diary is restored into the family that was just opened for it",
    "web.families.access": "the families that somebody belongs to, each with its children",
    "web.families.households": "a family that is just opened or joined, or repaired by the host",
    "web.families.parting": "an account goes, family by family of its owner",
    "web.families.sealed": "the locked copy behind a link, by its secret",
    "web.families.views": "the children behind a link of an invitation",
    "web.welcome.views": "the first evening is written into the family that it opened",
}


def test_a_block_is_in_one_family_and_then_in_the_one_before() -> None:
    enter(1)
    with within(2):
        assert here() == 2
    assert here() == 1
    leave()
    assert here() is None


def test_a_page_enters_the_family_of_its_visitor_and_leaves_it(
    cast: Cast, monkeypatch
) -> None:
    entered: list[int] = []
    monkeypatch.setattr(one_family, "enter", entered.append)
    page = f"/family/{cast.family.pk}/people/"
    assert cast.anna.client.get(page).status_code == 200
    assert entered == [cast.family.pk]
    assert here() is None


def test_whoever_does_not_belong_there_enters_nothing(cast: Cast, monkeypatch) -> None:
    entered: list[int] = []
    monkeypatch.setattr(one_family, "enter", entered.append)
    page = f"/family/{cast.family.pk}/people/"
    assert cast.nora.client.get(page).status_code == 404
    assert entered == []


def test_what_a_request_left_behind_does_not_reach_the_next(cast: Cast) -> None:
    enter(cast.family.pk)
    assert Client().get("/healthz").status_code == 200
    assert here() is None


def test_the_ways_in_are_few_and_named() -> None:
    source = Path(stepstool.__file__).parent
    used = {
        ".".join(path.relative_to(source).with_suffix("").parts)
        for room in ("web", "cli")
        for path in (source / room).rglob("*.py")
        if _goes_in(path)
    }
    assert used == set(WAYS_IN)


def test_the_threat_model_names_every_way_in() -> None:
    page = (ROOT / "docs" / "security.md").read_text()
    assert [way for way in WAYS_IN if f"`{way}`" not in page] == []


def _goes_in(path: Path) -> bool:
    """Whether a module goes into a family: `within(…)`, or `one_family.within(…)`."""
    calls = [
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
    ]
    return bool({"within", "one_family.within", "one_family.enter"} & {*calls})
