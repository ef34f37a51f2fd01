"""Books by what they help with. Titles and people are facts; the words about them are ours.

Years, ages and people that were not found in a source are left out.
"""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from stepstool.web.diary.words.table import Word


@dataclass(frozen=True, kw_only=True)
class Book:
    """One book. by: who made it; ages: as its readers say."""

    title: str
    by: Word
    about: Word
    year: int | None = None
    ages: str = ""


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """Books for one reason. key: as on the page “Why it happens”."""

    key: str
    title: Word
    picture: str
    books: tuple[Book, ...]


SHELVES: Final = (
    Shelf(
        key="pain",
        title=_("It hurt, or it is held back"),
        picture="pain_2",
        books=(
            Book(
                title="It Hurts When I Poop!",
                by="Howard J. Bennett, M. S. Weber",
                year=2007,
                about=_(
                    "Why holding hurts, what food does, a visit to the doctor. Long: some read it in parts."
                ),
            ),
            Book(
                title="Softy the Poop: Helping Families Talk About Poop",
                by="Thomas R. DuHamel",
                year=2015,
                about=_("Softness as the goal, told by a soft one."),
            ),
            Book(
                title="Jane and the Giant Poop",
                by="Steve Hodges, Suzanne Schlosberg, Cristina Acosta",
                year=2017,
                about=_("Very big ones, belly ache, and a doctor who explains."),
            ),
            Book(
                title="Poo Goes Home to Pooland",
                by="Tamsin Black",
                ages="–7",
                about=_(
                    "A story game by a psychologist: it wants to go home. Against shame and fear."
                ),
            ),
        ),
    ),
    Shelf(
        key="fear",
        title=_("The flush, and toilets elsewhere"),
        picture="toilet",
        books=(
            Book(
                title="Flush: An Ode to Toilets",
                by="Charlie Williams",
                about=_(
                    "All kinds of toilets, also those that flush by themselves and those in aeroplanes."
                ),
            ),
            Book(
                title="Busting!",
                by="Aaron Blabey",
                year=2017,
                ages="3+",
                about=_("In a hurry, and no toilet free. Funny."),
            ),
            Book(
                title="Oh No, Gotta Go #2!",
                by="Susan Middleton Elya, Lynne Avril",
                year=2007,
                about=_("At a picnic, far from home; in English with Spanish words."),
            ),
        ),
    ),
    Shelf(
        key="privacy",
        title=_("Nobody speaks of it"),
        picture="caregivers",
        books=(
            Book(
                title="Everyone Poops",
                by="Taro Gomi",
                year=1977,
                about=_("Animals and people: all of them do. The classic."),
            ),
            Book(
                title="Where Do You Poop?",
                by="Agnese Baruzzi",
                year=2021,
                ages="1–3",
                about=_("Pull the tab: every animal has its place."),
            ),
            Book(
                title="The Poop Song",
                by="Eric Litwin, Claudia Boldt",
                year=2021,
                ages="1–3",
                about=_("To sing along, with a flush at the end."),
            ),
            Book(
                title="The Story of the Little Mole Who Went in Search of Whodunit",
                by="Werner Holzwarth, Wolf Erlbruch",
                about=_("Pure fun about who made what."),
            ),
        ),
    ),
    Shelf(
        key="busy",
        title=_("No time to stop playing"),
        picture="clock",
        books=(
            Book(
                title="Dinosaur vs. the Potty",
                by="Bob Shea",
                ages="3+",
                about=_("“I don’t need to!” Until it wins by itself."),
            ),
            Book(
                title="Time to Pee!",
                by="Mo Willems",
                about=_("Mice with signs, and the game is still there afterwards."),
            ),
        ),
    ),
    Shelf(
        key="not_ready",
        title=_("Getting to know the potty"),
        picture="potty",
        books=(
            Book(
                title="Potty",
                by="Leslie Patricelli",
                year=2010,
                ages="1–3",
                about=_("Sitting and waiting, in few words."),
            ),
            Book(
                title="Once Upon a Potty",
                by="Alona Frankel",
                year=1975,
                about=_("Body words and where things go; one for girls, one for boys."),
            ),
            Book(
                title="Going to the Potty",
                by="Fred Rogers",
                about=_("Photographs, calm and plain."),
            ),
            Book(
                title="Zoo Poo",
                by="Richard Morgan",
                about=_("Animals, and one child that is learning."),
            ),
        ),
    ),
    Shelf(
        key="diaper_habit",
        title=_("Goodbye to diapers, one day"),
        picture="diaper",
        books=(
            Book(
                title="Diapers Are Not Forever",
                by="Elizabeth Verdick, Marieka Heinlen",
                year=2008,
                about=_("A short goodbye, without hurry."),
            ),
            Book(
                title="How to Potty Train Your Monster",
                by="Kelly DiPucchio",
                about=_("The child is the teacher here."),
            ),
        ),
    ),
    Shelf(
        key="does_not_feel",
        title=_("Leaks, at school age"),
        picture="leaks",
        books=(
            Book(
                title="Help! I Poo My Pants",
                by=_("by the author of the blog “Childhood soiling”"),
                ages="5–8",
                about=_("Soiling, letting go, toilets at school."),
            ),
            Book(
                title="A Child Like You",
                by=_("by the author of the blog “Childhood soiling”"),
                year=2014,
                ages="8–12",
                about=_("For older children: you are not the only one."),
            ),
        ),
    ),
    Shelf(
        key="conditions",
        title=_("For grown-ups: autism and special needs"),
        picture="diary",
        books=(
            Book(
                title="Ready, Set, Potty!",
                by="Brenda Batts",
                year=2010,
                about=_("Small steps with pictures, and what moves just this child."),
            ),
            Book(
                title="The Potty Journey",
                by="Judith Coucouvanis",
                about=_("The way as a journey in steps one can manage."),
            ),
        ),
    ),
)
