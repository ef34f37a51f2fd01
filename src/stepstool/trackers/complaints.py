"""What is wrong with a file, in a sentence that says what to do."""

from collections.abc import Mapping, Sequence
from typing import Final

CURE: Final = "Choose the file that your tracker exported, mostly a .csv or a .zip."

SENTENCES: Final[Mapping[str, str]] = {
    "empty": f"This file is empty. {CURE}",
    "too_large": "This file has more than {most} MB. Export a shorter time at once.",
    "picture": f"This is a picture. {CURE}",
    "pdf": "This is a PDF, made for reading. Look for an export as CSV in your tracker.",
    "spreadsheet": "This is a spreadsheet. Open it, choose “Save as” and CSV (UTF-8), "
    "and bring the new file.",
    "database": "This is a database backup. Look for an export as CSV in your tracker.",
    "packed": "This is packed in a way we can’t open. Unpack it, and bring what is "
    "inside.",
    "web_page": "This is a web page. Download the export itself, and bring that file.",
    "not_text": f"There is no text in this file that we can read. {CURE}",
    "zip_damaged": "This zip file is damaged or cut short. Export or copy it again.",
    "zip_locked": "This zip file has a password. Unpack it, and bring what is inside.",
    "zip_too_full": "This zip file unpacks to far more than an export would. Unpack it "
    "yourself, and bring the file that your tracker wrote.",
    "cut_short": "This file ends in the middle of a row, so some of it is missing. "
    "Export or copy it again.",
    "cell_too_long": "Row {row} holds more text than a diary would. Is a quotation mark "
    "missing there? Export it again.",
    "too_many_rows": "This file has more than {most} rows. Export a shorter time at "
    "once.",
    "too_many_parts": "This file has far more cells or values than a diary would. Export a "
    "shorter time at once.",
    "too_slow": "This file takes too long to read. Export a shorter time at once, such as "
    "half of it, and bring in one after the other.",
    "no_rows": "This file has a heading and nothing under it. Export a longer time.",
    "unknown_format": "We don’t know this kind of file yet. We can read {names}.",
    "other_format": "This does not look like a file of {name}. Leave the format out, "
    "and we look for ourselves.",
    "no_such_format": "There is no format {name!r}. There is {names}.",
    "mixed": "This zip file holds exports of several trackers. Unpack it, and bring them "
    "one by one.",
    "zone": "{zone!r} is no time zone. Write one such as Europe/London.",
    "diary": "This file is no diary of Stepstool, or not all of it. Copy it again, or take "
    "it along anew.",
    "bundle": "This is no whole bundle of FHIR. Take it along again, as a file.",
    "date_order": "Dates such as {example} can be read in two ways. Say which comes "
    "first: the day or the month.",
    "child": "This file is about {names}. Say which of them it is.",
}


class NotUnderstoodError(ValueError):
    """A file that can't be read as it is; the sentence says what to do.

    key and values: which of `SENTENCES` it is, for other languages.
    """

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(SENTENCES[key].format(**values))


class NeedsAnswerError(NotUnderstoodError):
    """A file that can be read once a question is answered.

    key: the question, and the name of the argument of `read` that takes the answer;
    answers: what it takes.
    """

    def __init__(self, key: str, answers: Sequence[str], **values: object) -> None:
        super().__init__(key, **values)
        self.answers = tuple(answers)
