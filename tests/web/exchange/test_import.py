import json
from datetime import date
from typing import Any

import pytest
from django.test import Client

from stepstool import method
from stepstool.web.diary import reading, rows, writing
from stepstool.web.diary.reading import everything
from stepstool.web.exchange import stretches, views
from stepstool.web.exchange.models import Import
from stepstool.web.families.households import add_child
from stepstool.web.families.models import Child
from tests.web.cast import Cast
from tests.web.exchange.files import (
    ENTRIES,
    ROWS,
    address,
    arrive,
    bring_in,
    days_of_diapers,
    huckleberry,
    page,
)


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Any) -> Any:
    settings.DATA = tmp_path
    return tmp_path


def there(child: Child) -> list[method.Entry]:
    return [each for each in everything(child) if not each.removed]


def the_import(cast: Cast) -> Import:
    return Import.objects.filter(family_id=cast.family.pk).latest("begun_at")


def tap(client: Client, what: str, cast: Cast) -> str:
    where = address(f"import-{what}", cast.mia, the_import(cast).id)
    return page(client.post(where, follow=True))


def test_a_yes_brings_it_in(cast: Cast) -> None:
    shown = page(bring_in(cast.anna.client, cast.mia, huckleberry()))
    assert "5 entries brought in." in shown
    assert len(there(cast.mia)) == ENTRIES


def test_the_bytes_are_gone_afterwards(cast: Cast, folder: Any) -> None:
    bring_in(cast.anna.client, cast.mia, huckleberry())
    assert list((folder / "arrivals").iterdir()) == []


def test_who_brought_it_in_is_written_at_each_entry(cast: Cast) -> None:
    bring_in(cast.ben.client, cast.mia, huckleberry())
    assert {each.by for each in there(cast.mia)} == {str(cast.ben.membership.pk)}


def test_the_row_stays_with_its_entry(cast: Cast) -> None:
    bring_in(cast.anna.client, cast.mia, huckleberry(ROWS[0]))
    [entry] = there(cast.mia)
    assert entry.origin["app"] == "huckleberry"
    assert entry.origin["row"]["start condition"] == "Pebbles"


def test_importing_twice_adds_nothing_and_says_so(cast: Cast) -> None:
    client = cast.anna.client
    bring_in(client, cast.mia, huckleberry())
    again = arrive(client, cast.mia, huckleberry())["Location"]
    assert "All of it is here already." in page(client.get(again))
    shown = page(bring_in(client, cast.mia, huckleberry()))
    assert "All of it was here already." in shown
    assert len([*everything(cast.mia)]) == ENTRIES
    done = Import.objects.filter(family_id=cast.family.pk, done_at__isnull=False)
    assert done.count() == 1


def test_only_what_is_new_is_added(cast: Cast) -> None:
    client = cast.anna.client
    bring_in(client, cast.mia, huckleberry(*ROWS[:2]))
    shown = page(bring_in(client, cast.mia, huckleberry()))
    assert "2 entries brought in." in shown
    assert "3 of them were here already" in shown


def test_a_double_press_changes_nothing(cast: Cast) -> None:
    client = cast.anna.client
    where = arrive(client, cast.mia, huckleberry())["Location"]
    for _ in range(2):
        client.post(f"{where}bring-in/", {"zone": "Europe/Berlin"})
    assert the_import(cast).added == ENTRIES


def test_an_import_is_taken_back_as_a_whole(cast: Cast) -> None:
    client = cast.anna.client
    own = method.poop.Poop(id="own", at=cast.mia.added_at)
    writing.write(cast.anna.membership, cast.mia, [own])
    bring_in(client, cast.mia, huckleberry())
    assert "5 entries were taken back." in tap(client, "take-back", cast)
    assert [each.id for each in there(cast.mia)] == ["own"]


def test_what_was_taken_back_can_be_brought_back(cast: Cast) -> None:
    client = cast.anna.client
    bring_in(client, cast.mia, huckleberry())
    tap(client, "take-back", cast)
    assert "It is all back." in tap(client, "bring-back", cast)
    assert len(there(cast.mia)) == ENTRIES


def test_importing_again_restores_what_was_taken_back(cast: Cast) -> None:
    client = cast.anna.client
    bring_in(client, cast.mia, huckleberry())
    tap(client, "take-back", cast)
    assert "5 entries brought in." in page(bring_in(client, cast.mia, huckleberry()))
    assert len(there(cast.mia)) == ENTRIES


