"""The views of the guide."""
