"""Tidying goes from family to family, and says how much was let go of."""

from datetime import timedelta

import pytest
from django.utils import timezone

from stepstool import method
from stepstool.cli import main
from stepstool.web.diary import writing
from stepstool.web.diary.models import EMPTIED, StoredEntry
from tests.web import cast as named
from tests.web.pages import wrote

pytestmark = pytest.mark.django_db


def test_what_every_family_removed_long_ago_is_let_go_of(
    capsys: pytest.CaptureFixture[str],
) -> None:
    cast = named.gather()
    key = wrote(cast, method.poop.Poop, bristol=4)
    kept = wrote(cast, method.poop.Poop, bristol=3)
    writing.remove(cast.anna.membership, cast.mia, [key])
    long_ago = timezone.now() - timedelta(days=31)
    rows = StoredEntry.objects.filter(family_id=cast.family.pk)
    rows.update(received_at=long_ago)
    assert main(["tidy"]) == 0
    assert "Emptied 1 entries" in capsys.readouterr().out
    assert rows.get(id=key).shape == EMPTIED
    assert rows.get(id=kept).data
