"""How the table of imports came to be."""
