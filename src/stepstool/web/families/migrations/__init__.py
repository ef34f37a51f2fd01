"""The tables of who, as they came to be."""
