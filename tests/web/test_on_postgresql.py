"""What runs on PostgreSQL too is chosen by need, and what holds the tables is among it."""

import pytest

from tests.web import test_routes
from tests.web.on_postgresql import EVERY_PAGE, names_tables, with_tables


@pytest.mark.parametrize(
    "source",
    [
        "from django.db import transaction",
        "from django.db.models import Q",
        "import django.db",
        "from stepstool.web.diary import models",
        "from stepstool.web.families.models import Child",
        "rows = visit.family.membership_set.filter(user=user)",
        "child.save()",
    ],
)
def test_a_table_or_a_query_is_noticed(source: str) -> None:
    assert names_tables(source)


def test_a_page_that_only_asks_the_diary_names_no_table() -> None:
    assert not names_tables("from stepstool.web.diary import writing\nwriting.write()")


def test_the_rooms_that_hold_the_tables_are_tried_on_postgresql() -> None:
    rooms = {path.name for path in with_tables()}
    assert rooms >= {"config", "diary", "exchange", "families", "shell", "welcome"}


def test_every_address_is_tried_on_postgresql() -> None:
    file, name = EVERY_PAGE.split("::")
    assert test_routes.__file__.endswith(file)
    assert hasattr(test_routes, name)
