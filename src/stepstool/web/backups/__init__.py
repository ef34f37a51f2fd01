"""Backups: copies of the house, which are kept, how they are locked, where they lie, and what begins anew."""
