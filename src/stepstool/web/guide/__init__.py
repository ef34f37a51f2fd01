"""What helps and why, in a few words."""
