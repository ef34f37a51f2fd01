"""Listening (M10): is now a good time, a calm clock, how it was, and whether it helps."""
