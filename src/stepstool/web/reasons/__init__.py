"""Why not? What may be in the way, and a minute of questions (M1)."""
