"""What a family keeps for a visit: how the doctor's office is reached, and its own questions."""

from stepstool.method.record.entry import Entry, kind
from stepstool.method.record.question import Text, Unknown, ask


@kind("office", lasting=True)
class Office(Entry):
    """The doctor's office in the family's words; the newest one holds as a whole."""

    name: str | Unknown = ask(Text("Which office?", 100))
    phone: str | Unknown = ask(Text("Its telephone number", 40))
    hours: str | Unknown = ask(Text("When is somebody there?", 200))
    after_hours: str | Unknown = ask(
        Text("Whom do you call when it is closed? With the number.", 200)
    )


@kind("visit_questions", lasting=True)
class VisitQuestions(Entry):
    """Up to three questions of the family for the visit; the newest three hold."""

    first: str | Unknown = ask(Text("What do you want to ask first?", 200))
    second: str | Unknown = ask(Text("And second?", 200))
    third: str | Unknown = ask(Text("And third?", 200))

    @property
    def asked(self) -> tuple[str, ...]:
        """Those that were written, in their order."""
        three = (self.first, self.second, self.third)
        return tuple(text for text in three if isinstance(text, str))
