"""Rewards: what is due, what was given, the prize in sight, and what a family chose."""
