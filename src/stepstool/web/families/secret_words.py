"""Secrets that are shown once: only their fingerprint is kept."""

import hashlib
import secrets

# Without letters and digits that are taken for one another on paper: 32 signs, so that
# twenty of them hold 100 bits and need no slow hash.
SIGNS = "ABCDEFGHJKMNPQRSTVWXYZ0123456789"
GROUPS, GROUP = 4, 5


def new_token() -> str:
    """Make the secret part of a link."""
    return secrets.token_urlsafe(24)


def new_code() -> str:
    """Make a recovery code, in groups that a hand can copy."""
    signs = [
        "".join(secrets.choice(SIGNS) for _ in range(GROUP)) for _ in range(GROUPS)
    ]
    return "-".join(signs)


def fingerprint(secret: str) -> str:
    """Give what is kept of a secret; forgiving about case, spaces and lookalikes."""
    return hashlib.sha256(secret.encode()).hexdigest()


def code_fingerprint(code: str) -> str:
    """Give what is kept of a recovery code, however a tired hand typed it."""
    plain = code.upper().translate(str.maketrans("OIL", "011", "- \t\n"))
    return fingerprint(plain)
