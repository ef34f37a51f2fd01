"""Each section says what is written, in whose words, and what is not known."""

import pytest

from stepstool import method
from stepstool.method.record.kinds.interview import ANSWERS
from stepstool.method.report.lines import SILENT
from tests.method.report.diary import entry, lines, record

TOPIC = method.interview.Topic
ASKED = (
    TOPIC.FOUR_WEEKS,
    TOPIC.WHERE_NOW,
    TOPIC.SINCE_WHEN,
    TOPIC.BEGAN_WITH,
    TOPIC.CONDITIONS,
    TOPIC.FEELS_IT,
    TOPIC.TREATED_BEFORE,
)


@pytest.mark.parametrize("topic", ASKED)
def test_every_answer_that_the_page_tells_has_its_words(topic):
    speaker = method.speaker_in("en")
    told = [answer for answer in ANSWERS[topic] if answer not in SILENT]
    assert [answer for answer in told if not speaker.has(f"report.told.{answer}")] == []


@pytest.mark.parametrize("sign", list(method.health.DangerKey))
def test_every_sign_has_a_short_name(sign):
    assert method.speaker_in("en").has(f"report.sign.{sign}")


@pytest.mark.parametrize("word", list(method.health.Word))
def test_every_word_of_a_clinician_is_said(word):
    said = lines(record(f"1 doctor Ito says {word}", "2 12:00"), "tried")
    assert any(line.startswith("Dr Ito, Sunday 1 March:") for line in said)


def test_a_word_without_a_name_is_a_clinicians_and_one_that_says_nothing_is_left_out():
    unnamed = entry("clinician_word", "1 10:00", word="knows_about_it")
    empty = entry("clinician_word", "1 11:00", name="Dr Ito")
    said = lines(record("", "2 12:00", unnamed, empty), "tried")
    assert "A clinician, Sunday 1 March: knows about it." in said
    assert not any("Dr Ito" in line for line in said)


def test_an_order_stands_in_its_own_words_with_its_name():
    order = entry(
        "medicine_ordered",
        "1 10:00",
        medicine="softener",
        order="half a cup at night",
        ordered_by="Dr Ito",
    )
    assert (
        "Ordered (to soften) by Dr Ito on Sunday 1 March: “half a cup at night”."
        in lines(record("", "2 12:00", order), "tried")
    )


def test_an_order_holds_on_its_last_day_and_not_after_it():
    diary = "1 order softener until 3"
    assert any(
        line.startswith("Ordered") for line in lines(record(diary, "3 20:00"), "tried")
    )
    said = lines(record(diary, "4 20:00"), "tried")
    assert "Medicine: no order is written down." in said


def test_an_order_of_no_kind_is_another_medicine():
    order = entry("medicine_ordered", "1 10:00", order="as written")
    said = lines(record("", "2 12:00", order), "tried")
    assert "Ordered (other) on Sunday 1 March: “as written”." in said


def test_a_break_and_a_ladder_of_another_version_are_named():
    diary = "1 plan start b 1\n3 plan take_a_break until 20"
    strange = entry("plan", "1 09:00", move="start", ladder="moon", step=1)
    said = lines(record(diary, "8 12:00", strange), "tried")
    assert "A break from Tuesday 3 March for 5 days." in said
    assert any("A ladder of another version: step 1" in line for line in said)


def test_listening_is_counted_among_what_was_tried():
    said = lines(record("1-3 10:00 listens 3", "4 12:00"), "tried")
    assert "Listening sessions: 3." in said


def test_an_unknown_age_is_said():
    nobody = method.Child(name="Mia", id="mia")
    said = lines(record("", "2 12:00", child=nobody), "since")
    assert "Age: not known." in said


def test_an_answer_that_says_nothing_is_not_known():
    said = lines(record("1 told since_when dont_know", "2 12:00"), "since")
    assert "Since when: not known yet." in said


def test_a_skipped_question_is_not_known():
    said = lines(record("1 told since_when", "2 12:00"), "since")
    assert "Since when: not known yet." in said


