"""Situations as tiles: what the companies are called in which they stand."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary.words.table import Word

COMPANIES: Final[Mapping[method.Company, Word]] = {
    method.Company.POTTY: _("At the potty, and on the way there"),
    method.Company.HARD: _("When it is hard"),
    method.Company.OTHERS: _("With others"),
    method.Company.WAY: _("On the long way"),
}
# Of these the tile is shown first while they fit the moment.
MOST_NOW: Final = 4
