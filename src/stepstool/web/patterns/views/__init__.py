"""The views of patterns."""
