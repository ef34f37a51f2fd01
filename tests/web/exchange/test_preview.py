import errno
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings as house
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from stepstool.web.diary.reading import everything
from stepstool.web.exchange import arrivals
from stepstool.web.exchange.models import Import
from tests.web.cast import Cast
from tests.web.exchange.files import (
    HEADING,
    ROWS,
    address,
    arrive,
    bring_in,
    huckleberry,
    page,
    zipped,
)


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Any) -> Any:
    settings.DATA = tmp_path
    return tmp_path


def preview(cast: Cast, content: bytes, **told: Any) -> str:
    client = cast.anna.client
    return page(client.get(arrive(client, cast.mia, content)["Location"], told))


def waiting() -> list[Any]:
    folder = house.DATA / "arrivals"
    return list(folder.iterdir()) if folder.exists() else []


def test_a_file_is_recognised_by_what_is_in_it(cast: Cast) -> None:
    assert "This is a file of Huckleberry." in preview(cast, huckleberry())


def test_it_is_counted_by_kind_and_by_its_days(cast: Cast) -> None:
    shown = preview(cast, huckleberry())
    assert "From 28 January 2026 to 1 February 2026" in shown
    for each in ("3 poops", "1 pee", "1 meal"):
        assert each in shown


def test_what_was_not_understood_is_shown_with_why_and_examples(cast: Cast) -> None:
    shown = preview(cast, huckleberry())
    assert "1 row not understood" in shown
    assert "“Moon walk” is new to us" in shown
    assert "Moon walk,2026-02-01 09:30" in shown


def test_what_is_left_out_on_purpose_is_named(cast: Cast) -> None:
    shown = preview(cast, huckleberry())
    assert "1 row left out" in shown
    assert "Growth: 1" in shown


def test_nothing_is_kept_before_the_yes(cast: Cast) -> None:
    preview(cast, huckleberry())
    assert [*everything(cast.mia)] == []


def test_another_zone_can_be_told(cast: Cast) -> None:
    client = cast.anna.client
    bring_in(client, cast.mia, huckleberry(ROWS[0]), zone="America/New_York")
    [entry] = everything(cast.mia)
    assert entry.at.isoformat() == "2026-01-29T01:00:00+00:00"


def test_an_order_of_dates_that_stays_open_is_asked_for(cast: Cast) -> None:
    rows = ('"Diaper","03/04/2025 20:00",,,,,"Poo:small",',)
    shown = preview(cast, huckleberry(*rows))
    assert "In its dates, what comes first?" in shown
    assert "Bring it in" not in shown
    told = {"zone": "Europe/Berlin", "date_order": "day_first"}
    assert "From 3 April 2025" in preview(cast, huckleberry(*rows), **told)


def test_nonsense_in_the_address_is_not_believed(cast: Cast) -> None:
    told = {"zone": "Mars", "date_order": "backwards"}
    assert "3 poops" in preview(cast, huckleberry(), **told)


def test_markup_and_formulas_in_a_file_stay_text(cast: Cast) -> None:
    client = cast.anna.client
    content = huckleberry('"<script>","2026-01-28 20:00",,,,,,', ROWS[0])
    shown = client.get(arrive(client, cast.mia, content)["Location"])
    assert b"<script>," not in shown.content


def test_a_file_can_be_thrown_away_again(cast: Cast) -> None:
    client = cast.anna.client
    where = arrive(client, cast.mia, huckleberry())["Location"]
    client.post(f"{where}forget/")
    assert waiting() == []
    assert client.get(where).status_code == 404


def test_a_file_that_waits_longer_than_a_day_is_thrown_away(
    cast: Cast, time_machine: Any
) -> None:
    client = cast.anna.client
    arrive(client, cast.mia, huckleberry())
    time_machine.move_to(timezone.now() + timedelta(days=1, minutes=1))
    arrive(cast.anna.client, cast.mia, huckleberry())
    assert len(waiting()) == 1
    assert Import.objects.filter(family_id=cast.family.pk).count() == 1


