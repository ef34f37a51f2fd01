"""The words of other trackers, as far as they go: texture, size, colour, medicine.

A word for the texture becomes a range of Bristol types and never a type: nobody looked
at the pictures.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from stepstool import method
from stepstool.trackers.piece import Doubt

Amount = method.poop.Amount
MedicineKind = method.answers.MedicineKind


class Range(NamedTuple):
    """The lowest and the highest Bristol type that a word may mean."""

    low: int
    high: int


PELLETS: Final = Range(1, 1)
HARD: Final = Range(1, 2)

TEXTURES: Final[Mapping[str, Range]] = {
    "pebbles": PELLETS,
    "little balls": PELLETS,
    "hard": HARD,
    "solid": Range(3, 4),
    "formed": Range(3, 4),
    "normal": Range(3, 4),
    "soft": Range(5, 5),
    "mushy": Range(5, 6),
    "loose": Range(5, 6),
    "runny": Range(6, 7),
    "very runny": Range(6, 7),
    "watery": Range(6, 7),
    "diarrhea": Range(6, 7),
    "diarrhoea": Range(6, 7),
    "かため": HARD,
    "ふつう": Range(3, 4),
    "やわらかめ": Range(5, 5),
    "下痢": Range(6, 7),
}
MUCUS: Final = frozenset({"mucousy", "mucusy", "mucous", "mucus"})

SIZES: Final[Mapping[str, method.poop.Amount]] = {
    "tiny": Amount.SMALL,
    "little": Amount.SMALL,
    "small": Amount.SMALL,
    "medium": Amount.NORMAL,
    "normal": Amount.NORMAL,
    "big": Amount.LARGE,
    "large": Amount.LARGE,
    "ちょこっと": Amount.SMALL,
    "少なめ": Amount.SMALL,
    "ふつう": Amount.NORMAL,
    "多め": Amount.LARGE,
}

# What a medicine is for, by a part of its name; the first that fits decides.
MEDICINES: Final = (
    (
        re.compile("suppositor|enema|glyceri|glycero|mi[ck]r[ao]lax|fleet"),
        MedicineKind.RECTAL,
    ),
    (
        re.compile(
            "macrogol|polyethylene glycol|peg ?3350|movicol|laxido|cosmocol|miralax|"
            "restoralax|forlax|lactulose|lactitol|milk of magnesia|magnesium hydroxide|"
            "senna|senokot|bisacodyl|dulcolax|picosulf|docus|paraffin|mineral oil|"
            "laxati|softener"
        ),
        MedicineKind.SOFTENER,
    ),
)


class TextureWords(NamedTuple):
    """What a tracker says of how a poop looked: answers, words beyond, and doubts."""

    answers: dict[str, Any]
    words: dict[str, Any]
    doubts: tuple[Doubt, ...]


def look_of_poop(texture: str = "", colour: str = "", size: str = "") -> TextureWords:
    """Translate what is known of a poop's look; words without a meaning here stay words."""
    known = _range(texture, size)
    answers: dict[str, Any] = {}
    if known:
        answers |= {"bristol_low": known.low, "bristol_high": known.high}
    if size.casefold() in SIZES:
        answers["amount"] = SIZES[size.casefold()]
    if texture or colour:
        answers["imported"] = cut(", ".join(filter(None, [texture, colour])), 200)
    is_mucus = texture.casefold() in MUCUS
    words: dict[str, Any] = {"texture": texture, "colour": colour, "size": size}
    words = {name: word for name, word in words.items() if word}
    doubts = [Doubt("texture", texture)] if texture and not (known or is_mucus) else []
    if size and "amount" not in answers:
        doubts.append(Doubt("size", size))
    return TextureWords(
        answers, words | ({"mucus": True} if is_mucus else {}), tuple(doubts)
    )


def medicine(name: str) -> dict[str, Any]:
    """Give what a medicine is for, if its name says so; else it stays unknown."""
    wanted = name.casefold()
    kinds = [kind for pattern, kind in MEDICINES if pattern.search(wanted)]
    return {"medicine": kinds[0]} if kinds else {}


def foods(*words: str) -> dict[str, Any]:
    """Give what was eaten or drunk, as far as it fits and says anything."""
    text = joined(words)
    return {"foods": cut(text, 500)} if text and text != "unknown" else {}


def joined(words: Iterable[str]) -> str:
    """Join what is said, each word once."""
    return ", ".join(dict.fromkeys(word for word in words if word))


def cut(text: str, longest: int) -> str:
    """Shorten a text, and show that it was."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _range(texture: str, size: str) -> Range | None:
    known = TEXTURES.get(texture.casefold())
    is_hard = known == HARD
    return PELLETS if is_hard and SIZES.get(size.casefold()) is Amount.SMALL else known
