"""What hurts, medicine ordered and given, a clinician's word, and danger signs."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from stepstool import method
from stepstool.web.diary.kinds.kind import PLAIN, Answers, Field, Group, Heading, Kind
from stepstool.web.families.roles import DAY, FAMILY, PLAN

H = method.health

_TUMMY_ACHE: Final = {
    "better_after_poop": Field(
        statements={
            "yes": _("Better after a %(poop)s"),
            "no": _("No better after a %(poop)s"),
        }
    ),
    "appetite_gone": Field(
        statements={"yes": _("No appetite"), "no": _("Appetite fine")}
    ),
}
_GIVEN: Final = {
    "medicine": PLAIN,
    "outcome": PLAIN,
    "phosphate": Field(statements={"yes": _("A phosphate enema"), "no": ""}),
}
_ORDERED: Final = {
    "medicine": PLAIN,
    "order": PLAIN,
    "ordered_by": PLAIN,
    "until_day": PLAIN,
}
_WORD: Final = {
    "word": PLAIN,
    "sign": PLAIN,
    "days": Field(unit=_("%(number)s days")),
    "name": PLAIN,
}

KINDS: Final = (
    Kind(
        of=H.TummyAche,
        title=_("Tummy ache"),
        access=DAY,
        more=Heading.NOT_WELL,
        form=(Group("", _TUMMY_ACHE),),
    ),
    Kind(
        of=H.Illness,
        title=_("Ill"),
        access=DAY,
        more=Heading.NOT_WELL,
        plural=ngettext_lazy("illness", "illnesses", "number"),
        form=(Group("", {"illness": PLAIN, "symptoms": PLAIN}),),
    ),
    Kind(
        of=H.MedicineGiven,
        title=_("Medicine"),
        button=_("Medicine given"),
        access=DAY,
        more=Heading.NOT_WELL,
        plural=ngettext_lazy("medicine", "medicines", "number"),
        form=(Group("", _GIVEN),),
    ),
    Kind(
        of=H.MedicineOrdered,
        title=_("Medicine ordered"),
        access=PLAN,
        more=Heading.NOT_WELL,
        form=(Group("", _ORDERED),),
    ),
    Kind(
        of=H.ClinicianWord,
        title=_("The doctor’s word"),
        button=_("What the doctor said"),
        access=FAMILY,
        more=Heading.NOT_WELL,
        form=(Group("", _WORD),),
    ),
    Kind(
        of=H.DangerSign,
        title=_("A sign to call"),
        button=_("Something is wrong"),
        access=DAY,
        elsewhere="the page of the signs",
        unasked={
            "the page of the signs asks": {
                "sign": PLAIN,
                "answer": PLAIN,
                "by_whom": PLAIN,
            }
        },
    ),
)

ANSWERS: Final[Answers] = {
    H.IllnessKind: {
        "tummy_bug": _("Tummy bug"),
        "cold": _("A cold"),
        "fever": _("Fever"),
        "other": _("Something else"),
    },
    H.Symptom: {
        "vomiting": _("Vomiting"),
        "watery_poop": _("Watery %(poop)s"),
        "fever": _("Fever"),
        "not_eating": _("Not eating"),
    },
    H.Given: {
        "given": _("Given"),
        "missed": _("Missed"),
        "refused": _("Not wanted"),
    },
    H.Word: {
        "constipated": _("Treat it as stuck or sore"),
        "not_constipated": _("All is well inside"),
        "clean_out_running": _("A clean-out begins"),
        "clean_out_over": _("The clean-out is over"),
        "knows_about_it": _("Knows about it"),
        "explained_sign": _("Explained a sign"),
        "call_after_days": _("When to call, in days"),
    },
    H.DangerAnswer: {
        "here": _("It is here"),
        "not_here": _("Not here"),
        "called": _("We called"),
        "seen": _("A doctor has seen it"),
        "stopped": _("It has stopped"),
        "visit_booked": _("A visit is booked"),
        "doctor_knows": _("The doctor knows"),
    },
    H.DangerKey: {
        "green_or_bloody_vomit": _("Green or bloody vomit"),
        "swollen_hard_tummy": _("Swollen, hard tummy, and vomiting"),
        "keeps_vomiting": _("Keeps vomiting and does not %(poop)s"),
        "pain_without_stop": _("Pain without a stop, for an hour or in waves"),
        "pain_with_fever": _("Bad tummy pain with fever"),
        "red_jelly_or_black": _("Red jelly, a lot of blood, or black as tar"),
        "weak_legs_or_no_pee": _("Weak legs, walks oddly, or cannot pee"),
        "hard_to_wake": _("Hard to wake, floppy, cold, or no pee for 12 hours"),
        "after_enema": _("After an enema: nothing out, sleepy, stiff, bleeding"),
        "phosphate_enema": _("Phosphate enema under 2 years, or two within a day"),
        "young_baby": _("Young baby: no %(poop)s, weak cry, weak suck"),
        "blood_mixed_in": _("Blood mixed into the %(poop)s"),
        "days_without": _("Many days without a %(poop)s"),
        "no_pee_8_hours": _("No pee for 8 hours"),
        "cannot_drink": _("Keeps no drink down"),
        "tummy_pain_a_day": _("Tummy pain for more than a day"),
        "stuck_in_opening": _("Stuck in the opening, or something red bulging out"),
        "clean_out_unwell": _("Vomiting or strong pain during a clean-out"),
        "peeing_hurts_and_ill": _("Peeing hurts, with fever, vomiting or back pain"),
        "stuck_under_2_months": _("Stuck or sore, under 2 months old"),
        "treatment_not_helping": _("A treatment that does not help"),
        "strong_pain_twice": _("The strongest pain, more than once"),
        "streak_on_hard": _("A streak of blood on a hard one"),
        "streaks_on_soft": _("Streaks of blood on soft ones, day after day"),
        "blocked_three_times": _("The toilet blocked again and again"),
        "peeing_hurts": _("Peeing hurts"),
        "leaks": _("Leaks again and again"),
        "runny_14_days": _("Runny for two weeks"),
        "stuck_14_days": _("Stuck or sore for two weeks, and no doctor knows"),
        "signs_4_weeks": _("Several hard signs for four weeks"),
        "ribbon_thin": _("Ribbon-thin, again and again"),
        "not_growing": _("Not growing, or losing weight"),
        "new_wetting": _("Wet again after dry months"),
        "since_birth": _("Trouble since the first month of life"),
        "low_back_or_bottom": _(
            "A dimple or hair low on the back, or an unusual bottom"
        ),
        "stuck_under_1_year": _("Stuck or sore, under one year old"),
    },
}
