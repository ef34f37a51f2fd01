"""Words for what hurts, for medicine as ordered, and for what a clinician said."""

from django.utils.translation import gettext_lazy as _

from stepstool.web.diary.words.table import Answers, Questions

QUESTIONS: Questions = {
    "tummy_ache.better_after_poop": _("Was it better after a %(poop)s?"),
    "tummy_ache.appetite_gone": _("Was the appetite gone?"),
    "illness.illness": _("What is it?"),
    "illness.symptoms": _("What is there?"),
    "medicine_ordered.medicine": _("What is it for?"),
    "medicine_ordered.order": _("What was ordered, in the clinician’s words?"),
    "medicine_ordered.ordered_by": _("By whom?"),
    "medicine_ordered.until_day": _("Until which day?"),
    "medicine_given.medicine": _("Which one?"),
    "medicine_given.outcome": _("What became of it?"),
    "medicine_given.phosphate": _("Was it a phosphate enema?"),
    "clinician_word.word": _("What was said?"),
    "clinician_word.sign": _("About which sign?"),
    "clinician_word.days": _("To call after how many days without?"),
    "clinician_word.name": _("Who said it?"),
    "danger_sign.sign": _("Which sign?"),
    "danger_sign.answer": _("What about it?"),
    "danger_sign.by_whom": _("Who was called, or has seen it?"),
}

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
