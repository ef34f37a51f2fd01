"""What a family answered to an idea of a calm day: done, or not this one."""

from enum import StrEnum

from stepstool.method.record.entry import Entry, kind
from stepstool.method.record.question import Choice, Unknown, ask


class IdeaKey(StrEnum):
    """An idea: one good thing for a calm day, by its name in the table of ideas."""

    HIDING_PLACE_LADDER = "hiding_place_ladder"
    FLUSH_LADDER = "flush_ladder"
    FLOOR_MARK_LADDER = "floor_mark_ladder"
    FADING_LADDER = "fading_ladder"
    FIRST_LADDER = "first_ladder"
    WHY_NOT = "why_not"
    READY_LIST = "ready_list"
    BARE_BOTTOM = "bare_bottom"
    TENT = "tent"
    BEFORE_SLEEP = "before_sleep"
    FEET = "feet"
    FLUSH_APART = "flush_apart"
    TEN_TOES = "ten_toes"
    BUBBLES = "bubbles"
    TEDDY_FIRST = "teddy_first"
    STORY = "story"
    EVERYBODY = "everybody"
    GOODBYE = "goodbye"
    FOOD_PICTURE = "food_picture"
    SHORT_WORD = "short_word"
    LAST_DIAPER = "last_diaper"


class IdeaAnswer(StrEnum):
    """What the family said to it."""

    DONE = "done"
    NOT_THIS = "not_this"


@kind("idea")
class Idea(Entry):
    """An answer to an idea: it rests for a while then, longer after *not this*."""

    idea: IdeaKey | Unknown = ask(Choice("Which idea?", IdeaKey))
    answer: IdeaAnswer | Unknown = ask(Choice("What became of it?", IdeaAnswer))
