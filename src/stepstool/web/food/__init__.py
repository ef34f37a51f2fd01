"""Food and drink: plates in taps, the picture of the last days, ideas (M16)."""
