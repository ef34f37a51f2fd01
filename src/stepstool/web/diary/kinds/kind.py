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
    """How one question is answered on pages, and its answer said in lines without questions.

    statements: answers that need no question; an empty one keeps still, and one that is not
    here is said as it stands in the form. numbers: whole numbers in words, to choose among.
    unit: a number with its unit, %(number)s. drawn: the beginning of the name of each answer's
    picture, the answer itself being the rest; None draws none. pictures: answers that a
    picture of another name draws, or none. silent: no line says it, as it repeats what
    others say or is for machines.
    """

    statements: Mapping[Any, str | Promise] = field(default_factory=dict)
    numbers: Mapping[int, str | Promise] = field(default_factory=dict)
    unit: str | Promise = ""
    drawn: str | None = None
    pictures: Mapping[str, str] = field(default_factory=dict)
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
    """One kind of entry.

    of: the method's class. title: its name in the diary; button: on a button, if that says
    more. picture: the name of its drawing, if that is not its own. access: what each role
    may do with its entries. plural: how many of them an import brought, without the number;
    else they are counted with others. more: where the page "More" offers it. form: what is
    asked there, and when it is corrected. elsewhere: which other page writes it, and what
    it asks. unasked: why nobody is asked, and what.
    """

    of: type[method.Entry]
    title: str | Promise
    button: str | Promise | None = None
    picture: str = ""
    access: Access
    plural: Promise | None = None
    more: Heading | None = None
    form: tuple[FormGroup, ...] = ()
    elsewhere: Mapping[str, Mapping[str, Field]] = field(default_factory=dict)
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
