"""What the words for states mean, as the page says them."""

from typing import Final, NamedTuple

from django.utils.translation import gettext_lazy as _

from stepstool.web.diary.words.table import Word


class Meaning(NamedTuple):
    """A state of comfort: its key, its word on the page, and what it means for a day."""

    key: str
    word: Word
    means: Word


MEANINGS: Final = (
    Meaning(
        "unknown",
        _("Getting to know %(name)s"),
        _("Too little is written down to say. What works today goes on."),
    ),
    Meaning(
        "comfortable",
        _("Soft and easy"),
        _("It is soft and does not hurt. Small steps are possible, if %(name)s likes."),
    ),
    Meaning(
        "watch",
        _("Tender"),
        _("One sign makes us careful. No new step now; diapers are welcome."),
    ),
    Meaning(
        "constipated",
        _("Stuck or sore"),
        _("Several signs together. Softness comes first, and nothing is asked."),
    ),
    Meaning(
        "see_a_doctor",
        _("Please call"),
        _("A sign that belongs in a doctor’s hands. Your answer closes it."),
    ),
)
