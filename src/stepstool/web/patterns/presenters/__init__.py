"""What the page of patterns shows, as values and sentences."""
