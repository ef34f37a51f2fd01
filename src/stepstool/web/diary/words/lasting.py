"""Words for what holds from a moment on: words, zone, the plan, rewards."""

from django.utils.translation import gettext_lazy as _

from stepstool.web.diary.words.table import Answers, Questions

QUESTIONS: Questions = {
    "zone.zone": _("Which time zone?"),
    "settings.word": _("The family’s own word for poop"),
    "settings.pronoun": _("How do we speak of %(name)s?"),
    "settings.sweets": _("Are sweets fine as rewards?"),
    "settings.things": _("Are things fine as rewards?"),
    "settings.allergies": _("What must %(name)s not eat?"),
    "settings.fading": _("When is there a treat?"),
    "settings.windows": _("How many offers a day?"),
    "plan.move": _("What was decided?"),
    "plan.ladder": _("Which ladder?"),
    "plan.ladder_version": _("Which version of it?"),
    "plan.step": _("On which step?"),
    "plan.until_day": _("When to look again?"),
    "plan.child_agreed": _("Was %(name)s asked, and agreed?"),
    "own_ladder.ladder": _("Which ladder?"),
    "own_ladder.ladder_version": _("Which version of it?"),
    "own_ladder.title": _("What is it called?"),
    "own_ladder.steps": _("Which steps?"),
    "reward.reward": _("What kind?"),
    "reward.what": _("What was it?"),
    "reward.amount": _("How many?"),
    "reward.cause": _("For what?"),
    "reward.ladder": _("Of which ladder?"),
    "reward.step": _("For which step?"),
    "price.ladder": _("Of which ladder?"),
    "price.step": _("For which step?"),
    "price.thing": _("What is given?"),
    "price.first": _("How many the first time?"),
    "price.then": _("How many after that?"),
    "price.jar": _("How many are in the jar?"),
    "prize.what": _("What is the prize?"),
    "prize.place": _("Where does it stand?"),
    "prize.picture": _("Which picture is most like it?"),
}

ANSWERS: Answers = {
    "Pronoun": {
        "she": _("She"),
        "he": _("He"),
        "they": _("They"),
        "name_only": _("By name only"),
    },
    "Move": {
        "start": _("Start"),
        "move_on": _("Move on"),
        "stay": _("Stay"),
        "step_back": _("A step back"),
        "take_a_break": _("Take a break"),
        "go_on": _("Go on"),
        "end": _("The end"),
    },
    "Fading": {
        "every_time": _("Every time"),
        "every_second": _("A sticker every time, the treat every second time"),
        "surprise": _("A surprise now and then"),
        "words": _("High five and words"),
    },
    "PrizePicture": {
        "car": _("A car"),
        "teddy": _("A teddy"),
        "dinosaur": _("A dinosaur"),
        "ball": _("A ball"),
        "book": _("A book"),
        "kite": _("A kite"),
        "crayons": _("Crayons"),
        "something": _("A parcel"),
    },
    "RewardKind": {
        "sticker": _("Sticker"),
        "special_sticker": _("Special sticker"),
        "treat": _("Treat"),
        "prize": _("Prize"),
        "other": _("Something else"),
    },
}
