"""A SMART Health Link to one encrypted file, as its specification has it, version 1.

Of HL7's guide (SMART Health Cards and Links, STU 1) this is the direct file, flag `U`: the
address answers a plain GET with one JSON Web Encryption (`dir`, A256GCM). Key and address are
in the link's payload, the payload in the fragment of the viewer's address, and no browser
sends a fragment to anybody. There is no passcode: with `U` the specification has none.
"""

import base64
import json
import secrets
from datetime import datetime
from typing import Final, NamedTuple

from joserfc import jwe
from joserfc.jwk import OctKey

# 256 bits, as the specification asks of the key and of what is secret in the address.
SECRET_BYTES: Final = 32
DIRECT_FILE: Final = "U"
CONTENT: Final = "application/fhir+json"
LOCKED: Final = "application/jose"
LONGEST_ADDRESS: Final = 128


class Payload(NamedTuple):
    """What a link says: where the locked copy is, its key, until when, and what it is."""

    address: str
    key: bytes
    until: datetime
    label: str


def new_key() -> bytes:
    """Make the key of one link; it is never stored."""
    return secrets.token_bytes(SECRET_BYTES)


def new_secret() -> str:
    """Make what is secret in an address, which is not the key."""
    return secrets.token_urlsafe(SECRET_BYTES)


def locked(content: str, key: bytes) -> str:
    """Encrypt a FHIR resource."""
    head = {"alg": "dir", "enc": "A256GCM", "cty": CONTENT}
    return jwe.encrypt_compact(head, content, OctKey.import_key(key))


def link_of(payload: Payload) -> str:
    """Write the link; behind a viewer's address and `#` a browser opens it."""
    written = {
        "url": payload.address,
        "key": _without_padding(payload.key),
        "exp": int(payload.until.timestamp()),
        "flag": DIRECT_FILE,
        "label": payload.label,
        "v": 1,
    }
    small = json.dumps(written, separators=(",", ":"), ensure_ascii=False)
    return f"shlink:/{_without_padding(small.encode())}"


def _without_padding(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")
