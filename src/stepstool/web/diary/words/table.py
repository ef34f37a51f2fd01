"""A word as tables hold it.

Gaps are filled with the child's name (`name`) and the family's own word (`poop`).
"""

from django.utils.functional import Promise

Word = str | Promise
