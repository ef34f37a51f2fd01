"""What the forms of choices send, and what is wrong with it, in words.

While softness comes first nothing new is promised, and no reward grows quieter.
"""

from datetime import datetime
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary.treats import (
    CHOKES,
    NO,
    OWN,
    RewardsForm,
    TreatForm,
    choking_question,
)

Fading = method.lasting.Fading
Settings = method.lasting.Settings
Price = method.promises.Price
Prize = method.promises.Prize
PrizePicture = method.promises.PrizePicture
# Written where a family emptied a line that can't be empty.
NOTHING: Final = "–"
OFFERED: Final = tuple(
    key
    for key, thing in method.THINGS.items()
    if thing.kind is not method.lasting.RewardKind.SPECIAL_STICKER and not thing.gesture
)


class _PromiseForm(RewardsForm):
    """A form that promises something."""

    def refuse_while_shut(self) -> None:
        """Promise nothing new while softness comes first."""
        if not self.rewards.promises:
            raise ValidationError(_("Softness comes first, so nothing was changed."))


class HouseForm(TreatForm):
    """What is given here, and what must not be eaten."""

    key = "house"
    allergies = forms.CharField(required=False, max_length=200, strip=True)

    def entry(self, entry_id: str, at: datetime, **more: Any) -> Settings:
        """Give what was chosen."""
        allergies = self.cleaned_data["allergies"] or NOTHING
        return super().entry(entry_id, at, allergies=allergies, **more)


class PriceForm(_PromiseForm):
    """What a step earns in this family."""

    key = "price"
    ladder = forms.CharField(max_length=60)
    step = forms.IntegerField(min_value=1, max_value=50)
    thing = forms.ChoiceField(choices=[(thing, thing) for thing in (*OFFERED, OWN)])
    own = forms.CharField(required=False, max_length=60, strip=True)
    first = forms.IntegerField(required=False, min_value=1, max_value=50)
    then = forms.IntegerField(required=False, min_value=1, max_value=50)
    jar = forms.IntegerField(required=False, min_value=1, max_value=300)
    chokes = choking_question()

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        self.refuse_while_shut()
        if not _is_there(answers.get("ladder", "")):
            raise ValidationError(_("This ladder is not there."))
        if answers.get("thing") == OWN and not answers.get("own"):
            self.add_error("own", _("What is it? A word is enough."))
        elif answers.get("thing") == OWN:
            self.check_own(answers["own"])
        return answers

    def entry(self, entry_id: str, at: datetime) -> Price:
        """Give the price."""
        answers = self.cleaned_data
        thing = answers["own"] if answers["thing"] == OWN else answers["thing"]
        chokes = answers["chokes"] if answers["thing"] == OWN else ""
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
            chokes=method.YesNo(chokes) if chokes else method.UNKNOWN,
        )


class PrizeForm(_PromiseForm):
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
        self.refuse_while_shut()
        young = self.rewards.terms.house.is_young
        risk = method.risk_of(answers.get("what", ""), NO)
        if young and risk is method.Risk.CHOKES:
            self.add_error("what", CHOKES)
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


class FadingForm(_PromiseForm):
    """How quiet rewards are from now on."""

    key = "fading"
    fading = forms.ChoiceField(choices=[(stage, stage) for stage in Fading])

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        stages = method.STAGES
        chosen = answers.get("fading")
        now = self.rewards.fading.stage.fading
        if chosen and stages.index(Fading(chosen)) > stages.index(now):
            self.refuse_while_shut()
        return answers

    def entry(self, entry_id: str, at: datetime) -> Settings:
        """Give what was chosen."""
        fading = Fading(self.cleaned_data["fading"])
        return Settings(id=entry_id, at=at, written_at=at, fading=fading)
