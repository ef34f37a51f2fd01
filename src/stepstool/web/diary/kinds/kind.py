"""What is declared of a kind of entry: all that a family meets of it, beside its questions.

The method has the questions: their words, their answers, whether the kind holds or spans.
Here stands how they are grouped in a form, how answers are said and drawn, what the kind is
called, who may write it, and where.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.families.roles import Access

# Each answer of a choice in words. Words have gaps: %(name)s, %(poop)s and %(Poop)s; a saying
# is worded by the method.
Answers = Mapping[type[StrEnum], Mapping[Any, str | Promise | method.Saying]]


class Heading(StrEnum):
    """Under what the page "More" offers a kind."""

    AT_THE_POTTY = "at_the_potty"
    THE_DAY = "the_day"
    NOT_WELL = "not_well"


# In the order of the page.
HEADINGS: Final[Mapping[Heading, str | Promise]] = {
    Heading.AT_THE_POTTY: _("At the potty"),
    Heading.THE_DAY: _("The day"),
    Heading.NOT_WELL: _("Not well"),
}


@dataclass(frozen=True, kw_only=True)
class Field:
    """How one question is answered on pages, and its answer said in lines without questions."""

    # Answers that need no question; an empty one keeps still, and one that is not here is said
    # as it stands in the form.
    statements: Mapping[Any, str | Promise] = field(default_factory=dict)
    # What is said of a text that has no statement, since it is no word for families.
    otherwise: str | Promise = ""
    # Whole numbers in words, to choose among.
    numbers: Mapping[int, str | Promise] = field(default_factory=dict)
    # A number with its unit, %(number)s.
    unit: str | Promise = ""
    # The beginning of the name of an answer's picture, the answer itself being the rest; None
    # draws none.
    drawn: str | None = None
    # Answers that a picture of another name draws, or none.
    pictures: Mapping[str, str] = field(default_factory=dict)
    # No line says it, as it repeats what others say or is for machines.
    silent: bool = False

    def picture(self, answer: str) -> str:
        """Give the name of an answer's picture; empty if it is not drawn."""
        plain = "" if self.drawn is None else f"{self.drawn}{answer}"
        return self.pictures.get(answer, plain)


PLAIN: Final = Field()


class FormGroup(NamedTuple):
    """Some fields of a form under their heading, in the order in which they are asked."""

    heading: str | Promise
    fields: Mapping[str, Field]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of entry."""

    # The method's class.
    of: type[method.Entry]
    # Its name in the diary.
    title: str | Promise
    # Its name on a button, if that says more.
    button: str | Promise | None = None
    # The name of its drawing, if that is not its own.
    picture: str = ""
    # What each role may do with its entries.
    access: Access
    # How many of them an import brought, without the number; else they are counted with others.
    plural: Promise | None = None
    # Where the page "More" offers it.
    more: Heading | None = None
    # What is asked there, and when it is corrected.
    form: tuple[FormGroup, ...] = ()
    # Which other page writes it, and what it asks.
    elsewhere: Mapping[str, Mapping[str, Field]] = field(default_factory=dict)
    # Why nobody is asked, and what.
    unasked: Mapping[str, Mapping[str, Field]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Its name in a diary."""
        return self.of.KIND

    @property
    def on_button(self) -> str | Promise:
        """What stands on its button."""
        return self.title if self.button is None else self.button

    @property
    def drawing(self) -> str:
        """The name of its picture."""
        return self.picture or self.name

    @property
    def by_hand(self) -> bool:
        """Whether a family writes it in a form made of its fields."""
        return self.more is not None or bool(self.form)

    @property
    def placed(self) -> Iterator[tuple[str, Field]]:
        """Each field where it is declared, the asked ones first."""
        for group in self.form:
            yield from group.fields.items()
        for fields in (*self.elsewhere.values(), *self.unasked.values()):
            yield from fields.items()

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """Its fields by name."""
        return dict(self.placed)
