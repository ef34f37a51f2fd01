"""Patterns: the poop clock, today's windows, and what announces it (M3, M4)."""
