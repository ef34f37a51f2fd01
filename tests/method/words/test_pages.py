"""Pages of the guide and true figures: complete, sourced, in the family's own words."""

import pytest

from stepstool.method.evidence import NUMBERS, SOURCES
from stepstool.method.record import UNKNOWN
from stepstool.method.record.kinds.lasting import Pronoun
from stepstool.method.words import (
    FIGURES,
    FigureTopic,
    Speaker,
    Voice,
    figures_for,
    language,
    page_of,
)

ENGLISH = language("en")
MIA = Voice(name="Mia", pronoun=Pronoun.SHE, word="poo")
SPEAKER = Speaker(ENGLISH, MIA)
SLUGS = sorted({key.split(".")[1] for key in ENGLISH.keys("pages")})
WITHOUT_LINES = {("preschool", "can")}


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("pronoun", Pronoun)
def test_every_page_can_be_said_for_every_child(slug, pronoun):
    page = page_of(slug, Speaker(ENGLISH, Voice(name="Mia", pronoun=pronoun)))
    assert page.title
    assert page.lead
    for section in page.sections:
        assert section.title
        assert section.lines or (slug, section.key) in WITHOUT_LINES


def test_a_page_keeps_the_order_of_its_sections():
    story = page_of("story", SPEAKER)
    assert [section.key for section in story.sections] == ["apple", "waited"]
    assert story.sections[1].title == "The poo that waited"


def test_a_page_that_nobody_wrote_is_an_error():
    with pytest.raises(KeyError):
        page_of("nothing", SPEAKER)


def test_every_figure_has_its_sentence_and_every_sentence_its_figure():
    written = set(ENGLISH.keys("figures"))
    assert {f"figures.{each.topic}.{each.key}" for each in FIGURES} == written


@pytest.mark.parametrize("topic", FigureTopic)
def test_every_figure_names_a_study(topic):
    told = figures_for(topic, UNKNOWN, SPEAKER)
    assert all(each.sources for each in told)
    assert all(source.key in SOURCES for each in told for source in each.sources)


def test_every_number_of_a_figure_is_in_evidence():
    named = {f"figures.{name}" for each in FIGURES for name in each.numbers}
    assert named - set(NUMBERS) == set()


def said(topic, months):
    return " ".join(each.text for each in figures_for(topic, months, SPEAKER))


def test_a_toddlers_parent_reads_of_half_a_year():
    assert "74 of 100 were through it within half a year" in said(FigureTopic.ALONE, 36)


def test_from_four_on_nothing_is_promised_beyond_the_figures():
    older = said(FigureTopic.ALONE, 48)
    assert "half a year" not in older
    assert "fewer studies" in older


def test_figures_of_babies_are_for_babies():
    assert "Breast-fed" in said(FigureTopic.NORMAL, 3)
    assert "Breast-fed" not in said(FigureTopic.NORMAL, 36)


def test_what_is_so_at_any_age_is_told_from_birth_on():
    newborn = {each.key for each in FIGURES if each.is_for(0)}
    assert newborn >= {"refusing", "back_to_diapers", "a_week", "range"}


def test_a_half_is_written_as_one():
    assert "32.5" in said(FigureTopic.NORMAL, 36)
