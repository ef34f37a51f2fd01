"""No line of the diary shows the plumbing: each kind of entry, as its rows draw it."""

import re
from collections.abc import Iterator

import pytest

from stepstool import method
from stepstool.web.diary.keys import new_id
from stepstool.web.diary.visit import Visit
from stepstool.web.log.days import rows_of
from tests.properties.every_kind import END, everything
from tests.web.cast import Cast

SEEDS = range(8)
# Keys, addresses of zones, numbers of versions, one for many.
PLUMBING = re.compile(
    r"\w_\w|\w/\w|\bown-|\bv\d|\b1 \w+s\b|\b[a-z]+\.[a-z0-9]|[·|] [a-z]( ·|$)|None\b(?! of)"
)


def entries() -> list[method.Entry]:
    """Give entries of every kind, with every answer sooner or later."""
    return [entry for seed in SEEDS for entry in everything(seed).entries]


def lines(cast: Cast) -> Iterator[str]:
    visit = Visit(cast.anna.membership, cast.mia, END)
    for row in rows_of(visit, entries(), {}):
        yield " | ".join((row.title, row.summary, row.clock, row.who))


def test_every_kind_is_among_them() -> None:
    assert {entry.KIND for entry in entries()} == set(method.KINDS)


def test_no_line_shows_the_plumbing(cast: Cast) -> None:
    assert [line for line in lines(cast) if PLUMBING.search(line)] == []


@pytest.mark.parametrize(
    ("line", "shows"),
    [
        ("The plan | b · Step 1", True),
        ("The plan | Five small steps · Step 1", False),
        ("Time zone | Europe/Berlin", True),
        ("A reward | nail_polish", True),
        ("A reward | 1 pieces", True),
        ("A sit | 1 minute", False),
        ("The plan | own-0192", True),
        ("Signs to call for | None of them is there", False),
        ("A sit | None", True),
    ],
)
def test_the_pattern_knows_plumbing(line: str, shows: bool) -> None:
    assert bool(PLUMBING.search(line)) is shows


def test_an_entry_of_a_newer_version_is_named_so(cast: Cast) -> None:
    visit = Visit(cast.anna.membership, cast.mia, END)
    newer = method.read_or_keep({"id": new_id(), "kind": "moon", "at": END.isoformat()})
    (row,) = rows_of(visit, [newer], {})
    assert "moon" not in row.title


@pytest.mark.parametrize(
    ("what", "amount", "line"),
    [
        ("sticker", 1, "Sticker · Five small steps · Step 1"),
        ("sticker", 2, "Sticker · 2 pieces · Five small steps · Step 1"),
        ("stamp", 1, "Treat · A stamp on the hand · Five small steps · Step 1"),
    ],
)
def test_one_sticker_is_said_once(
    cast: Cast, what: str, amount: int, line: str
) -> None:
    kind = method.THINGS[what].kind
    given = {"reward": kind, "what": what, "amount": amount, "ladder": "b", "step": 1}
    reward = method.lasting.Reward(id=new_id(), at=END, **given)
    visit = Visit(cast.anna.membership, cast.mia, END)
    (row,) = rows_of(visit, [reward], {})
    assert row.summary == line
