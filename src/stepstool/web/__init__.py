"""The house around the method: Django."""
