"""Who may do what, written out anew: a cell that changes is a decision, not a slip.

r: read what others wrote; w: write; o: change one's own; a: change what anybody wrote.
"""

import pytest

from stepstool import method
from stepstool.web.diary.kinds import may
from stepstool.web.families import roles
from stepstool.web.families.roles import May, Needs, Role, may_enter

LETTERS = {
    "r": May.READ,
    "w": May.WRITE,
    "o": May.CHANGE_OWN,
    "a": May.CHANGE_OTHERS,
}
TITLES = ("parent", "carer", "preschool", "reader")
TABLE = """
poop              rwoa  rwo  rwo  r
none_came         rwoa  rwo  rwo  r
pee               rwoa  rwo  rwo  r
sit               rwoa  rwo  rwo  r
signal            rwoa  rwo  rwo  r
diaper_request    rwoa  rwo  rwo  r
prompt            rwoa  rwo  rwo  r
meal              rwoa  rwo  rwo  r
drink             rwoa  rwo  rwo  r
sleep             rwoa  rwo  rwo  r
tummy_ache        rwoa  rwo  rwo  r
illness           rwoa  rwo  rwo  r
medicine_given    rwoa  rwo  rwo  r
danger_sign       rwoa  rwo  rwo  r
reward            rwoa  rwo  rwo  r
away              rwoa  rwo  r    r
note              rwoa  rwo  wo   r
big_change        rwoa  rwo  -    r
listening         rwoa  rwo  -    r
idea              rwoa  rwo  -    r
medicine_ordered  rwoa  r    r    r
action_plan       rwoa  r    r    r
plan              rwoa  r    r    r
settings          rwoa  r    r    r
price             rwoa  r    r    r
prize             rwoa  r    r    r
own_ladder        rwoa  r    r    r
zone              rwoa  r    r    r
clinician_word    rwoa  r    -    r
interview         rwoa  r    -    r
office            rwoa  r    -    r
visit_questions   rwoa  r    -    r
review            rwoa  r    r    r
from_the_future   rwoa  r    -    r
"""
ROWS = {name: cells for name, *cells in map(str.split, TABLE.strip().splitlines())}
CELLS = [
    (role, kind, cell)
    for kind, cells in ROWS.items()
    for role, cell in zip(TITLES, cells, strict=True)
]
PAGES = {
    ("parent", Needs.LOOK): True,
    ("parent", Needs.WRITE): True,
    ("parent", Needs.MANAGE): True,
    ("carer", Needs.LOOK): True,
    ("carer", Needs.WRITE): True,
    ("carer", Needs.MANAGE): False,
    ("preschool", Needs.LOOK): True,
    ("preschool", Needs.WRITE): True,
    ("preschool", Needs.MANAGE): False,
    ("reader", Needs.LOOK): True,
    ("reader", Needs.WRITE): False,
    ("reader", Needs.MANAGE): False,
}


def spelled(allowed: May) -> str:
    return "".join(letter for letter, one in LETTERS.items() if one in allowed) or "-"


@pytest.mark.parametrize(("role", "kind", "cell"), CELLS)
def test_a_role_may_with_a_kind_what_the_table_says(
    role: str, kind: str, cell: str
) -> None:
    assert spelled(may(role, kind)) == cell


def test_the_table_names_every_kind_and_every_role() -> None:
    assert set(ROWS) == {*method.KINDS, "from_the_future"}
    assert list(TITLES) == [str(each.value) for each in Role]


def test_nothing_else_is_allowed_than_these_four() -> None:
    assert {each for each in May if each not in May.ALL} == set()
    assert set(May.ALL) == set(LETTERS.values())


@pytest.mark.parametrize(("role", "needs"), PAGES)
def test_a_role_may_open_what_the_table_says(role: str, needs: Needs) -> None:
    assert may_enter(role, needs) is PAGES[role, needs]


def test_every_role_and_every_need_of_a_page_has_its_cell() -> None:
    assert set(PAGES) == {(str(role.value), need) for role in Role for need in Needs}
    assert set(roles.PAGES) == set(Role)
