"""The potty party: a relaxed sit, ended by the child, written down in one tap (M4)."""
