"""The HTML file says what the page says, stands alone, and takes no words for markup."""

import re
from html import unescape

import pytest

from stepstool.paper import html_of
from tests.method.report.diary import entry, record, spoken
from tests.paper.reading import squeezed
from tests.stories.report_story import Story, stories

STORIES = stories()
TAG = re.compile(r"<[^>]*>")


@pytest.mark.parametrize("story", STORIES, ids=[story.name for story in STORIES])
def test_its_text_is_the_text_of_the_page_in_order(story: Story):
    _, _, body = html_of(story.spoken).partition("<body>")
    said = squeezed(unescape(TAG.sub("", body)))
    assert said == squeezed("".join(story.spoken.texts))


def test_it_calls_nobody_and_runs_nothing():
    html = html_of(STORIES[0].spoken)
    assert not re.search(r"<script|<link|<img|https?://|url\(", html)


def test_words_of_a_family_are_never_markup():
    asked = entry("visit_questions", "1 10:00", first="<b>why</b> & how?")
    html = html_of(spoken(record("", "2 12:00", asked)))
    assert "&lt;b&gt;why&lt;/b&gt; &amp; how?" in html
