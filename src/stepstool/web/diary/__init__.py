"""The entries on disk: reading a Record, writing, changing, undoing."""
