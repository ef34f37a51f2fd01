"""The plan: the ladder with the child's place, the advised move, and what was decided."""
