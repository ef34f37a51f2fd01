"""Deleting for good, asked once and said plainly: an entry, a child, a family, an account."""
