"""Numbers as somebody typed them, or a program says them: a few digits, or no number at all.

`"²".isdigit()` is true, and Python refuses to read five thousand digits: so nothing else turns
what was sent into a number.
"""

FEW = 6
MANY = 18
"""Digits of a length in bytes; no computer has more."""


def number_of(typed: str, digits: int = FEW) -> int | None:
    """Give a whole number from 0 on that is written in so many digits at most; else None."""
    is_number = typed.isascii() and typed.isdigit() and len(typed) <= digits
    return int(typed) if is_number else None
