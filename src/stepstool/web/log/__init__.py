"""Writing it down, and the diary by day."""
