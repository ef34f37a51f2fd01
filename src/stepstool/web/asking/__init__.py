"""Forms made from the questions of a kind: what is asked, what was typed, and its entry."""
