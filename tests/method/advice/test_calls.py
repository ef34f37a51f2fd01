"""What today's one thing is, is known to be a call where its words say so."""

from stepstool.method.advice.headline import CALLS, todo
from stepstool.method.words import language

ENGLISH = language("en")


def test_each_call_is_a_thing_that_is_said():
    assert [key for key in CALLS if not ENGLISH.has(f"todo.{key}")] == []


def test_whatever_says_to_call_the_office_is_a_call():
    says = {key.partition(".")[2] for key in ENGLISH.keys("todo")}
    calling = {
        key
        for key in says
        if "all the doctor" in ENGLISH.text(f"todo.{key}")
        or "all the out-of-hours" in ENGLISH.text(f"todo.{key}")
        or "ook a visit" in ENGLISH.text(f"todo.{key}")
    }
    assert calling <= CALLS
    assert todo("call_now").is_a_call
    assert not todo("nothing").is_a_call