def test_only_the_house_can_read_what_waits(cast: Cast) -> None:
    arrive(cast.anna.client, cast.mia, huckleberry(), name="../../etc/passwd")
    [file] = waiting()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert "passwd" not in file.name


def test_a_file_for_which_there_is_no_room_leaves_nothing_behind(cast: Cast) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"half of it"
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        arrivals.keep(cast.anna.membership, cast.mia, "diary.csv", pieces())
    assert waiting() == []


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "This file is empty."),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "This is a picture."),
        (b"%PDF-1.7", "This is a PDF"),
        (b"Dear diary, today nothing.", "We don’t know this kind of file yet."),
        (huckleberry()[:-60], "ends in the middle of a row"),
        (b"PK\x03\x04 broken", "This zip file is damaged"),
        (zipped(**{"a.csv": b"0" * 10_000_000}), "unpacks to far more"),
        (HEADING.encode() + b"\n", "a heading and nothing under it"),
        (b"\x00\x01\x02" * 50, "no text in this file"),
    ],
)
def test_a_bad_file_gets_a_sentence_and_changes_nothing(
    cast: Cast, content: bytes, says: str
) -> None:
    answer = arrive(cast.anna.client, cast.mia, content)
    assert answer.status_code == 422
    assert says in page(answer)
    assert waiting() == []
    assert [*everything(cast.mia)] == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read(cast: Cast, encoding: str) -> None:
    row = '"Diaper","2026-01-28 20:00",,,,,"Poo:small","für Mia"'
    content = huckleberry(row).decode().encode(encoding)
    bring_in(cast.anna.client, cast.mia, content)
    assert [each.note for each in everything(cast.mia)] == ["für Mia"]


def test_no_file_at_all_says_what_to_do(cast: Cast) -> None:
    answer = cast.anna.client.post(address("import", cast.mia), {})
    assert "Choose the file that the other app exported." in page(answer)


def test_a_program_that_uploads_gets_the_address(cast: Cast) -> None:
    answer = cast.anna.client.post(
        address("import", cast.mia),
        {"file": SimpleUploadedFile("a.csv", huckleberry())},
        headers={"accept": "text/plain"},
    )
    assert answer.status_code == 200
    assert answer.content.decode().startswith(address("import", cast.mia))


@pytest.mark.parametrize("size", [30_000_000, 100_000_000])
def test_a_file_that_is_too_big_is_never_read_into_memory(
    cast: Cast, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def parsed(*_: Any) -> None:
        raise AssertionError("the body was parsed")

    monkeypatch.setattr("django.http.request.HttpRequest.parse_file_upload", parsed)
    answer = cast.anna.client.generic(
        "POST",
        address("import", cast.mia),
        bytes(size),
        content_type="multipart/form-data; boundary=x",
    )
    assert answer.status_code == 413
    assert "This file is very big" in page(answer)


def test_an_upload_needs_its_token(cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.anna.user)
    assert arrive(strict, cast.mia, huckleberry()).status_code == 403


@pytest.mark.parametrize("who", ["rosa", "owls", "tim"])
def test_only_parents_bring_files_in(cast: Cast, who: str) -> None:
    client = getattr(cast, who).client
    assert client.get(address("import", cast.mia)).status_code == 403
    assert arrive(client, cast.mia, huckleberry()).status_code == 403
    assert client.get(address("export", cast.mia)).status_code == 403


def test_another_family_cannot_see_a_file_that_waits(cast: Cast) -> None:
    where = arrive(cast.anna.client, cast.mia, huckleberry())["Location"]
    assert cast.nora.client.get(where).status_code == 404
    own = where.replace(str(cast.mia.id), str(cast.leo.id)).replace(
        f"/family/{cast.family.pk}/", f"/family/{cast.leo.family_id}/"
    )
    assert cast.nora.client.get(own).status_code == 404


def test_the_page_for_files_asks_little_of_the_database(cast: Cast) -> None:
    client = cast.anna.client
    with CaptureQueriesContext(connection) as asked:
        client.get(address("import", cast.mia))
    assert len(asked) <= 8
