"""Names people sign in with: the same however they are typed."""

import unicodedata


def tidy(name: str) -> str:
    """Give a name as it is shown: composed letters, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).split())


def sign_in_name(name: str) -> str:
    """Give the form of a name that must be unique in the house, so that Anna is anna."""
    return unicodedata.normalize("NFKC", tidy(name).casefold())
