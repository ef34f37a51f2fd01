"""A locked backup is a file of age: others open ours, we open theirs, and no harm passes."""

from io import BytesIO

import pyrage
import pytest

from stepstool.web.backups import locked
from stepstool.web.backups.locked import PIECE, LockedError, lock, unlock

WORDS = "a snail in the garden"


def locked_as(text: bytes, words: str = WORDS) -> bytes:
    target = BytesIO()
    lock(BytesIO(text), target, words)
    return target.getvalue()


def opened(whole: bytes, words: str = WORDS) -> bytes:
    target = BytesIO()
    unlock(BytesIO(whole), target, words)
    return target.getvalue()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locked, "WORK", 4)


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_another_program_opens_it_and_so_do_we(size: int) -> None:
    text = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    whole = locked_as(text)
    assert pyrage.passphrase.decrypt(whole, WORDS) == text
    assert opened(whole) == text


def test_what_another_program_locked_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locked, "MOST_WORK", 22)  # it takes what the machine can
    assert opened(pyrage.passphrase.encrypt(b"theirs", WORDS)) == b"theirs"


def test_nothing_of_the_text_is_readable() -> None:
    assert b"nothing of this" not in locked_as(b"nothing of this")


def test_another_pass_phrase_opens_nothing() -> None:
    with pytest.raises(LockedError, match="not the pass phrase"):
        opened(locked_as(b"text"), "another one altogether")


@pytest.mark.parametrize("place", [5, 30, 70, 130, 180, 1000, -1])
def test_one_wrong_byte_is_noticed(place: int) -> None:
    whole = bytearray(locked_as(b"text" * 1000))
    whole[place] ^= 1
    with pytest.raises(LockedError):
        opened(bytes(whole))


@pytest.mark.parametrize("left", [10, 150, 165, 200, PIECE + 300])
def test_a_file_that_is_cut_off_is_noticed(left: int) -> None:
    with pytest.raises(LockedError):
        opened(locked_as(b"x" * 2 * PIECE)[:left])


def test_a_whole_piece_less_is_noticed() -> None:
    whole = locked_as(b"x" * 2 * PIECE)
    with pytest.raises(LockedError, match="not whole"):
        opened(whole[: -PIECE - locked.SEAL])


def test_a_file_that_asks_for_endless_work_is_refused() -> None:
    whole = locked_as(b"text").replace(b" 4\n", b" 30\n")
    with pytest.raises(LockedError, match="more work"):
        opened(whole)
