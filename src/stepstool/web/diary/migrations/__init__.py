"""The tables of the diary, as they came to be."""
