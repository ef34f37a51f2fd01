"""What hurts, medicine ordered and given, a clinician's word, and danger signs."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from stepstool import method
from stepstool.web.diary.kinds.kind import (
    PLAIN,
    Answers,
    Field,
    FormGroup,
    Heading,
    Kind,
)
from stepstool.web.families.roles import DAY, FAMILY, PLAN

H, AP = method.health, method.action_plan

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
    "call_after_hours": Field(
        unit=ngettext_lazy(
            "Call if nothing has come after %(number)s hour",
            "Call if nothing has come after %(number)s hours",
            "number",
        )
    ),
}
_WORD: Final = {
    "word": PLAIN,
    "sign": PLAIN,
    "days": Field(unit=ngettext_lazy("%(number)s day", "%(number)s days", "number")),
    "name": PLAIN,
}

_ACTION_PLAN: Final = dict.fromkeys(AP.ActionPlan.QUESTIONS, PLAIN)

KINDS: Final = (
    Kind(
        of=H.TummyAche,
        title=_("Tummy ache"),
        access=DAY,
        more=Heading.NOT_WELL,
        form=(FormGroup("", _TUMMY_ACHE),),
    ),
    Kind(
        of=H.Illness,
        title=_("Ill"),
        access=DAY,
        more=Heading.NOT_WELL,
        plural=ngettext_lazy("illness", "illnesses", "number"),
        form=(FormGroup("", {"illness": PLAIN, "symptoms": PLAIN}),),
    ),
    Kind(
        of=H.MedicineGiven,
        title=_("Medicine"),
        button=_("Medicine given"),
        access=DAY,
        more=Heading.NOT_WELL,
        plural=ngettext_lazy("medicine", "medicines", "number"),
        form=(FormGroup("", _GIVEN),),
    ),
    Kind(
        of=H.MedicineOrdered,
        title=_("Medicine ordered"),
        access=PLAN,
        more=Heading.NOT_WELL,
        form=(FormGroup("", _ORDERED),),
    ),
    Kind(
        of=AP.ActionPlan,
        title=_("The doctor’s plan at home"),
        picture="clinician_word",
        access=PLAN,
        elsewhere={"the page of the doctor’s plan": _ACTION_PLAN},
    ),
    Kind(
        of=H.ClinicianWord,
        title=_("The doctor’s word"),
        button=_("What the doctor said"),
        access=FAMILY,
        more=Heading.NOT_WELL,
        form=(FormGroup("", _WORD),),
    ),
    Kind(
        of=H.DangerSign,
        title=_("Signs to call for"),
        button=_("Something is wrong"),
        access=DAY,
        elsewhere={
            "the page of the signs": {
                "sign": PLAIN,
                "answer": Field(statements={"not_here": _("None of them is there")}),
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
    # As the method words them everywhere.
    AP.WellSign: {
        str(sign): method.Saying(key=f"action_plan.when.{sign}") for sign in AP.WellSign
    },
    AP.TroubleSign: {
        str(sign): method.Saying(key=f"action_plan.when.{sign}")
        for sign in AP.TroubleSign
    },
    H.DangerKey: {str(key): method.Saying(key=f"danger.{key}") for key in H.DangerKey},
}