def test_the_familys_own_questions_stand_there_in_order_the_newest_three():
    old = entry("visit_questions", "1 10:00", first="Old?")
    new = entry("visit_questions", "2 10:00", first="How long?", third="And then?")
    said = lines(record("", "3 12:00", old, new), "own")
    assert said == ("How long?", "And then?")


def test_poops_without_a_picture_are_counted_apart():
    said = lines(record("1 soft\n2-3 poop", "4 12:00"), "form")
    assert "Types by picture: Bristol 4: 1." in said
    assert "Without a picture: 2." in said


def test_aches_are_counted_by_days():
    said = lines(record("1 09:00 ache\n1 18:00 ache better", "4 12:00"), "pain")
    assert "Days with a tummy ache: 1, better after a stool: 1." in said


def test_a_sign_that_nobody_answered_or_named_is_left_out():
    unsaid = entry("danger_sign", "1 10:00", sign="cannot_drink")
    unnamed = entry("danger_sign", "1 11:00", answer="here")
    said = lines(record("", "2 12:00", unsaid, unnamed), "signs")
    assert "The family was not asked about signs yet." in said


def test_food_and_drink_are_said_as_far_as_they_are_written():
    meals = [
        entry("meal", f"{day} {at}", meal=meal, plate=["oatmeal", "peas"])
        for day in (8, 9, 10, 11, 12)
        for at, meal in (
            ("08:00", "breakfast"),
            ("12:00", "lunch"),
            ("18:00", "dinner"),
        )
    ]
    drinks = [
        entry("drink", "12 10:00", drink="milk", amount=200),
        entry("drink", "12 11:00", drink="water", amount=300),
    ]
    said = lines(record("", "12 20:00", *meals, *drinks), "food")
    assert said[0].startswith("Fibre, on average of 5 days written in full: ")
    assert said[1:] == (
        "Drinks, on days with any written (1): 500 ml at least.",
        "Milk, on days with any written (1): 200 ml at least.",
    )


def test_pees_are_counted_by_where_they_land():
    pees = [
        entry("pee", f"1 {hour}:00", place=place)
        for hour, place in ((10, "potty"), (11, "pants"), (12, "toilet"))
    ]
    said = lines(record("", "2 12:00", *pees), "wetting")
    assert said == (
        "Pees written down: 3; in the potty or toilet: 2; in the clothes: 1.",
        "Nights: not known.",
    )


def test_nights_and_stools_in_sleep_are_said_where_they_are_written():
    raw = {"kind": "sleep", "data": {"sleep": "night"}}
    times = (
        ("1", "2026-03-01T19:00", "2026-03-02T05:30"),
        ("2", "2026-03-02T19:00", ""),
    )
    nights = [
        method.read_or_keep(
            raw
            | {"id": id_, "at": f"{at}+00:00"}
            | ({"until": f"{until}+00:00"} if until else {})
        )
        for id_, at, until in times
    ]
    diary = "1 soft asleep\n2 soft awake\n3 soft"
    assert lines(record(diary, "3 20:00", *nights), "wetting") == (
        "Where pee goes: not known.",
        "Nights written with their end: 1, on average 10.5 hours.",
        "Stools in sleep: 1, of 2 of which that is known.",
    )


def test_that_none_of_the_asked_signs_was_there_is_said_with_its_day():
    none = entry("danger_sign", "1 10:00", answer="not_here")
    said = lines(record("", "2 12:00", none), "signs")
    assert (
        "None of the signs that were asked was there, answered on Sunday 1 March."
        in said
    )


@pytest.mark.parametrize("item", ["appetite", "ache", "few", "before"])
def test_an_item_of_a_list_has_no_comma_of_its_own(item):
    assert "," not in method.speaker_in("en").say(f"report.item.{item}")


@pytest.mark.parametrize("standing", ["not_seen", "not_known"])
def test_one_known_day_is_not_counted_as_several(standing):
    said = method.speaker_in("en").say(f"report.standing.{standing}", known=1)
    assert "(known days: 1):" in said
