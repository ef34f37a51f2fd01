"""Why not? What may be in the way, and some questions (M1)."""
