"""The form of the word tables.

Gaps are filled with the child's name (`name`) and the family's own word (`poop`).
"""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise

Word = str | Promise
Answers = Mapping[Any, Mapping[Any, Word]]
