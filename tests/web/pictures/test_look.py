"""The look: contrast in every light, both directions, and no heavier than promised."""

import re
from pathlib import Path

import brotli
import pytest

from stepstool.web import shell

STATIC = Path(shell.__file__).parent / "static/shell"
TOKENS = (STATIC / "tokens.css").read_text()
SHEETS = sorted(STATIC.glob("*.css"))

FIRST_LOAD = [
    *(
        STATIC / f"{name}.css"
        for name in ("tokens", "base", "page", "forms", "answers")
    ),
    *STATIC.glob("*.js"),
    *STATIC.glob("fonts/*.woff2"),
    STATIC / "favicon.svg",
]

TEXT = [
    ("ink", "paper"), ("ink", "card"), ("ink-soft", "paper"), ("ink-soft", "card"),
    ("deep", "paper"), ("deep", "card"), ("deep", "deep-soft"), ("ink", "deep-soft"),
    ("on-accent", "accent"), ("on-today", "today"), ("on-today", "sun"), ("on-now", "now"),
]  # fmt: skip
SHAPES = [("edge", "paper"), ("edge", "card"), ("deep", "paper"), ("stroke", "card")]


def _table(opening: str) -> dict[str, str]:
    start = TOKENS.index(opening) + len(opening)
    block = TOKENS[start : TOKENS.index("}", start)]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", block))


LIGHT = _table("  :root {")
PHONE_DARK = _table(":root:not([data-theme]) {")
DARK = _table('[data-theme="night"] {')
NIGHT = DARK | _table('so that it wakes nobody. */\n  [data-theme="night"] {')
LIGHTS = {"light": LIGHT, "dark": LIGHT | DARK, "night": LIGHT | NIGHT}


def _brightness(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(d * 2 for d in colour[1:])
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    r, g, b = (
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_brightness(one), _brightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read(light, text, ground):
    tokens = LIGHTS[light]
    assert _contrast(tokens[text], tokens[ground]) >= 4.5


@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_can_be_seen(light, shape, ground):
    tokens = LIGHTS[light]
    assert _contrast(tokens[shape], tokens[ground]) >= 3


def test_dark_by_phone_and_dark_by_choice_are_the_same():
    assert PHONE_DARK == DARK


def test_dark_names_every_colour_of_light():
    assert PHONE_DARK.keys() == LIGHT.keys() - {"blood"} | (
        PHONE_DARK.keys() & {"blood"}
    )


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_styles_know_no_left_and_right(sheet):
    sided = r"(margin|padding|border|inset)-(left|right)|^\s*(left|right):|text-align: (left|right)|float:"
    assert not re.search(sided, sheet.read_text(), re.MULTILINE)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_colour_comes_from_the_tokens(sheet):
    colours = re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", sheet.read_text())
    assert sheet.name in ("tokens.css", "base.css") or not colours


def test_every_colour_that_is_used_has_a_name():
    used = {
        name
        for sheet in SHEETS
        for name in re.findall(r"var\(--([a-z-]+)", sheet.read_text())
    }
    assert used <= set(re.findall(r"--([a-z-]+):", TOKENS))


def test_all_that_the_first_page_loads_is_light():
    weight = sum(len(brotli.compress(each.read_bytes())) for each in FIRST_LOAD)
    assert weight < 45_000
