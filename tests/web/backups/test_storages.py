"""A folder and a bucket hold backups alike, and say what is wrong in our words."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from stepstool.web.backups import bucket
from stepstool.web.backups.bucket import Bucket
from stepstool.web.backups.storages import Folder, Storage, StorageError
from tests.web.backups.store import Store, a_store

pytestmark = pytest.mark.enable_socket


@pytest.fixture
def store() -> Iterator[Store]:
    with a_store() as one:
        yield one


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bucket, "TRIES", 0)


@pytest.fixture(params=["folder", "bucket"])
def ours(request: pytest.FixtureRequest, tmp_path: Path, store: Store) -> Storage:
    if request.param == "folder":
        return Folder(tmp_path / "storage")
    return Bucket(store.place())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "file"
    file.write_bytes(b"a diary" * 100)
    return file


def test_what_is_put_there_is_fetched_again(
    ours: Storage, file: Path, tmp_path: Path
) -> None:
    ours.put(file, "b")
    ours.put(file, "a")
    assert ours.names() == ["a", "b"]
    ours.fetch("a", tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == file.read_bytes()
    assert (tmp_path / "again").stat().st_mode & 0o777 == 0o600


def test_what_is_dropped_is_gone(ours: Storage, file: Path) -> None:
    ours.put(file, "a")
    ours.drop("a")
    assert ours.names() == []


def test_nothing_is_written_over(ours: Storage, file: Path) -> None:
    ours.put(file, "a")
    with pytest.raises(FileExistsError):
        ours.put(file, "a")


def test_an_empty_shelf_has_no_names(ours: Storage) -> None:
    assert ours.names() == []


def test_a_large_file_goes_in_pieces(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bucket, "PIECE", 5 * 1024 * 1024)
    large = tmp_path / "large"
    large.write_bytes(bytes(range(256)) * 50_000)
    ours = Bucket(store.place())
    ours.put(large, "large")
    assert store.largest <= bucket.PIECE
    ours.fetch("large", tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == large.read_bytes()


def test_names_below_are_not_ours(store: Store, file: Path) -> None:
    Bucket(store.place(prefix="house/other")).put(file, "theirs")
    assert Bucket(store.place()).names() == []


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"key": "WRONG"}, "does not let this key"),
        ({"bucket": "elsewhere"}, "no such bucket"),
        ({"endpoint": "http://127.0.0.1:9"}, "could not be reached"),
    ],
)
def test_what_a_store_refuses_is_said_without_its_words(
    other: dict[str, str], words: str, store: Store, file: Path
) -> None:
    ours = Bucket(store.place(**other))
    for deed in (
        ours.names,
        lambda: ours.put(file, "a"),
        lambda: ours.fetch("a", file.with_name("again")),
    ):
        with pytest.raises(StorageError, match=re.escape(words)) as said:
            deed()
        assert "WRONG" not in str(said.value)
        file.with_name("again").unlink(missing_ok=True)


def test_half_a_file_is_none(tmp_path: Path, file: Path) -> None:
    ours = Folder(tmp_path / "storage")
    ours.put(file, "a")
    half = tmp_path / "storage/stepstool-of-yesterday.part"
    half.touch()
    assert ours.names() == ["a"]
    ours.put(file, "b")
    assert not half.exists()
