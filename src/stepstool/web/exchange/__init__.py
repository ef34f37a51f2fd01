"""Bringing in a diary from elsewhere, and taking it along."""