@pytest.mark.parametrize("restored_by", ["bring-back", "importing again"])
def test_what_a_hand_removed_stays_removed(cast: Cast, restored_by: str) -> None:
    client = cast.anna.client
    bring_in(client, cast.mia, huckleberry())
    gone = there(cast.mia)[0].id
    writing.remove(cast.anna.membership, cast.mia, [gone])
    tap(client, "take-back", cast)
    if restored_by == "bring-back":
        tap(client, "bring-back", cast)
    else:
        bring_in(client, cast.mia, huckleberry())
    assert gone not in {each.id for each in there(cast.mia)}
    assert len(there(cast.mia)) == ENTRIES - 1


def test_earlier_imports_are_listed(cast: Cast) -> None:
    client = cast.anna.client
    bring_in(client, cast.mia, huckleberry())
    shown = page(client.get(address("import", cast.mia)))
    assert "Brought in before" in shown
    assert "5 entries brought in." in shown


def test_a_big_file_comes_in_by_stretches(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stretches, "AT_ONCE", 40)
    monkeypatch.setattr(stretches, "SECONDS", 0.0)
    client = cast.anna.client
    where = arrive(client, cast.mia, days_of_diapers(100))["Location"]
    first = client.post(f"{where}bring-in/", {"zone": "Europe/Berlin"}, follow=True)
    assert "40 entries so far." in page(first)
    assert len(there(cast.mia)) == 40
    for _ in range(2):
        last = client.post(f"{where}bring-in/", follow=True)
    assert "100 entries brought in." in page(last)


def test_an_unfinished_import_can_be_found_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stretches, "AT_ONCE", 2)
    monkeypatch.setattr(stretches, "SECONDS", 0.0)
    client = cast.anna.client
    where = arrive(client, cast.mia, huckleberry())["Location"]
    client.post(f"{where}bring-in/", {"zone": "Europe/Berlin"})
    assert "Not finished: tap to go on." in page(
        client.get(address("import", cast.mia))
    )


def test_an_open_question_is_asked_before_anything_comes_in(cast: Cast) -> None:
    client = cast.anna.client
    content = huckleberry('"Diaper","03/04/2025 20:00",,,,,"Poo:small",')
    where = arrive(client, cast.mia, content)["Location"]
    answer = client.post(f"{where}bring-in/", {"zone": "Europe/Berlin"})
    assert answer["Location"] == where
    assert [*everything(cast.mia)] == []


def test_a_diary_that_is_another_childs_changes_nothing(cast: Cast) -> None:
    client = cast.anna.client
    bring_in(client, cast.mia, huckleberry())
    along = client.get(address("export", cast.mia)).getvalue()
    max_ = add_child(cast.anna.membership, "Max", date(2024, 2, 1))
    shown = page(bring_in(client, max_, along))
    assert "An entry stays with its child." in shown
    assert [*everything(max_)] == []


def test_the_diary_can_be_taken_along_and_brought_in_elsewhere(cast: Cast) -> None:
    client = cast.anna.client
    bring_in(client, cast.mia, huckleberry())
    answer = client.get(address("export", cast.mia))
    assert answer["Content-Disposition"].startswith(
        'attachment; filename="stepstool-mia'
    )
    along = answer.getvalue()
    assert json.loads(along)["format"] == "stepstool-diary"
    bring_in(cast.nora.client, cast.leo, along)
    assert {each.id for each in there(cast.leo)} == {
        each.id for each in there(cast.mia)
    }


def test_a_diary_is_read_while_it_is_sent(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(cast.anna.client, cast.mia, days_of_diapers(48))
    read: list[str] = []

    def entry_of(row: Any) -> method.Entry:
        read.append(row.id)
        return rows.entry_of(row)

    monkeypatch.setattr(reading, "full_entries", lambda kept: map(entry_of, kept))
    monkeypatch.setattr(views, "LINES_A_PIECE", 12)
    pieces = iter(cast.anna.client.get(address("export", cast.mia)))
    assert b"stepstool-diary" in next(pieces)
    assert 0 < len(read) < 12


def test_a_diary_taken_along_is_here_already(cast: Cast) -> None:
    client = cast.anna.client
    bring_in(client, cast.mia, huckleberry())
    along = client.get(address("export", cast.mia)).getvalue()
    assert "All of it was here already." in page(bring_in(client, cast.mia, along))


def test_a_file_that_is_gone_says_so(cast: Cast, folder: Any) -> None:
    client = cast.anna.client
    where = arrive(client, cast.mia, huckleberry())["Location"]
    for file in (folder / "arrivals").iterdir():
        file.unlink()
    assert "The file is not here any more." in page(client.get(where))
