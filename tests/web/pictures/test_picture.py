"""Pictures: what is drawn, how it is named, and that nothing of the record lacks one."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from django.template import Context, Template

from stepstool import method
from stepstool.web import pictures, shell
from stepstool.web.pictures import ALBUM, picture
from stepstool.web.pictures.album import FOLDER, PARTS, drawings_in

BASE_CSS = Path(shell.__file__).parent / "static/shell/base.css"

FILES = sorted(FOLDER.rglob("*.svg"))
TOLD = method.interview.ANSWERS
TOPICS = method.interview.Topic
ANSWERS = [
    *method.KINDS,
    *method.poop.Place,
    *method.poop.Mood,
    *method.toileting.Sign,
    *TOLD[TOPICS.WHERE_NOW],
    *TOLD[TOPICS.FOUR_WEEKS],
    *(f"bristol_{number}" for number in range(1, 8)),
    *(f"brussels_{each}" for each in method.poop.Brussels),
    *(f"pain_{number}" for number in range(4)),
]


@pytest.mark.parametrize("name", sorted({str(each) for each in ANSWERS}))
def test_each_answer_of_the_record_has_a_picture(name):
    assert name in ALBUM


def test_an_unknown_name_raises_and_says_which_there_are():
    with pytest.raises(KeyError, match=r"no picture is called 'unicorn'.*potty"):
        picture("unicorn")


def test_without_a_title_a_picture_is_hidden_from_who_listens():
    assert 'aria-hidden="true"' in picture("potty")


def test_with_a_title_a_picture_says_it():
    assert 'role="img"' in picture("potty", title="Potty")
    assert "<title>Potty</title>" in picture("potty", title="Potty")


def test_a_title_is_escaped():
    assert "<b>" not in picture("potty", title="<b>")


def test_size_grows_with_the_text():
    assert 'width="2rem" height="2rem"' in picture("potty", size=32)


def test_the_tag_puts_a_picture_into_a_page():
    template = Template('{% load pictures %}{% picture "potty" %}')
    assert template.render(Context()) == picture("potty")


@pytest.mark.parametrize("name", ALBUM)
def test_each_picture_is_small(name):
    most = 1900 if ALBUM[name].sheet == "128 128" else 1300
    assert len(picture(name)) < most


@pytest.mark.parametrize("name", ALBUM)
def test_each_picture_is_whole_and_needs_no_inline_style(name):
    root = ET.fromstring(picture(name))  # noqa: S314 - our own drawing
    assert not [each for each in root.iter() if "style" in each.attrib]


@pytest.mark.parametrize("name", ALBUM)
def test_each_tone_has_a_colour(name):
    painted = set(re.findall(r"\.([a-z]+) \{", BASE_CSS.read_text()))
    assert set(re.findall(r'class="([a-z]+)"', picture(name))) <= painted


@pytest.mark.parametrize("name", PARTS)
def test_each_part_of_a_larger_picture_is_painted_in_our_tones_too(name):
    painted = set(re.findall(r"\.([a-z]+) \{", BASE_CSS.read_text()))
    assert set(re.findall(r'class="([a-z]+)"', PARTS[name].paths)) <= painted


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_file_shows_in_the_tones_of_the_house_when_it_is_opened(file):
    sheets = re.findall(r'xml-stylesheet href="([^"]+)"', file.read_text())
    assert [Path(sheet).name for sheet in sheets] == ["tokens.css", "base.css"]
    assert all((file.parent / sheet).resolve().is_file() for sheet in sheets)
    assert ET.fromstring(file.read_text()).get("class") == "picture"  # noqa: S314


def test_a_file_without_a_frame_of_ours_is_named(tmp_path):
    (tmp_path / "blob.svg").write_text("<svg></svg>")
    with pytest.raises(ValueError, match=r"blob\.svg"):
        drawings_in(tmp_path)


def test_no_two_pictures_are_the_same():
    drawings = {pictures.picture(name) for name in ALBUM}
    assert len(drawings) == len(ALBUM)
