"""What the pages of the guide show, as values and sentences."""
