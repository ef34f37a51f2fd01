"""A word as tables hold it; a saying is worded by the method.

Gaps are filled with the child's name (`name`) and the family's own word (`poop`).
"""

from django.utils.functional import Promise

from stepstool import method

Word = str | Promise | method.Saying
