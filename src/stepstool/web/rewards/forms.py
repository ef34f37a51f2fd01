"""What the forms of choices send, and what is wrong with it, in words.

While softness comes first nothing new is promised, and no reward grows quieter.
"""

from datetime import datetime
from typing import Any, ClassVar, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from stepstool import method

YES, NO = method.YesNo.YES, method.YesNo.NO
Fading = method.lasting.Fading
Settings = method.lasting.Settings
Price = method.promises.Price
Prize = method.promises.Prize
PrizePicture = method.promises.PrizePicture
Rewards = method.Rewards
OWN: Final = "own"
# Written where a family emptied a line that can't be empty.
NOTHING: Final = "–"
# What a family may choose between: sweets and things, things only, or neither.
KINDS: Final = {
    "sweets": {"sweets": YES, "things": YES},
    "no_sweets": {"sweets": NO, "things": YES},
    "no_things": {"sweets": NO, "things": NO},
}
OFFERED: Final = tuple(
    key
    for key, thing in method.THINGS.items()
    if thing.kind is not method.lasting.RewardKind.SPECIAL_STICKER and not thing.gesture
)


class _Form(forms.Form):
    """A form of this room."""

    # Its name on the page.
    key: ClassVar[str]

    def __init__(self, data: Any, rewards: Rewards) -> None:
        super().__init__(data)
        # As they are now.
        self.rewards = rewards

    @property
    def fault(self) -> str:
        """What is wrong, in words."""
        return " ".join(
            str(error) for errors in self.errors.values() for error in errors
        )

    def _refuse_while_shut(self) -> None:
        if not self.rewards.promises:
            raise ValidationError(_("Softness comes first, so nothing was changed."))


class HouseForm(_Form):
    """Sweets or not, things or not, and what must not be eaten."""

    key = "house"
    kind = forms.ChoiceField(
        choices=[(kind, kind) for kind in KINDS],
        error_messages={"required": _("Which one? Tap one of them.")},
    )
    allergies = forms.CharField(required=False, max_length=200, strip=True)

    def entry(self, entry_id: str, at: datetime) -> Settings:
        """Give what was chosen."""
        chosen = KINDS[self.cleaned_data["kind"]]
        allergies = self.cleaned_data["allergies"] or NOTHING
        return Settings(
            id=entry_id,
            at=at,
            written_at=at,
            sweets=chosen["sweets"],
            things=chosen["things"],
            allergies=allergies,
        )


class PriceForm(_Form):
    """What a step earns in this family."""

    key = "price"
    ladder = forms.CharField(max_length=60)
    step = forms.IntegerField(min_value=1, max_value=50)
    thing = forms.ChoiceField(choices=[(thing, thing) for thing in (*OFFERED, OWN)])
    own = forms.CharField(required=False, max_length=60, strip=True)
    first = forms.IntegerField(required=False, min_value=1, max_value=50)
    then = forms.IntegerField(required=False, min_value=1, max_value=50)
    jar = forms.IntegerField(required=False, min_value=1, max_value=300)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        self._refuse_while_shut()
        if not _is_there(answers.get("ladder", "")):
            raise ValidationError(_("This ladder is not there."))
        if answers.get("thing") == OWN and not answers.get("own"):
            self.add_error("own", _("What is it? A word is enough."))
        return answers

    def entry(self, entry_id: str, at: datetime) -> Price:
        """Give the price."""
        answers = self.cleaned_data
        thing = answers["own"] if answers["thing"] == OWN else answers["thing"]
        return Price(
            id=entry_id,
            at=at,
            written_at=at,
            ladder=answers["ladder"],
            step=answers["step"],
            thing=thing,
            first=answers["first"] or method.UNKNOWN,
            then=answers["then"] or method.UNKNOWN,
            jar=answers["jar"] or method.UNKNOWN,
        )


class PrizeForm(_Form):
    """The prize in sight."""

    key = "prize"
    what = forms.CharField(
        max_length=60,
        strip=True,
        error_messages={"required": _("What is it? A word is enough.")},
    )
    place = forms.CharField(required=False, max_length=60, strip=True)
    picture = forms.ChoiceField(
        required=False, choices=[(looks, looks) for looks in PrizePicture]
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        self._refuse_while_shut()
        return answers

    def entry(self, entry_id: str, at: datetime) -> Prize:
        """Give the prize."""
        answers = self.cleaned_data
        looks = answers["picture"]
        return Prize(
            id=entry_id,
            at=at,
            written_at=at,
            what=answers["what"],
            place=answers["place"] or method.UNKNOWN,
            picture=PrizePicture(looks) if looks else method.UNKNOWN,
        )


def _is_there(ladder: str) -> bool:
    return ladder in method.LADDERS or ladder.startswith(method.OWN_LADDER)


class FadingForm(_Form):
    """How quiet rewards are from now on."""

    key = "fading"
    fading = forms.ChoiceField(choices=[(stage, stage) for stage in Fading])

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        stages = method.STAGES
        chosen = answers.get("fading")
        now = self.rewards.fading.stage.fading
        if chosen and stages.index(Fading(chosen)) > stages.index(now):
            self._refuse_while_shut()
        return answers

    def entry(self, entry_id: str, at: datetime) -> Settings:
        """Give what was chosen."""
        fading = Fading(self.cleaned_data["fading"])
        return Settings(id=entry_id, at=at, written_at=at, fading=fading)
