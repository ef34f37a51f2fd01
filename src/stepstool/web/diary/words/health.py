"""Words for what hurts, for medicine as ordered, and for what a clinician said."""

from django.utils.translation import gettext_lazy as _

from stepstool.web.diary.words.table import Answers

ANSWERS: Answers = {
    "IllnessKind": {
        "tummy_bug": _("Tummy bug"),
        "cold": _("A cold"),
        "fever": _("Fever"),
        "other": _("Something else"),
    },
    "Symptom": {
        "vomiting": _("Vomiting"),
        "watery_poop": _("Watery %(poop)s"),
        "fever": _("Fever"),
        "not_eating": _("Not eating"),
    },
    "Given": {
        "given": _("Given"),
        "missed": _("Missed"),
        "refused": _("Not wanted"),
    },
    "Word": {
        "constipated": _("Treat it as stuck or sore"),
        "not_constipated": _("All is well inside"),
        "clean_out_running": _("A clean-out begins"),
        "clean_out_over": _("The clean-out is over"),
        "knows_about_it": _("Knows about it"),
        "explained_sign": _("Explained a sign"),
        "call_after_days": _("When to call, in days"),
    },
    "DangerAnswer": {
        "here": _("It is here"),
        "not_here": _("Not here"),
        "called": _("We called"),
        "seen": _("A doctor has seen it"),
        "stopped": _("It has stopped"),
        "visit_booked": _("A visit is booked"),
        "doctor_knows": _("The doctor knows"),
    },
}
