"""A ladder of the family's own: drawn up step by step, checked, and kept."""
