"""Undo of a decision, and the way back from that: one tap each, nothing is lost."""

from stepstool.web.diary import writing
from stepstool.web.diary.undo import marking
from stepstool.web.plan.presenters.touched import is_of_the_plan
from stepstool.web.plan.views.deciding import to_plan

undo = marking(writing.undo, to_plan, is_of_the_plan)
restore = marking(writing.restore, to_plan, is_of_the_plan)
