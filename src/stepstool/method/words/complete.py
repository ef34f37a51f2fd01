"""Whether every rule of comfort and every danger sign has its sentences; if not, which lacks.

It is looked at when the method is imported, so that nobody finds out on a family's page.
"""

from collections.abc import Container, Iterable, Iterator

from stepstool.method.comfort import RULES, SIGNS, IncompleteError


def refuse_without_words(written: Container[str]) -> None:
    """Raise IncompleteError if a sentence is missing. written: the keys of all there are."""
    missing = [
        f"{name}: add a sentence `{key}` to locale/en/LC_MESSAGES/method.po."
        for name, keys in _said()
        for key in keys
        if key not in written
    ]
    if missing:
        raise IncompleteError("\n".join(missing))


def _said() -> Iterator[tuple[str, Iterable[str]]]:
    """Give what may be said of each, by what it is."""
    yield from ((f"rule {rule.key}", rule.sentences) for rule in RULES.values())
    yield from ((f"danger sign {sign.key}", sign.sentences) for sign in SIGNS)
