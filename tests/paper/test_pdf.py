"""The PDF says what the page says, tagged, on a page and a second one for the days."""

import re
from dataclasses import replace

import pytest

from stepstool import method
from stepstool.paper import ATTACHED, PaperSize, pdf_of
from tests.method.report.diary import entry, record, spoken
from tests.paper.reading import opened, squeezed, text_of
from tests.stories.report_story import Story, stories

STORIES = stories()
names = pytest.mark.parametrize("story", STORIES, ids=[story.name for story in STORIES])
PAGE_NUMBER = re.compile(r"\d/\d$")


@names
def test_its_text_is_the_text_of_the_page_in_order(story: Story):
    pdf = opened(pdf_of(story.spoken))
    pages = [squeezed(page.extract_text()) for page in pdf.pages]
    said = "".join(PAGE_NUMBER.sub("", page) for page in pages)
    assert said == squeezed("".join(story.spoken.texts))


@names
@pytest.mark.parametrize("paper", list(PaperSize))
def test_the_eight_answers_stand_on_the_first_of_two_pages(
    story: Story, paper: PaperSize
):
    pages = opened(pdf_of(story.spoken, paper=paper)).pages
    first = squeezed(pages[0].extract_text())
    sections = {section.key: section for section in story.spoken.sections}
    missing = [
        line
        for key in method.EIGHT_QUESTIONS
        for line in (sections[key].title, *sections[key].lines)
        if squeezed(line) not in first
    ]
    assert missing == []
    assert len(pages) == 2


@pytest.fixture(scope="module")
def story() -> Story:
    return STORIES[0]


def test_it_is_tagged_has_a_title_and_a_language_and_names_its_standards(story: Story):
    pdf = opened(pdf_of(story.spoken))
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert pdf.metadata.title == "For the doctor: Mia"
    metadata = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_the_same_page_is_the_same_bytes(story: Story):
    assert pdf_of(story.spoken) == pdf_of(story.spoken)


def test_letter_is_letter(story: Story):
    box = opened(pdf_of(story.spoken, paper=PaperSize.LETTER)).pages[0].mediabox
    assert (float(box.width), float(box.height)) == (612, 792)


def test_words_of_a_family_are_never_markup():
    tricky = "#panic() *b* $x$ @ref <a> \\ // http://x"
    asked = entry("visit_questions", "1 10:00", first=tricky)
    assert squeezed(tricky) in text_of(pdf_of(spoken(record("", "2 12:00", asked))))


def test_a_letter_that_no_font_has_still_prints():
    asked = entry("visit_questions", "1 10:00", first="Why \N{PILE OF POO} then?")
    pdf = pdf_of(spoken(record("", "2 12:00", asked)))
    assert "Whatitislike" in text_of(pdf)


def test_what_is_left_out_is_not_in_the_file(story: Story):
    short = story.spoken.without({"sheet", "lists"})
    pdf = pdf_of(short)
    assert len(opened(pdf).pages) == 1
    assert "hourbyhour" not in text_of(pdf)


def test_a_long_period_has_its_weeks():
    seen = record("1-60 soft potty", "60 20:00")
    page = spoken(seen, 60)
    pages = opened(pdf_of(page)).pages
    assert "Week by week" in pages[2].extract_text()


def test_a_page_of_nothing_is_a_page(story: Story):
    nothing = replace(story.spoken, sections=(), tables=())
    assert "ForthedoctorMia".replace("Mia", ":Mia") in text_of(pdf_of(nothing))


def test_it_carries_the_copy_for_programs(story: Story):
    copy = method.bundle_of(story.record)
    pdf = opened(pdf_of(story.spoken, bundle=copy))
    assert pdf.attachments[ATTACHED] == [copy.encode()]
    assert (
        "<pdfaid:part>3</pdfaid:part>"
        in pdf.trailer["/Root"]["/Metadata"].get_data().decode()
    )


def test_without_a_copy_there_is_nothing_attached(story: Story):
    assert not opened(pdf_of(story.spoken)).attachments
