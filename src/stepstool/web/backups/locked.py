"""Backups under a pass phrase, in the format of age (https://age-encryption.org/v1).

`age -d` or `rage -d` opens them without Stepstool. A file is read and written in pieces of 64 KiB,
so that memory does not grow with it; turning the pass phrase into a key takes 128 MiB for a moment,
which is what makes guessing dear.
"""

import base64
import binascii
import re
import secrets
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from stepstool.web.shell.faults import MendableError

ENDING: Final = ".age"
VERSION: Final = b"age-encryption.org/v1"
PIECE: Final = 64 * 1024  # bytes of text; locked, each has a seal of 16 more
SEAL: Final = 16
WORK: Final = 17  # scrypt's cost as a power of two: 128 MiB, as OWASP asks at least
MOST_WORK: Final = 18  # what `age -p` takes; a stranger's file may not ask for more
LONGEST_HEADER: Final = 400  # bytes; one with a pass phrase has some 150
HEADER: Final = re.compile(
    re.escape(VERSION) + rb"\n-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]?)\n"
    rb"([A-Za-z0-9+/]{43})\n---"
)


class LockedError(MendableError):
    """A locked file cannot be opened; the sentence says why."""


def is_locked(file: Path) -> bool:
    """Say whether a file is locked, by how it begins."""
    with file.open("rb") as begun:
        return begun.read(len(VERSION)) == VERSION


def lock(plain: BinaryIO, locked: BinaryIO, words: str) -> None:
    """Write under a pass phrase what is read."""
    key, salt, nonce = (secrets.token_bytes(16) for _ in range(3))
    wrapped = ChaCha20Poly1305(_wrapping(words, salt, WORK)).encrypt(
        bytes(12), key, None
    )
    header = b"%s\n-> scrypt %s %d\n%s\n---" % (
        VERSION,
        _base64(salt),
        WORK,
        _base64(wrapped),
    )
    locked.write(b"%s %s\n" % (header, _base64(_seal_of(header, key).finalize())))
    locked.write(nonce)
    cipher = ChaCha20Poly1305(_derived(key, nonce, b"payload"))
    locked.writelines(
        cipher.encrypt(number, piece, None) for number, piece in _pieces(plain, PIECE)
    )


def unlock(locked: BinaryIO, plain: BinaryIO, words: str) -> None:
    """Write what was locked. Raises LockedError; then what was written is to be thrown away."""
    key = _key(locked, words)
    cipher = ChaCha20Poly1305(_derived(key, locked.read(16), b"payload"))
    try:
        plain.writelines(
            cipher.decrypt(number, piece, None)
            for number, piece in _pieces(locked, PIECE + SEAL)
        )
    except InvalidTag as harm:
        raise LockedError(
            "The file is damaged, or not whole. Use another backup."
        ) from harm


def lock_file(plain: Path, target: Path, words: str) -> None:
    """Lock a file into another, for its owner only."""
    target.touch(mode=0o600, exist_ok=False)
    with plain.open("rb") as read, target.open("wb") as written:
        lock(read, written, words)


def opened(file: Path, words: str) -> Path:
    """Give the file itself, or what was locked in it, in a file beside it."""
    if not is_locked(file):
        return file
    plain = file.with_name(file.name + "-opened")
    plain.touch(mode=0o600, exist_ok=False)
    with file.open("rb") as read, plain.open("wb") as written:
        unlock(read, written, words)
    return plain


def _key(locked: BinaryIO, words: str) -> bytes:
    """Read the header; give the key of what follows."""
    head = locked.read(LONGEST_HEADER)
    if not (found := HEADER.match(head)):
        raise LockedError(
            "The file is not locked by a pass phrase in the format of age."
        )
    salt, work, wrapped = _bytes(found[1]), int(found[2]), _bytes(found[3])
    if work > MOST_WORK:
        raise LockedError(
            "The file asks for more work than any of ours. Open it with age."
        )
    try:
        key = ChaCha20Poly1305(_wrapping(words, salt, work)).decrypt(
            bytes(12), wrapped, None
        )
    except InvalidTag as wrong:
        raise LockedError("That is not the pass phrase of this backup.") from wrong
    seal, end, _ = head[found.end() :].partition(b"\n")
    try:
        _seal_of(found[0], key).verify(_bytes(seal.removeprefix(b" ")))
    except InvalidSignature as harm:
        raise LockedError(
            "The head of the file is damaged. Use another backup."
        ) from harm
    locked.seek(found.end() + len(seal + end))
    return key


def _pieces(source: BinaryIO, size: int) -> Iterator[tuple[bytes, bytes]]:
    """Give each piece with its number as age counts, which says which is the last."""
    piece = source.read(size)
    for index in count():
        following = source.read(size)
        yield index.to_bytes(11, "big") + bytes([not following]), piece
        if not following:
            return
        piece = following


def _wrapping(words: str, salt: bytes, work: int) -> bytes:
    salted = b"age-encryption.org/v1/scrypt" + salt
    return Scrypt(salted, 32, n=2**work, r=8, p=1).derive(words.encode())


def _derived(key: bytes, salt: bytes, what_for: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, what_for).derive(key)


def _seal_of(header: bytes, key: bytes) -> HMAC:
    seal = HMAC(_derived(key, b"", b"header"), SHA256())
    seal.update(header)
    return seal


def _base64(some: bytes) -> bytes:
    return base64.b64encode(some).rstrip(b"=")


def _bytes(text: bytes) -> bytes:
    try:
        return base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except binascii.Error as harm:
        raise LockedError(
            "The head of the file is damaged. Use another backup."
        ) from harm
