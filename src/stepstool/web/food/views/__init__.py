"""The views of food."""
