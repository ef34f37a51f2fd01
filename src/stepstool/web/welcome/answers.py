"""What a stranger answers on the first evening: kept in the session, nowhere else."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from django.http import HttpRequest

IN_SESSION = "first_evening"
# Answers about a child that nobody kept do not lie here for long.
KEPT_SECONDS = 24 * 60 * 60

FRESH, FROM_APP = "fresh", "app"


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What was told so far; None is not asked, or skipped.

    way: whether the family starts fresh or comes from another app. born: the birth
    month, such as 2021-11. signs: the danger signs that were ticked; empty is none.
    """

    way: str = FRESH
    nickname: str = ""
    born: str = ""
    pronoun: str = ""
    word: str = ""
    zone: str = ""
    where: tuple[str, ...] | None = None
    lately: tuple[str, ...] | None = None
    signs: tuple[str, ...] | None = None

    @property
    def named(self) -> bool:
        """Whether we know whom this is about."""
        return bool(self.nickname and self.born)

    @property
    def complete(self) -> bool:
        """Whether there is enough for a first page: the danger signs were asked."""
        return self.named and self.signs is not None


def answers_of(request: HttpRequest) -> Answers:
    """Give what this visitor told so far."""
    kept = request.session.get(IN_SESSION, {})
    known = {field.name for field in fields(Answers)}
    told = {name: _unlisted(kept[name]) for name in kept if name in known}
    return Answers(**told)


def keep(request: HttpRequest, **changes: Any) -> Answers:
    """Keep more of what this visitor told, for a day."""
    told = replace(answers_of(request), **changes)
    request.session[IN_SESSION] = {k: _listed(v) for k, v in asdict(told).items()}
    if not request.user.is_authenticated:
        request.session.set_expiry(KEPT_SECONDS)
    return told


def forget(request: HttpRequest) -> None:
    """Forget all of it: it is in the diary now, or nobody wanted to keep it."""
    request.session.pop(IN_SESSION, None)


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _unlisted(value: Any) -> Any:
    plain_list = isinstance(value, Iterable) and not isinstance(value, str)
    return tuple(value) if plain_list else value
