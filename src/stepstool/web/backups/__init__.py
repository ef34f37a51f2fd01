"""Backups: which are kept, how they are locked, and where they lie."""
