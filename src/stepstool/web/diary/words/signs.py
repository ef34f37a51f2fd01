"""Words for danger signs, short, as they stand in a list."""

from django.utils.translation import gettext_lazy as _

from stepstool.web.diary.words.table import Answers

ANSWERS: Answers = {
    "DangerKey": {
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
    }
}
