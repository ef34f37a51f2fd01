"""For which ages Stepstool is made, and what to say outside of them."""

from datetime import date
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Outside(NamedTuple):
    """A kind word for ages from (inclusive) to (exclusive), in months."""

    since: int
    until: int
    says: Promise


FROM_MONTHS, YEARS_MOST = 2, 12
_MONTHS = 12
OUTSIDE = (
    Outside(
        0,
        FROM_MONTHS,
        _(
            "So new! Stepstool begins at about two months. Until then, your midwife or "
            "doctor knows best. You can look in already, if you like."
        ),
    ),
    Outside(
        YEARS_MOST * _MONTHS,
        100 * _MONTHS,
        _(
            "Stepstool is made for about 18 months to 6 years; some of what it says will "
            "not fit an older child. A doctor helps at this age too, and it is worth "
            "asking. You can look in, if you like."
        ),
    ),
)


def months_between(born: date, day: date) -> int:
    """Give the age in months, by the calendar."""
    return (day.year - born.year) * _MONTHS + day.month - born.month


def word_for(born: date, day: date) -> str:
    """Give what to say about an age that we know little about; empty for the others."""
    age = months_between(born, day)
    said = (each.says for each in OUTSIDE if each.since <= age < each.until)
    return str(next(said, ""))
